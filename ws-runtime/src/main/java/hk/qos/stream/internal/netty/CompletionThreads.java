package hk.qos.stream.internal.netty;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The two threads on which a stream's futures complete. Handing over a future costs the loop the same however many complete
 * at once. While a stage waits for another future, the pool adds a thread.
 */
final class CompletionThreads implements Executor {
    private static final int THREADS = 2;
    /** The most stages that may wait at once; beyond it, no thread is added. */
    private static final int MAX_THREADS = 512;

    private static final long IDLE_SECONDS = 5;

    private final AtomicInteger made = new AtomicInteger();
    private final ForkJoinPool pool;

    CompletionThreads(String stream) {
        boolean inOrder = true;
        int unblocked = 1;
        pool = new ForkJoinPool(
                THREADS,
                in -> new Worker(in, "ws-completion-" + stream + "-" + made.incrementAndGet()),
                null,
                inOrder,
                THREADS,
                MAX_THREADS,
                unblocked,
                saturated -> true,
                IDLE_SECONDS,
                TimeUnit.SECONDS);
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    /** Rejects new tasks and finishes the queued ones. */
    void finish() {
        pool.shutdown();
    }

    /** Waits for the end, unless the caller is one of these threads. A stage that does not return is not interrupted. */
    void await(long nanos) throws InterruptedException {
        boolean within = Thread.currentThread() instanceof ForkJoinWorkerThread worker && worker.getPool() == pool;
        if (!within) {
            var unused = pool.awaitTermination(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private static final class Worker extends ForkJoinWorkerThread {
        Worker(ForkJoinPool pool, String name) {
            super(pool);
            setName(name);
        }
    }
}
