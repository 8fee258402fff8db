// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

/**
 * Whether the instrument trades.
 */
public enum TradingStatus {
    /** Trades normally. On the wire {@code 0}. */
    TRADING(0),

    /** Suspended by the exchange. On the wire {@code 1}. */
    SUSPENDED(1),

    /** A received value that this version does not know. It cannot be sent. */
    UNRECOGNIZED(Integer.MIN_VALUE);

    private final int wire;

    TradingStatus(int wire) {
        this.wire = wire;
    }

    /**
     * Returns the value on the wire.
     *
     * @throws IllegalStateException for {@link #UNRECOGNIZED}
     */
    public int wire() {
        if (this == UNRECOGNIZED) {
            throw new IllegalStateException("TradingStatus.UNRECOGNIZED cannot be sent");
        }
        return wire;
    }

    /** Returns the constant of a value on the wire; {@link #UNRECOGNIZED} if this version does not know it. */
    public static TradingStatus fromWire(int wire) {
        return switch (wire) {
            case 0 -> TRADING;
            case 1 -> SUSPENDED;
            default -> UNRECOGNIZED;
        };
    }
}
