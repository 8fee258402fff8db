package hk.qos.stream;

/**
 * The present load of a stream. Methods may be called on any thread at any time, and are cheap.
 *
 * <p>Only this SDK implements this interface; later versions may add methods.
 */
public interface StreamGauges {

    /** The stream's name and number, as in its log lines. */
    String stream();

    /** The stream's state. */
    StreamState state();

    /** The number of distinct wanted keys over all channels. */
    int keys();

    /** The number of requests that wait for their turn. */
    int requestsWaiting();

    /** The number of requests that are sent and not answered. */
    int requestsInFlight();

    /** The number of items and events that wait for listeners. */
    int itemsWaiting();

    /** The size of the waiting items, in bytes as received. */
    long bytesWaiting();
}
