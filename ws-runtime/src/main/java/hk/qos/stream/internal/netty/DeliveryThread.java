package hk.qos.stream.internal.netty;

import hk.qos.stream.internal.io.Loop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The thread on which a stream calls its listeners. The loop hands over what one read has brought at once, when all of it is
 * decoded: it wakes the thread once, and the two do not contend for the same queues meanwhile.
 */
final class DeliveryThread implements Executor {
    private final Loop loop;
    private final ThreadPoolExecutor executor;
    private final List<Runnable> fromLoop = new ArrayList<>();
    private final Runnable handOver = this::handOver;
    private volatile @Nullable Thread thread;

    DeliveryThread(String stream, Loop loop) {
        this.loop = loop;
        executor = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread made = new Thread(task, "ws-delivery-" + stream);
            made.setDaemon(true);
            thread = made;
            return made;
        });
    }

    @Override
    public void execute(Runnable task) {
        if (!loop.inLoop()) {
            executor.execute(task);
        } else if (isFirst(task)) {
            try {
                loop.execute(handOver);
            } catch (RejectedExecutionException loopHasEnded) {
                handOver();
            }
        }
    }

    private synchronized boolean isFirst(Runnable task) {
        if (executor.isShutdown()) {
            throw new RejectedExecutionException("the stream is closed");
        }
        fromLoop.add(task);
        return fromLoop.size() == 1;
    }

    /** Hands over what the loop has collected. Any thread; at the latest, the loop runs it after its present task. */
    synchronized void handOver() {
        fromLoop.forEach(executor::execute);
        fromLoop.clear();
    }

    boolean isStarted() {
        return thread != null;
    }

    boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    /** Rejects new tasks and finishes the queued ones. */
    synchronized void finish() {
        handOver();
        executor.shutdown();
    }

    /** Waits for the end, then interrupts a listener that has not returned. */
    void await(long nanos) throws InterruptedException {
        if (!executor.awaitTermination(nanos, TimeUnit.NANOSECONDS)) {
            executor.shutdownNow();
        }
    }
}
