package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much may wait, and how large a message may be. Immutable. */
public final class Limits extends OptionValues {
    private static final Limits DEFAULTS = new Limits(usual());

    private Limits(Map<String, Object> values) {
        super(values);
    }

    private static Map<String, Object> usual() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("requestsInFlight", 64);
        values.put("requestsQueued", 256);
        values.put("itemsPerSubscription", 1_024);
        values.put("queuedBytes", 16L << 20);
        values.put("frameBytes", 4 << 20);
        return values;
    }

    /** 64 requests in flight, 256 queued; 1,024 items for each subscription, 16 MiB in all; messages of 4 MiB. */
    public static Limits defaults() {
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
    public int frameBytes() {
        return get("frameBytes", Integer.class);
    }

    /**
     * Replaces the number of requests that may be sent and not answered; by default 64.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Limits withRequestsInFlight(int requestsInFlight) {
        return new Limits(with("requestsInFlight", Checks.atLeast("requestsInFlight", requestsInFlight, 1)));
    }

    /**
     * Replaces the number of requests that may wait for their turn; by default 256. Further requests fail at once with a
     * {@link hk.qos.error.LimitException}.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Limits withRequestsQueued(int requestsQueued) {
        return new Limits(with("requestsQueued", Checks.atLeast("requestsQueued", requestsQueued, 1)));
    }

    /**
     * Replaces the number of items and events that may wait for one listener; by default 1,024.
     *
     * @throws IllegalArgumentException if it is less than 8
     */
    public Limits withItemsPerSubscription(int itemsPerSubscription) {
        return new Limits(
                with("itemsPerSubscription", Checks.atLeast("itemsPerSubscription", itemsPerSubscription, 8)));
    }

    /**
     * Replaces the size of all items that may wait for listeners, in bytes as received; by default 16 MiB.
     *
     * @throws IllegalArgumentException if it is less than 1,024
     */
    public Limits withQueuedBytes(long queuedBytes) {
        return new Limits(with("queuedBytes", Checks.atLeast("queuedBytes", queuedBytes, 1_024L)));
    }

    /**
     * Replaces the size that one inbound message may have, in bytes, inflated if it was compressed; by default 4 MiB. A larger
     * answer fails its request with an {@link hk.qos.error.AnswerTooLargeException}.
     *
     * @throws IllegalArgumentException if it is less than 1,024
     */
    public Limits withFrameBytes(int frameBytes) {
        return new Limits(with("frameBytes", Checks.atLeast("frameBytes", frameBytes, 1_024)));
    }
}
