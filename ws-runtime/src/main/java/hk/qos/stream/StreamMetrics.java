package hk.qos.stream;

import java.time.Duration;

/**
 * Numbers for a dashboard. Every method has an empty default, is called on an internal thread, and must return at
 * once; what it throws is logged and harms nothing. Channel names are those of the dialect.
 */
public interface StreamMetrics {

    /** Measures nothing. */
    StreamMetrics NONE = new StreamMetrics() {};

    /**
     * What counts for {@code stream}; by default this object, for all streams alike. Called once, first, on the thread
     * that makes the stream; all further calls go to the result.
     */
    default StreamMetrics forStream(StreamGauges stream) {
        return this;
    }

    /** A stream was made. Called once, before what follows, on the thread that makes it. */
    default void started(StreamGauges gauges) {}

    /** The stream has ended; its gauges move no more. Called once, last. */
    default void stopped(StreamGauges gauges) {}

    /**
     * A connection is up.
     *
     * @param after what ended the connection before, in the words of {@link #disconnected}; {@code start} for the first
     * @param downtime since that end; for the first connection, since the first attempt that failed, zero if none did
     */
    default void connected(String after, Duration downtime) {}

    /**
     * A connection or an attempt ended.
     *
     * @param cause one of a small fixed set of words
     * @param wasUp whether the upgrade had succeeded
     */
    default void disconnected(String cause, boolean wasUp) {}

    /** A heartbeat was answered. */
    default void heartbeat(Duration roundTrip) {}

    /**
     * A frame was sent, {@code wait} later than it could have been without the spacing.
     *
     * @param command its name in the dialect
     */
    default void sent(String command, Duration wait) {}

    /** A push arrived. */
    default void push(String channel) {}

    /** A push replaced an older one of its key that no consumer had taken yet. */
    default void conflated(String channel) {}

    /** Items were dropped because a consumer is too slow; {@code channel} is {@code events} for the stream's listeners. */
    default void overflowed(String channel, long count) {}

    /** The executor of deliveries refused a turn. What waits is kept, within its bounds, and tried again. */
    default void deliveryRefused(String channel) {}

    /**
     * A message arrived that nobody waits for: late, duplicate, or not subscribed.
     *
     * @param kind the channel of a push, {@code answer}, or what came on a connection that is over
     */
    default void orphan(String kind) {}

    /**
     * A frame was skipped, or an element of an answer was left out.
     *
     * @param kind {@code malformed}, {@code unknown}, {@code binary}; {@code element} of an answer
     */
    default void undecodable(String kind) {}

    /** User code that was given a push or an event returned, or threw. {@code channel} as for {@link #overflowed}. */
    default void callback(String channel, Duration took, boolean failed) {}
}
