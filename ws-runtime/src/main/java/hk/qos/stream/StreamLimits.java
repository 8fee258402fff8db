package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much may wait, and how large a message may be. Immutable. */
public final class StreamLimits extends OptionValues {
    private static final StreamLimits DEFAULTS = new StreamLimits(usual());

    private StreamLimits(Map<String, Object> values) {
        super(values);
    }

    private static Map<String, Object> usual() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("requestsInFlight", 64);
        values.put("requestsQueued", 256);
        values.put("itemsPerSubscription", 1_024);
        values.put("queuedBytes", 16L << 20);
        values.put("maxMessageBytes", 4 << 20);
        return values;
    }

    /** 64 requests in flight, 256 queued; 1,024 items for each subscription, 16 MiB in all; messages of 4 MiB. */
    public static StreamLimits defaults() {
        return DEFAULTS;
    }

    /** The number of requests that are sent and not answered. */
    public int requestsInFlight() {
        return get("requestsInFlight", Integer.class);
    }

    /** The number of requests that wait for their turn. */
    public int requestsQueued() {
        return get("requestsQueued", Integer.class);
    }

    /** The number of items and events that wait for one listener. */
    public int itemsPerSubscription() {
        return get("itemsPerSubscription", Integer.class);
    }

    /** The size of all items that wait for listeners, in bytes as received. */
    public long queuedBytes() {
        return get("queuedBytes", Long.class);
    }

    /** The size of one inbound message, in bytes, inflated if it was compressed. */
    public int maxMessageBytes() {
        return get("maxMessageBytes", Integer.class);
    }

    /**
     * Replaces the number of requests that may be sent and not answered; by default 64.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public StreamLimits withRequestsInFlight(int requestsInFlight) {
        return new StreamLimits(with("requestsInFlight", Checks.atLeast("requestsInFlight", requestsInFlight, 1)));
    }

    /**
     * Replaces the number of requests that may wait for their turn; by default 256. Further requests fail at once with a
     * {@link hk.qos.error.LimitException}.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public StreamLimits withRequestsQueued(int requestsQueued) {
        return new StreamLimits(with("requestsQueued", Checks.atLeast("requestsQueued", requestsQueued, 1)));
    }

    /**
     * Replaces the number of items and events that may wait for one listener; by default 1,024.
     *
     * @throws IllegalArgumentException if it is less than 8
     */
    public StreamLimits withItemsPerSubscription(int itemsPerSubscription) {
        return new StreamLimits(
                with("itemsPerSubscription", Checks.atLeast("itemsPerSubscription", itemsPerSubscription, 8)));
    }

    /**
     * Replaces the size of all items that may wait for listeners, in bytes as received; by default 16 MiB.
     *
     * @throws IllegalArgumentException if it is less than 1,024
     */
    public StreamLimits withQueuedBytes(long queuedBytes) {
        return new StreamLimits(with("queuedBytes", Checks.atLeast("queuedBytes", queuedBytes, 1_024L)));
    }

    /**
     * Replaces the size that one inbound message may have, in bytes, inflated if it was compressed; by default 4 MiB. A larger
     * answer fails its request with an {@link hk.qos.error.AnswerTooLargeException}.
     *
     * @throws IllegalArgumentException if it is less than 1,024
     */
    public StreamLimits withMaxMessageBytes(int maxMessageBytes) {
        return new StreamLimits(with("maxMessageBytes", Checks.atLeast("maxMessageBytes", maxMessageBytes, 1_024)));
    }
}
