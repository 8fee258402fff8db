package hk.qos.simulator.settings;

/** The certificate that the simulator presents; its own authority issues it at the start. */
public enum Certificate {
    /** No certificate: HTTP and WebSocket without TLS. */
    NONE,
    /** A certificate for localhost and 127.0.0.1. */
    VALID,
    /** A certificate that expired a day ago. */
    EXPIRED,
    /** A certificate for another host. */
    WRONG_HOST,
    /** A self-signed certificate for localhost and 127.0.0.1. */
    SELF_SIGNED
}
