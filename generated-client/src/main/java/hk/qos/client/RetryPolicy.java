package hk.qos.client;

import hk.qos.client.internal.check.Checks;
import hk.qos.client.internal.http.RetryBackoff;
import java.time.Duration;

/**
 * When a failed request is retried. Only requests that change nothing on the server are, and only after failures that
 * can be temporary: connection, timeout, HTTP 429, 502, 503, 504. Each attempt counts against the rate limit.
 * Immutable.
 */
public final class RetryPolicy {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final RetryPolicy DEFAULTS = new RetryPolicy(
            new RetryBackoff(3, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(60)));

    private final RetryBackoff backoff;

    private RetryPolicy(RetryBackoff backoff) {
        this.backoff = backoff;
    }

    /**
     * Three attempts, 250 to 500 ms before the second and 500 ms to 1 s before the third; {@code Retry-After} up to 60
     * s.
     */
    public static RetryPolicy defaults() {
        return DEFAULTS;
    }

    /** Never retries. */
    public static RetryPolicy none() {
        return DEFAULTS.withAttempts(1);
    }

    /** Sets the maximum of attempts, including the first: 1 to 20, by default 3. */
    public RetryPolicy withAttempts(int attempts) {
        return new RetryPolicy(new RetryBackoff(
                Checks.range("attempts", attempts, 1, 20),
                backoff.first(),
                backoff.maxDelay(),
                backoff.maxRetryAfter()));
    }

    /**
     * Sets the delay before the second attempt, 1 ms to the longest delay; by default 500 ms. Each further delay is twice the
     * one before, up to the longest delay. The actual delay is random, between half and all of it.
     *
     * @throws IllegalArgumentException if it is null or out of range
     */
    public RetryPolicy withFirstDelay(Duration first) {
        Checks.range("first", first, Duration.ofMillis(1), backoff.maxDelay());
        return new RetryPolicy(
                new RetryBackoff(backoff.attempts(), first, backoff.maxDelay(), backoff.maxRetryAfter()));
    }

    /**
     * Sets the longest delay between two attempts, the first delay to 1 hour; by default 30 s.
     *
     * @throws IllegalArgumentException if it is null or out of range
     */
    public RetryPolicy withMaxDelay(Duration maxDelay) {
        Checks.range("maxDelay", maxDelay, backoff.first(), LONGEST);
        return new RetryPolicy(
                new RetryBackoff(backoff.attempts(), backoff.first(), maxDelay, backoff.maxRetryAfter()));
    }

    /**
     * Sets the longest {@code Retry-After} that is waited for, 0 to 1 hour; by default 60 s. If the server asks for
     * more, the call fails, and its exception has the time.
     */
    public RetryPolicy withMaxRetryAfter(Duration maxRetryAfter) {
        Checks.range("maxRetryAfter", maxRetryAfter, Duration.ZERO, LONGEST);
        return new RetryPolicy(
                new RetryBackoff(backoff.attempts(), backoff.first(), backoff.maxDelay(), maxRetryAfter));
    }

    RetryBackoff backoff() {
        return backoff;
    }

    @Override
    public String toString() {
        return "RetryPolicy[" + backoff + "]";
    }
}
