// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

/**
 * How bars are adjusted for splits and dividends.
 */
public enum Adjustment {
    /** Unadjusted prices. On the wire {@code 0}. */
    NONE(0),

    /** Forward-adjusted, past prices scaled to current shares. On the wire {@code 1}. */
    FORWARD(1),

    /** A received value that this version does not know. It cannot be sent. */
    UNRECOGNIZED(Integer.MIN_VALUE);

    private final int wire;

    Adjustment(int wire) {
        this.wire = wire;
    }

    /**
     * Returns the value on the wire.
     *
     * @throws IllegalStateException for {@link #UNRECOGNIZED}
     */
    public int wire() {
        if (this == UNRECOGNIZED) {
            throw new IllegalStateException("Adjustment.UNRECOGNIZED cannot be sent");
        }
        return wire;
    }

    /** Returns the constant of a value on the wire; {@link #UNRECOGNIZED} if this version does not know it. */
    public static Adjustment fromWire(int wire) {
        return switch (wire) {
            case 0 -> NONE;
            case 1 -> FORWARD;
            default -> UNRECOGNIZED;
        };
    }
}
