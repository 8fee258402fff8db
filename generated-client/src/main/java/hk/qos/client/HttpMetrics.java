package hk.qos.client;

import java.time.Duration;

/**
 * Numbers of the HTTP interfaces, for a dashboard. Every method has an empty default, is called on any thread, and must
 * return at once; what it throws is logged and harms nothing. {@code operation} is the name of the client's method, such
 * as {@code snapshots}; {@code outcome} is one of a small fixed set of words:
 *
 * <ul>
 *   <li>{@code ok}
 *   <li>{@code refused}: the server said no in its own words
 *   <li>{@code authentication}: the key is missing, wrong or without permission
 *   <li>{@code too-many-requests}: HTTP 429
 *   <li>{@code limit}: a limit of the plan, found before sending
 *   <li>{@code deadline}: no answer in time
 *   <li>{@code connect-failed}, {@code untrusted}, {@code lost}: no connection, the wrong server, or an end under way
 *   <li>{@code server-error}, {@code unexpected-status}: HTTP 5xx, or any other status
 *   <li>{@code protocol}: an answer that cannot be read
 *   <li>{@code interrupted}, {@code cancelled}, {@code closed}: the caller's or the client's own end
 *   <li>{@code failed}: anything else
 * </ul>
 */
public interface HttpMetrics {

    /** Measures nothing. */
    HttpMetrics NONE = new HttpMetrics() {};

    /** A call ended, {@code took} after it was made: waits and repeated attempts are part of it. */
    default void called(String operation, String outcome, Duration took) {}

    /** One attempt ended, {@code took} after it was sent. */
    default void attempted(String operation, String outcome, Duration took) {}

    /** A call begins to wait for its turn, which comes after {@code wait}. */
    default void waiting(String operation, Duration wait) {}

    /**
     * A failed attempt is followed by another after {@code pause}.
     *
     * @param outcome why it failed
     */
    default void retried(String operation, String outcome, Duration pause) {}

    /**
     * A call was refused before anything was sent.
     *
     * @param limit {@code rate}, {@code instruments}, or {@code key} if there is none
     */
    default void refused(String operation, String limit) {}

    /** An answer was given without {@code elements} of its elements, at least one, which cannot be read. */
    default void leftOut(String operation, int elements) {}
}
