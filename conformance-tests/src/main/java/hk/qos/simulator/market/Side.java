package hk.qos.simulator.market;

/** The aggressor of a scripted trade; a client reads it as the trade's direction. */
public enum Side {
    /** Unknown. */
    UNKNOWN(0),
    /** The buyer took the ask. */
    BUY(1),
    /** The seller hit the bid. */
    SELL(2);

    private final int wire;

    Side(int wire) {
        this.wire = wire;
    }

    int wire() {
        return wire;
    }
}
