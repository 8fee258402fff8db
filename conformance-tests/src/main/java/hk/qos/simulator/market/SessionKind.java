package hk.qos.simulator.market;

/** Part of a trading day; the constants but {@link #REGULAR} exist for the United States only. */
public enum SessionKind {
    /** From 20:00 of the evening before. */
    NIGHT(1),
    /** Before the opening. */
    PRE_MARKET(2),
    /** What makes the daily bar. */
    REGULAR(3),
    /** After the close. */
    AFTER_HOURS(4);

    private final int wire;

    SessionKind(int wire) {
        this.wire = wire;
    }

    /** The vendor's number for it. */
    public int wire() {
        return wire;
    }
}
