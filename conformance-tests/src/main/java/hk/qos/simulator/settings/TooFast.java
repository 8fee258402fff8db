package hk.qos.simulator.settings;

/** What happens to a frame that follows another one too soon. It is noted as a violation in any case. */
public enum TooFast {
    /** It is answered with an error text and not obeyed. */
    ANSWERED,
    /** It is obeyed. */
    COUNTED,
    /** The connection is closed with 1008. */
    CLOSED
}
