package hk.qos.simulator.settings;

/** How to handle a frame that follows the previous one too soon. It is always recorded as a violation. */
public enum TooFast {
    /** The frame is answered with an error text and not executed. */
    ANSWERED,
    /** The frame is executed. */
    COUNTED,
    /** The connection is closed with 1008. */
    CLOSED
}
