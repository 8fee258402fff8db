package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.delivery.Dispatcher;
import hk.qos.stream.internal.io.Loop;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What becomes of deliveries that the executor refuses: told once, and tried again while the stream lives. */
final class RejectedDeliveries implements Dispatcher.RejectionHandler {
    private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(200);

    private final Context context;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean armed;
    private boolean stopped;
    /** On the loop. */
    private Loop.@Nullable Timer timer;

    RejectedDeliveries(Context context) {
        this.context = context;
    }

    @Override
    public void began(Throwable why) {
        context.events.failed(new RejectedExecutionException(
                "the executor of deliveries refused: what waits is kept, within its bounds, and tried again", why));
    }

    @Override
    public synchronized boolean later(Runnable attempt) {
        armed = !stopped && (armed || context.post(this::arm));
        return armed && waiting.add(attempt);
    }

    private void arm() {
        if (!isStopped()) {
            timer = context.loop.schedule(AGAIN, this::tryAgain);
        }
    }

    /** One after the other, until one is refused: the executor is the same for all. */
    private void tryAgain() {
        int most = disarm();
        for (int i = 0; i < most; i++) {
            Runnable attempt = poll();
            if (attempt != null) {
                attempt.run();
            }
            if (context.mailboxes.dispatcher().isRefusing()) {
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

    /** The stream is over: whoever waits is told the end, elsewhere if need be. On the loop. */
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
