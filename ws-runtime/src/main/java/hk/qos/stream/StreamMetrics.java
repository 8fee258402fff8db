package hk.qos.stream;

import java.time.Duration;

/**
 * Counts what a stream does. Every method has an empty default. Methods are called on internal threads and must return at
 * once. Exceptions that they throw are logged and have no other effect. Later versions may add methods with a default.
 */
public interface StreamMetrics {

    /** Counts nothing. */
    StreamMetrics NONE = new StreamMetrics() {};

    /**
     * The metrics of {@code stream}; by default this object for all streams. Called once, first, on the thread that makes the
     * stream. All further calls go to the returned object.
     */
    default StreamMetrics forStream(StreamGauges stream) {
        return this;
    }

    /** A stream was made. Called once, before the methods below, on the thread that makes the stream. */
    default void started(StreamGauges gauges) {}

    /** The stream has ended and its gauges no longer change. Called once, last. */
    default void stopped(StreamGauges gauges) {}

    /**
     * A connection was made.
     *
     * @param after the cause of the previous disconnect, see {@link #disconnected}; {@code start} for the first connection
     * @param downtime the time since the previous disconnect; for the first connection the time since the first failed
     *     attempt, or zero
     */
    default void connected(String after, Duration downtime) {}

    /**
     * A connection or an attempt ended.
     *
     * @param cause one of a small fixed set of words
     * @param wasUp whether the connection was up; false for a failed attempt
     */
    default void disconnected(String cause, boolean wasUp) {}

    /** A heartbeat was answered. */
    default void heartbeat(Duration roundTrip) {}

    /**
     * A frame was sent.
     *
     * @param command the name of its command
     * @param wait how long the spacing of frames delayed it
     */
    default void sent(String command, Duration wait) {}

    /** A push arrived. */
    default void push(String channel) {}

    /** A push replaced an older push of its key in a consumer's queue. */
    default void conflated(String channel) {}

    /** Items were dropped because a consumer is too slow; {@code channel} is {@code events} for listeners of the stream's events. */
    default void overflowed(String channel, long count) {}

    /** The delivery executor rejected a task. The queue is kept within its bounds, and delivery is tried again. */
    default void deliveryRefused(String channel) {}

    /**
     * A message without a recipient arrived: late, duplicate, or not subscribed.
     *
     * @param kind the channel of a push, {@code answer}, or for an ended connection {@code late frame} or {@code late open}
     */
    default void orphan(String kind) {}

    /**
     * A frame was skipped, or an element of an answer was omitted.
     *
     * @param kind {@code malformed}, {@code unknown} or {@code binary} for a frame; {@code element} for an element of an answer
     */
    default void undecodable(String kind) {}

    /** A listener returned or threw. {@code channel} as for {@link #overflowed}. */
    default void callback(String channel, Duration took, boolean failed) {}
}
