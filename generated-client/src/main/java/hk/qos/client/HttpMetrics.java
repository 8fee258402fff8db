package hk.qos.client;

import java.time.Duration;

/**
 * Receives measurements of HTTP calls. Methods do nothing by default; new ones may be added. They are called on any thread
 * and must return quickly; exceptions are logged. For Micrometer see {@link QosMetrics}.
 */
public interface HttpMetrics {

    /** Ignores all measurements. */
    HttpMetrics NONE = new HttpMetrics() {};

    /** A call ended, {@code took} after it was made, including waits and retries. */
    default void called(Operation operation, HttpOutcome outcome, Duration took) {}

    /** An attempt ended, {@code took} after it was sent. */
    default void attempted(Operation operation, HttpOutcome outcome, Duration took) {}

    /** A call starts to wait for its turn, which comes after {@code wait}. */
    default void waiting(Operation operation, Duration wait) {}

    /**
     * A failed attempt is retried after {@code delay}.
     *
     * @param cause the outcome of the failed attempt
     */
    default void retried(Operation operation, HttpOutcome cause, Duration delay) {}

    /** A call was refused before anything was sent. */
    default void refused(Operation operation, HttpRefusal reason) {}

    /** An answer was returned without {@code elements} elements, at least 1, that could not be decoded. */
    default void undecodable(Operation operation, int elements) {}
}
