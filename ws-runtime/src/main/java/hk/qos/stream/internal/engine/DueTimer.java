package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.Loop;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Runs a task when the next of several things that wait is due. On the loop. */
final class DueTimer {
    private final Loop loop;
    private final LongSupplier left;
    private final Runnable task;
    private Loop.@Nullable Timer timer;

    /** @param left nanoseconds until the next is due; {@link Long#MAX_VALUE} if nothing waits */
    DueTimer(Loop loop, LongSupplier left, Runnable task) {
        this.loop = loop;
        this.left = left;
        this.task = task;
    }

    /** What waits has changed. */
    void set() {
        stop();
        long wait = left.getAsLong();
        if (wait < Long.MAX_VALUE) {
            timer = loop.schedule(wait, () -> {
                timer = null;
                task.run();
                set();
            });
        }
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
