package hk.qos.client;

import hk.qos.client.internal.http.RetryBackoff;
import hk.qos.stream.internal.check.Checks;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a failed request is retried. Only requests that change nothing on the server are, and only after failures that
 * can be temporary: connection, timeout, HTTP 429, 502, 503, 504. Each attempt counts against the rate limit. Each
 * wither throws {@link IllegalArgumentException} if its argument is null or out of range. Immutable.
 */
public final class RetryPolicy {
    private static final Duration HOUR = Duration.ofHours(1);
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
        return DEFAULTS.withMaxAttempts(1);
    }

    /** Sets the maximum number of attempts, including the first: 1 to 20, by default 3. */
    public RetryPolicy withMaxAttempts(int attempts) {
        Checks.range("attempts", attempts, 1, 20);
        return new RetryPolicy(
                new RetryBackoff(attempts, backoff.firstDelay(), backoff.maxDelay(), backoff.maxRetryAfter()));
    }

    /**
     * Sets the delay before the second attempt, 1 ms to the maximum delay; by default 500 ms. Each further delay is
     * twice the one before, up to the maximum delay. The actual delay is random, between half and all of it.
     */
    public RetryPolicy withFirstDelay(Duration delay) {
        Checks.range("delay", delay, Duration.ofMillis(1), backoff.maxDelay());
        return new RetryPolicy(
                new RetryBackoff(backoff.maxAttempts(), delay, backoff.maxDelay(), backoff.maxRetryAfter()));
    }

    /** Sets the maximum delay between two attempts, the first delay to 1 hour; by default 30 s. */
    public RetryPolicy withMaxDelay(Duration delay) {
        Checks.range("delay", delay, backoff.firstDelay(), HOUR);
        return new RetryPolicy(
                new RetryBackoff(backoff.maxAttempts(), backoff.firstDelay(), delay, backoff.maxRetryAfter()));
    }

    /**
     * Sets the maximum {@code Retry-After} that is waited for, 0 to 1 hour; by default 60 s. If the server asks for
     * more, the call fails, and its exception has the time.
     */
    public RetryPolicy withMaxRetryAfter(Duration retryAfter) {
        Checks.range("retryAfter", retryAfter, Duration.ZERO, HOUR);
        return new RetryPolicy(
                new RetryBackoff(backoff.maxAttempts(), backoff.firstDelay(), backoff.maxDelay(), retryAfter));
    }

    /** The maximum number of attempts, including the first. */
    public int maxAttempts() {
        return backoff.maxAttempts();
    }

    /** The delay before the second attempt. */
    public Duration firstDelay() {
        return backoff.firstDelay();
    }

    /** The maximum delay between two attempts, unless the server asks for more. */
    public Duration maxDelay() {
        return backoff.maxDelay();
    }

    /** The maximum {@code Retry-After} that is waited for. */
    public Duration maxRetryAfter() {
        return backoff.maxRetryAfter();
    }

    RetryBackoff backoff() {
        return backoff;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RetryPolicy policy && policy.backoff.equals(backoff);
    }

    @Override
    public int hashCode() {
        return backoff.hashCode();
    }

    @Override
    public String toString() {
        return "RetryPolicy[" + backoff + "]";
    }
}
