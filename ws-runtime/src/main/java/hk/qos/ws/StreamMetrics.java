package hk.qos.ws;

import java.time.Duration;

/**
 * Numbers for a dashboard. Every method has an empty default, is called on an internal thread, and must return at
 * once; what it throws is swallowed. Channel names are those of the dialect.
 */
public interface StreamMetrics {

    /** Measures nothing. */
    StreamMetrics NONE = new StreamMetrics() {};

    /** A connection is up. {@code downtime} is zero for the first. */
    default void connected(Duration downtime) {}

    /** A connection or an attempt ended. {@code cause} is one of a small fixed set of words. */
    default void disconnected(String cause) {}

    /** A heartbeat was answered. */
    default void heartbeat(Duration roundTrip) {}

    /** A frame was sent after waiting for the pacer. */
    default void sent(String type, Duration wait) {}

    /** A push arrived. */
    default void push(String channel) {}

    /** A push replaced an older one of its key that no consumer had taken yet. */
    default void conflated(String channel) {}

    /** Items were dropped because a consumer is too slow. */
    default void overflowed(String channel, long count) {}

    /** A message arrived that nobody waits for: late, duplicate, or not subscribed. */
    default void orphan(String kind) {}

    /** A frame was malformed or unknown. */
    default void undecodable(String kind) {}

    /** User code returned, or threw. */
    default void callback(String channel, Duration took, boolean failed) {}
}
