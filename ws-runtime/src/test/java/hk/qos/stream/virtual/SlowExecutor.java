package hk.qos.stream.virtual;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** One delivery thread in virtual time: runs one task after the other, and may be kept busy by a listener. */
final class SlowExecutor implements Executor {
    private final VirtualLoop loop;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean scheduled;
    private long busyUntil;
    private boolean running;

    SlowExecutor(VirtualLoop loop) {
        this.loop = loop;
    }

    /** Whether a task of it is what runs. */
    boolean isRunning() {
        return running;
    }

    /** What a listener says that sleeps. */
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
