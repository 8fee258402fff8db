package hk.qos.client.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The system's time, with one daemon thread that starts with the first wait. */
public final class SystemTimeSource implements TimeSource, AutoCloseable {
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final ScheduledThreadPoolExecutor timer;
    private final AtomicBoolean inRound = new AtomicBoolean();

    /** @param threadName the name of the timer's thread */
    public SystemTimeSource(String threadName) {
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, threadName);
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    /** After {@link #close} the task is dropped, since the call has failed already. */
    @Override
    public Cancellation schedule(Duration delay, Runnable task) {
        try {
            if (delay.compareTo(ROUND) > 0) {
                beginRound();
            }
            ScheduledFuture<?> wait = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> wait.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> {};
        }
    }

    /**
     * Schedules a task that does nothing, unless one is waiting. A task that is due after it does not wake the thread, as the
     * first of all tasks does: otherwise the timeout of each request would, although it is cancelled soon.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the task has no result
    private void beginRound() {
        if (inRound.compareAndSet(false, true)) {
            timer.schedule(() -> inRound.set(false), ROUND.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Ends the thread and drops waiting tasks. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
