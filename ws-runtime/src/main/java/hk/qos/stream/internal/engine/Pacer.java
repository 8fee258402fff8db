package hk.qos.stream.internal.engine;

import java.time.Duration;

/**
 * Keeps a minimum gap between the completion of one write and the start of the next. Outlives connections, so that a
 * reconnect allows no burst. On the loop.
 */
final class Pacer {
    private final long gap;
    private boolean writing;
    private boolean used;
    private long completedAt;

    Pacer(Duration gap) {
        this.gap = gap.toNanos();
    }

    /** Nanoseconds until the next write may start; {@link Long#MAX_VALUE} while one is under way. */
    long delay(long now) {
        if (writing) {
            return Long.MAX_VALUE;
        }
        return used ? Math.max(0, gap - (now - completedAt)) : 0;
    }

    void started() {
        writing = true;
    }

    /** The write that had started was not made. */
    void abandoned() {
        writing = false;
    }

    /** The write has completed, or its connection is gone. */
    void completed(long now) {
        if (writing) {
            writing = false;
            used = true;
            completedAt = now;
        }
    }

    long gap() {
        return gap;
    }

    /** How long until the next frame may be sent, assuming that a write under way completes now. */
    Duration expectedDelay(long now) {
        long wait = delay(now);
        return Duration.ofNanos(wait == Long.MAX_VALUE ? gap : wait);
    }
}
