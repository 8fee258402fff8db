// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

/**
 * Which side of the book a trade was made on.
 */
public enum TradeDirection {
    /** Not stated by the exchange. On the wire {@code 0}. */
    UNKNOWN(0),

    /** The buyer took the ask. On the wire {@code 1}. */
    BUY(1),

    /** The seller hit the bid. On the wire {@code 2}. */
    SELL(2),

    /** A received value that this version does not know. It cannot be sent. */
    UNRECOGNIZED(Integer.MIN_VALUE);

    private final int wire;

    TradeDirection(int wire) {
        this.wire = wire;
    }

    /**
     * Returns the value on the wire.
     *
     * @throws IllegalStateException for {@link #UNRECOGNIZED}
     */
    public int wire() {
        if (this == UNRECOGNIZED) {
            throw new IllegalStateException("TradeDirection.UNRECOGNIZED cannot be sent");
        }
        return wire;
    }

    /** Returns the constant of a value on the wire; {@link #UNRECOGNIZED} if this version does not know it. */
    public static TradeDirection fromWire(int wire) {
        return switch (wire) {
            case 0 -> UNKNOWN;
            case 1 -> BUY;
            case 2 -> SELL;
            default -> UNRECOGNIZED;
        };
    }
}
