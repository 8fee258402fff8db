package hk.qos.simulator.market;

/** A part of a trading day; all but {@link #REGULAR} exist in the United States only. */
public enum SessionKind {
    /** From 20:00 of the previous evening. */
    NIGHT(1),
    /** Before the opening. */
    PRE_MARKET(2),
    /** The session of the daily bar. */
    REGULAR(3),
    /** After the close. */
    AFTER_HOURS(4);

    private final int wire;

    SessionKind(int wire) {
        this.wire = wire;
    }

    /** The vendor's number of the session. */
    public int wire() {
        return wire;
    }
}
