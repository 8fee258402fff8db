package hk.qos.stream;

/**
 * Receives the data and events of a subscription, one call at a time and in order: on the delivery thread, on the
 * {@link StreamOptions#deliveryExecutor}, or with {@link StreamOptions#directDelivery} on the event loop. An exception that it
 * throws is counted and reported as {@link StreamEvent.CallbackFailed}; the subscription continues.
 */
@FunctionalInterface
public interface StreamListener<T> {

    /** A push. */
    void onData(T data);

    /** Data that was missed and recovered later, see {@link GapRecovery}; by default handled like a push. */
    default void onRecovered(T data) {
        onData(data);
    }

    /** An event of this subscription, called before the data that it affects; by default ignored. */
    default void onEvent(StreamEvent event) {}
}
