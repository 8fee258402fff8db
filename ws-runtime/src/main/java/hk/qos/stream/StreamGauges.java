package hk.qos.stream;

/** How full a stream is at this moment. May be asked on any thread, at any time, and is cheap. */
public interface StreamGauges {

    /** The stream's name and a number, as in its log lines. */
    String stream();

    /** Where the stream stands. */
    StreamState state();

    /** Distinct keys that are subscribed or asked for, over all channels. */
    int keys();

    /** Requests that wait for their turn. */
    int requestsWaiting();

    /** Requests that were sent and are not answered. */
    int requestsInFlight();

    /** Data and events that wait for listeners. */
    int itemsWaiting();

    /** The data among them, in bytes as it came over the wire. */
    long bytesWaiting();
}
