package hk.qos.stream.internal.engine;

import hk.qos.stream.Resubscription;
import java.time.Duration;

/** The pause before something that failed is tried again: grows with each failure, up to a limit. On the loop. */
final class GrowingInterval {
    private static final int MAX_DOUBLINGS = 32;

    private final Resubscription setting;
    private final int free;
    private int failures;
    private long until;

    /** @param free the number of failures in a row that cause no pause */
    GrowingInterval(Resubscription setting, int free) {
        this.setting = setting;
        this.free = free;
    }

    /** One more failure, at {@code now}. */
    void failed(long now) {
        failures++;
        until = now + pause().toNanos();
    }

    /** It succeeded, or is likely to succeed now. */
    void reset() {
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
        long times = (1L << Math.min(MAX_DOUBLINGS, Math.max(0, failures - free))) - 1;
        Duration longest = setting.maxPause();
        return setting.firstPause().compareTo(longest.dividedBy(Math.max(1, times))) > 0 && times > 0
                ? longest
                : setting.firstPause().multipliedBy(times);
    }
}
