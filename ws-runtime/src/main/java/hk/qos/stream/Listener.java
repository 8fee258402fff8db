package hk.qos.stream;

/**
 * Takes what a subscription delivers, one call at a time and in order, on the delivery thread, or where
 * {@link StreamOptions#deliveryExecutor} or {@link StreamOptions#directDelivery} says. What it throws is
 * caught, counted and reported as {@link StreamEvent.CallbackFailed}; the subscription goes on.
 */
@FunctionalInterface
public interface Listener<T> {

    /** A push. */
    void onData(T data);

    /** Data that was missed and fetched later, see {@link GapRecovery}; by default treated like a push. */
    default void onRecovered(T data) {
        onData(data);
    }

    /** An event that concerns this subscription, before the data that it affects; by default ignored. */
    default void onEvent(StreamEvent event) {}
}
