package hk.qos.stream.virtual;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** One delivery thread in virtual time: runs one task after the other; a listener can occupy it. */
final class SlowExecutor implements Executor {
    private final VirtualLoop loop;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean scheduled;
    private long busyUntil;
    private boolean running;

    SlowExecutor(VirtualLoop loop) {
        this.loop = loop;
    }

    /** Whether one of its tasks is running. */
    boolean isRunning() {
        return running;
    }

    /** Called by a listener that sleeps. */
    void busy(long nanos) {
        busyUntil = Math.max(busyUntil, loop.nanoTime()) + nanos;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        schedule();
    }

    private void schedule() {
        if (!scheduled && !tasks.isEmpty()) {
            scheduled = true;
            loop.schedule(busyUntil - loop.nanoTime(), () -> {
                scheduled = false;
                Runnable next = tasks.poll();
                if (next != null) {
                    running = true;
                    next.run();
                    running = false;
                }
                schedule();
            });
        }
    }
}
