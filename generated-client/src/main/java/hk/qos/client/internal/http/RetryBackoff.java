package hk.qos.client.internal.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When a failed attempt is followed by another.
 *
 * @param maxAttempts the maximum number of attempts, including the first
 * @param firstDelay the upper bound of the delay before the second attempt; each further bound is twice the one before
 * @param maxDelay the upper bound of all delays that the server did not ask for
 * @param maxRetryAfter the maximum delay that the server may ask for; if it asks for more, the failure is final
 */
public record RetryBackoff(int maxAttempts, Duration firstDelay, Duration maxDelay, Duration maxRetryAfter) {
    private static final int MAX_DOUBLINGS = 30;

    /**
     * Returns the delay after failed attempt number {@code attempt}, counted from 1: between half and all of the bound,
     * so that clients that failed together do not retry together.
     */
    Duration delay(int attempt, RandomGenerator random) {
        long bound = maxDelay.toNanos();
        int doublings = Math.min(attempt - 1, MAX_DOUBLINGS);
        if (firstDelay.toNanos() <= bound >> doublings) {
            bound = firstDelay.toNanos() << doublings;
        }
        return Duration.ofNanos(bound / 2 + (long) (bound / 2.0 * random.nextDouble()));
    }
}
