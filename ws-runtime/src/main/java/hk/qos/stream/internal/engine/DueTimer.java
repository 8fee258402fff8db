package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.Loop;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Runs a task when the next of several waiting items is due. On the loop. */
final class DueTimer {
    private final Loop loop;
    private final LongSupplier left;
    private final Runnable task;
    private Loop.@Nullable Timer timer;

    /** @param left nanoseconds until the next item is due; {@link Long#MAX_VALUE} if none waits */
    DueTimer(Loop loop, LongSupplier left, Runnable task) {
        this.loop = loop;
        this.left = left;
        this.task = task;
    }

    /** Sets the timer anew, since the waiting items have changed. */
    void reset() {
        stop();
        long wait = left.getAsLong();
        if (wait < Long.MAX_VALUE) {
            timer = loop.schedule(wait, () -> {
                timer = null;
                task.run();
                reset();
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
