package hk.qos.simulator.settings;

/** Which certificate the simulator shows, made as it starts by an authority of its own. */
public enum Certificate {
    /** None: plain HTTP and WebSocket. */
    NONE,
    /** One for localhost and 127.0.0.1. */
    VALID,
    /** One that ran out a day ago. */
    EXPIRED,
    /** One for another host. */
    WRONG_HOST,
    /** One for localhost and 127.0.0.1 that no authority issued: it is its own. */
    SELF_SIGNED
}
