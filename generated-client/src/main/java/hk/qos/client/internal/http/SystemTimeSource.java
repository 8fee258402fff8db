package hk.qos.client.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The system's time, with one daemon thread that starts with the first wait. */
public final class SystemTimeSource implements TimeSource, AutoCloseable {
    private final ScheduledThreadPoolExecutor timer;

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
            ScheduledFuture<?> wait = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> wait.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> {};
        }
    }

    /** Ends the thread and drops waiting tasks. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
