package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;

/**
 * What may wait and how large it may get. Immutable.
 *
 * @param requestsInFlight requests sent and not answered; at least 1
 * @param requestsQueued requests waiting for their turn, at least 1; more fail at once by a
 *     {@link hk.qos.error.LimitException}
 * @param itemsPerSubscription data and events that wait for one listener; at least 8
 * @param queuedBytes all data that waits for listeners, in bytes as it came over the wire; at least 1,024
 * @param frameBytes one inbound message, in bytes, inflated if it was compressed; at least 1,024. A larger answer fails its
 *     request by an {@link hk.qos.error.AnswerTooLargeException}
 */
public record Limits(
        int requestsInFlight, int requestsQueued, int itemsPerSubscription, long queuedBytes, int frameBytes) {
    private static final Limits DEFAULTS = new Limits(64, 256, 1_024, 16L << 20, 4 << 20);

    /** @throws IllegalArgumentException if one is less than its least; the message names it */
    public Limits {
        Checks.atLeast("requestsInFlight", requestsInFlight, 1);
        Checks.atLeast("requestsQueued", requestsQueued, 1);
        Checks.atLeast("itemsPerSubscription", itemsPerSubscription, 8);
        Checks.atLeast("queuedBytes", (int) Math.min(queuedBytes, Integer.MAX_VALUE), 1_024);
        Checks.atLeast("frameBytes", frameBytes, 1_024);
    }

    /** 64 requests in flight, 256 queued, 1,024 items a subscription, 16 MiB in all, messages of 4 MiB. */
    public static Limits defaults() {
        return DEFAULTS;
    }

    /** The same with other numbers of requests, each at least 1; by default 64 and 256. */
    public Limits withRequests(int inFlight, int queued) {
        return new Limits(inFlight, queued, itemsPerSubscription, queuedBytes, frameBytes);
    }

    /**
     * The same with other bounds on what waits for listeners.
     *
     * @param itemsPerSubscription at least 8, by default 1,024
     * @param queuedBytes at least 1,024, by default 16 MiB
     */
    public Limits withQueues(int itemsPerSubscription, long queuedBytes) {
        return new Limits(requestsInFlight, requestsQueued, itemsPerSubscription, queuedBytes, frameBytes);
    }

    /** The same with another bound on one inbound message, at least 1,024 bytes; by default 4 MiB. */
    public Limits withFrameBytes(int frameBytes) {
        return new Limits(requestsInFlight, requestsQueued, itemsPerSubscription, queuedBytes, frameBytes);
    }
}
