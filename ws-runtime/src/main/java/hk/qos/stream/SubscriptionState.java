package hk.qos.stream;

/** The state of one key of a {@link Subscription}. */
public enum SubscriptionState {
    /** The server has not acknowledged the key yet. */
    PENDING,
    /** The server has acknowledged the key on the present connection. */
    ACTIVE,
    /** The server refused the key. This handle does not request it again. */
    REJECTED,
    /** The connection was lost, and the key, which had been served, is requested again. */
    RESTORING,
    /**
     * Wanted but not served, because connections ended after it was requested. The stream requests it separately, after all
     * other keys, at growing intervals.
     */
    ISOLATED,
    /** The handle gave up the key. */
    CLOSED
}
