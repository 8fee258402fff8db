package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.delivery.Dispatcher;
import hk.qos.stream.internal.io.Loop;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Retries deliveries that the user's executor rejected, while the stream lives, and reports the first rejection. */
final class RejectedDeliveries implements Dispatcher.RejectionHandler {
    private static final long RETRY_AFTER = TimeUnit.MILLISECONDS.toNanos(200);

    private final Context context;
    private final Consumer<? super Throwable> report;
    private final Dispatcher dispatcher;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean armed;
    private boolean stopped;
    /** On the loop. */
    private Loop.@Nullable Timer timer;

    /**
     * @param lastResort delivers the end of a stream that the executor of deliveries rejects
     * @param report receives the first rejection of each series, on any thread
     */
    RejectedDeliveries(Context context, Executor lastResort, Consumer<? super Throwable> report) {
        this.context = context;
        this.report = report;
        this.dispatcher = new Dispatcher(context.environment().delivery(), lastResort, this);
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    @Override
    public void began(Throwable why) {
        report.accept(new RejectedExecutionException(
                "the delivery executor rejected a task; queued items are kept within their limits and retried", why));
    }

    @Override
    public synchronized boolean later(Runnable attempt) {
        armed = !stopped && (armed || context.post(this::arm));
        return armed && waiting.add(attempt);
    }

    private void arm() {
        if (!isStopped()) {
            timer = context.loop().schedule(RETRY_AFTER, this::retry);
        }
    }

    /** Retries one after the other until one is rejected, since all use the same executor. */
    private void retry() {
        int most = disarm();
        for (int i = 0; i < most; i++) {
            Runnable attempt = poll();
            if (attempt != null) {
                attempt.run();
            }
            if (dispatcher.isRefusing()) {
                break;
            }
        }
        rearm();
    }

    private synchronized int disarm() {
        armed = false;
        return waiting.size();
    }

    private synchronized void rearm() {
        if (!armed && !waiting.isEmpty()) {
            armed = true;
            arm();
        }
    }

    private synchronized @Nullable Runnable poll() {
        return waiting.poll();
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    /** Runs what waits for the last time: the stream has ended. On the loop. */
    void stop() {
        synchronized (this) {
            stopped = true;
        }
        if (timer != null) {
            timer.cancel();
        }
        for (Runnable attempt = poll(); attempt != null; attempt = poll()) {
            attempt.run();
        }
    }
}
