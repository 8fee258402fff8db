package hk.qos.simulator.market;

/** Who took a scripted trade; a client reads it as the trade's direction. */
public enum Side {
    /** Not told. */
    UNKNOWN(0),
    /** The buyer took it, at the ask. */
    BUY(1),
    /** The seller took it, at the bid. */
    SELL(2);

    private final int wire;

    Side(int wire) {
        this.wire = wire;
    }

    int wire() {
        return wire;
    }
}
