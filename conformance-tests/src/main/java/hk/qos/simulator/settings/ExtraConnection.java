package hk.qos.simulator.settings;

/** How to handle more stream connections of a key than its plan permits. */
public enum ExtraConnection {
    /** The oldest one is closed with 1008. */
    NEWEST_WINS,
    /** The new one is refused with HTTP 429. */
    REFUSED
}
