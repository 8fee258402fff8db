package hk.qos.stream.internal.netty;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The thread on which a stream calls its listeners. */
final class DeliveryThread implements Executor {
    private final ThreadPoolExecutor executor;
    private volatile @Nullable Thread thread;

    DeliveryThread(String stream) {
        executor = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread made = new Thread(task, "ws-delivery-" + stream);
            made.setDaemon(true);
            thread = made;
            return made;
        });
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(task);
    }

    boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    /** Rejects new tasks and finishes the queued ones. */
    void finish() {
        executor.shutdown();
    }

    /** Waits for the end, then interrupts a listener that has not returned. */
    void await(long nanos) throws InterruptedException {
        if (!executor.awaitTermination(nanos, TimeUnit.NANOSECONDS)) {
            executor.shutdownNow();
        }
    }
}
