package hk.qos.client.internal.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When a failed attempt is followed by another.
 *
 * @param attempts how often a request is sent at most, the first time included
 * @param first the upper bound of the wait before the second attempt; each later one is twice the one before
 * @param maxDelay the upper bound of any wait that the server did not ask for
 * @param maxRetryAfter the longest wait that the server may ask for; if it wants more, the failure is final
 */
public record RetryBackoff(int attempts, Duration first, Duration maxDelay, Duration maxRetryAfter) {
    private static final int MOST_DOUBLINGS = 30;

    /**
     * How long to wait after failed attempt number {@code attempt}, counted from 1: between half and all of the bound,
     * so that clients that failed together do not return together.
     */
    Duration delay(int attempt, RandomGenerator random) {
        long bound = maxDelay.toNanos();
        int doublings = Math.min(attempt - 1, MOST_DOUBLINGS);
        if (first.toNanos() <= bound >> doublings) {
            bound = first.toNanos() << doublings;
        }
        return Duration.ofNanos(bound / 2 + (long) (bound / 2.0 * random.nextDouble()));
    }
}
