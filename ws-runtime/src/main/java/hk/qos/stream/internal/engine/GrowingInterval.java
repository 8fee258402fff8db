package hk.qos.stream.internal.engine;

import hk.qos.stream.Resubscription;
import java.time.Duration;

/** How long to leave alone what was asked for in vain: ever longer, up to a bound. On the loop. */
final class GrowingInterval {
    private static final int MOST_DOUBLINGS = 32;

    private final Resubscription setting;
    private final int free;
    private int failures;
    private long until;

    /** @param free how many failures in a row cost no pause */
    GrowingInterval(Resubscription setting, int free) {
        this.setting = setting;
        this.free = free;
    }

    /** It failed once more, at {@code now}. */
    void failed(long now) {
        failures++;
        until = now + pause().toNanos();
    }

    /** It succeeded, or there is reason to think that it will. */
    void forget() {
        failures = 0;
    }

    boolean isOver(long now) {
        return left(now) == 0;
    }

    /** Nanoseconds until it may be tried again. */
    long left(long now) {
        return failures == 0 ? 0 : Math.max(0, until - now);
    }

    private Duration pause() {
        long times = (1L << Math.min(MOST_DOUBLINGS, Math.max(0, failures - free))) - 1;
        Duration longest = setting.longestPause();
        return setting.firstPause().compareTo(longest.dividedBy(Math.max(1, times))) > 0 && times > 0
                ? longest
                : setting.firstPause().multipliedBy(times);
    }
}
