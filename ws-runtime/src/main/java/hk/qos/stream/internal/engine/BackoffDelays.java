package hk.qos.stream.internal.engine;

import hk.qos.stream.Backoff;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next attempt. */
final class BackoffDelays {
    private final Backoff policy;
    private final RandomGenerator random;
    private int failures;

    BackoffDelays(Backoff policy, RandomGenerator random) {
        this.policy = policy;
        this.random = random;
    }

    /** Failures in a row. */
    int failures() {
        return failures;
    }

    void reset() {
        failures = 0;
    }

    /** The wait after one more failure, and {@code least} at least. */
    Duration next(Duration least) {
        long first = policy.firstSpread().toNanos();
        long most = policy.maxSpread().toNanos();
        long spread = failures >= 40 || first > (most >> failures) ? most : first << failures;
        failures++;
        Duration wait = policy.base().plusNanos(random.nextLong(spread + 1));
        return wait.compareTo(least) < 0 ? least : wait;
    }
}
