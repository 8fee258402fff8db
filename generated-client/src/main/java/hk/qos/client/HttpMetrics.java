package hk.qos.client;

import java.time.Duration;

/**
 * Receives measurements of HTTP calls. Methods do nothing by default. They are called on any thread and must return quickly;
 * exceptions are logged. {@code operation} is {@link Operation#methodName}, such as {@code snapshots}; {@code outcome} is
 * one of these words:
 *
 * <ul>
 *   <li>{@code ok}
 *   <li>{@code refused}: the server refused the request with an error message
 *   <li>{@code authentication}: the API key is missing, wrong or without permission
 *   <li>{@code too-many-requests}: HTTP 429
 *   <li>{@code limit}: a limit of the plan; nothing was sent
 *   <li>{@code timeout}: timeout
 *   <li>{@code connect-failed}, {@code untrusted}, {@code lost}: no connection, an untrusted certificate, or a connection that
 *       ended during the call
 *   <li>{@code server-error}, {@code unexpected-status}: HTTP 5xx, or another unexpected status
 *   <li>{@code protocol}: an invalid answer
 *   <li>{@code interrupted}, {@code cancelled}, {@code closed}: ended by the caller or by closing the client
 *   <li>{@code failed}: anything else
 * </ul>
 */
public interface HttpMetrics {

    /** Ignores all measurements. */
    HttpMetrics NONE = new HttpMetrics() {};

    /** A call ended, {@code took} after it was made, including waits and retries. */
    default void called(String operation, String outcome, Duration took) {}

    /** An attempt ended, {@code took} after it was sent. */
    default void attempted(String operation, String outcome, Duration took) {}

    /** A call starts to wait for its turn, which comes after {@code wait}. */
    default void waiting(String operation, Duration wait) {}

    /**
     * A failed attempt is retried after {@code pause}.
     *
     * @param outcome the outcome of the failed attempt
     */
    default void retried(String operation, String outcome, Duration pause) {}

    /**
     * A call was refused before anything was sent.
     *
     * @param limit {@code rate}, {@code instruments}, or {@code key} if the client has no API key
     */
    default void refused(String operation, String limit) {}

    /** An answer was returned without {@code elements} elements, at least 1, that could not be decoded. */
    default void leftOut(String operation, int elements) {}
}
