package hk.qos.ws;

/**
 * What may wait and how large it may get. Immutable.
 *
 * @param requestsInFlight requests sent and not answered
 * @param requestsQueued requests waiting for their turn; more fail at once
 * @param itemsPerSubscription data and events that wait for one listener
 * @param queuedBytes all data that waits for listeners, counted as it came over the wire
 * @param frameBytes one inbound message
 */
public record Limits(
        int requestsInFlight, int requestsQueued, int itemsPerSubscription, long queuedBytes, int frameBytes) {
    private static final Limits DEFAULTS = new Limits(64, 256, 1_024, 16L << 20, 1 << 20);

    public Limits {
        Checks.atLeast("requestsInFlight", requestsInFlight, 1);
        Checks.atLeast("requestsQueued", requestsQueued, 1);
        Checks.atLeast("itemsPerSubscription", itemsPerSubscription, 8);
        Checks.atLeast("queuedBytes", (int) Math.min(queuedBytes, Integer.MAX_VALUE), 1_024);
        Checks.atLeast("frameBytes", frameBytes, 1_024);
    }

    /** 64 requests in flight, 256 queued, 1,024 items a subscription, 16 MiB in all, messages of 1 MiB. */
    public static Limits defaults() {
        return DEFAULTS;
    }

    /** The same with other numbers of requests, each at least 1. */
    public Limits withRequests(int inFlight, int queued) {
        return new Limits(inFlight, queued, itemsPerSubscription, queuedBytes, frameBytes);
    }

    /** The same with other bounds on what waits for listeners: at least 8 items, and at least 1,024 bytes. */
    public Limits withQueues(int itemsPerSubscription, long queuedBytes) {
        return new Limits(requestsInFlight, requestsQueued, itemsPerSubscription, queuedBytes, frameBytes);
    }

    /** The same with another bound on one inbound message, at least 1,024 bytes. */
    public Limits withFrameBytes(int frameBytes) {
        return new Limits(requestsInFlight, requestsQueued, itemsPerSubscription, queuedBytes, frameBytes);
    }
}
