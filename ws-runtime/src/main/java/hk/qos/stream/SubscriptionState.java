package hk.qos.stream;

/** Where one key of a {@link Subscription} stands. */
public enum SubscriptionState {
    /** Wanted; the server has not acknowledged it yet. */
    PENDING,
    /** Acknowledged on the present connection. */
    ACTIVE,
    /** Refused; it is not asked for again under this handle. */
    REJECTED,
    /** It was served, the connection was lost, and it is being asked for again. */
    RESTORING,
    /**
     * Wanted and not served: connections ended after it was asked for. It is asked for alone, after everything else, and
     * ever more rarely if other keys are served without it.
     */
    ISOLATED,
    /** The handle gave it up. */
    CLOSED
}
