package hk.qos.client;

import hk.qos.client.internal.check.Checks;
import hk.qos.client.internal.http.Backoff;
import java.time.Duration;

/**
 * When a request that failed is sent again. Only requests that change nothing on the server are, and only after
 * failures that may pass: connection, deadline, HTTP 429, 502, 503, 504. Each attempt counts against the rate. Immutable.
 */
public final class RetryPolicy {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final RetryPolicy DEFAULTS =
            new RetryPolicy(new Backoff(3, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(60)));

    private final Backoff backoff;

    private RetryPolicy(Backoff backoff) {
        this.backoff = backoff;
    }

    /** Three attempts, 250 to 500 ms before the second and twice that before the third; Retry-After up to 60 s. */
    public static RetryPolicy defaults() {
        return DEFAULTS;
    }

    /** Every failure is told at once. */
    public static RetryPolicy none() {
        return DEFAULTS.withAttempts(1);
    }

    /** How often a request is sent at most, the first time included: 1 to 20, by default 3. */
    public RetryPolicy withAttempts(int attempts) {
        return new RetryPolicy(new Backoff(
                Checks.range("attempts", attempts, 1, 20),
                backoff.first(),
                backoff.longest(),
                backoff.longestRetryAfter()));
    }

    /**
     * The wait before another attempt: between half and all of a bound that begins at {@code first} and doubles up to
     * {@code longest}; by default 500 ms and 30 s.
     *
     * @param first 1 ms to {@code longest}
     * @param longest up to 1 hour
     */
    public RetryPolicy withBackoff(Duration first, Duration longest) {
        Checks.range("longest", longest, Duration.ofMillis(1), LONGEST);
        Checks.range("first", first, Duration.ofMillis(1), longest);
        return new RetryPolicy(new Backoff(backoff.attempts(), first, longest, backoff.longestRetryAfter()));
    }

    /**
     * How long a wait the server may ask for, 0 to 1 hour, by default 60 s. If it wants more, the call fails and its
     * exception tells how long.
     */
    public RetryPolicy withLongestRetryAfter(Duration longestRetryAfter) {
        Checks.range("longestRetryAfter", longestRetryAfter, Duration.ZERO, LONGEST);
        return new RetryPolicy(new Backoff(backoff.attempts(), backoff.first(), backoff.longest(), longestRetryAfter));
    }

    Backoff backoff() {
        return backoff;
    }

    @Override
    public String toString() {
        return "RetryPolicy[" + backoff + "]";
    }
}
