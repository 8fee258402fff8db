package hk.qos.client;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which this client's requests run, and what callers do with the answers: daemons, started at need, gone
 * after ten idle seconds. They are not bounded, since what runs here may wait for another of them; requests are, elsewhere.
 */
final class HttpThreads extends ThreadPoolExecutor {
    private static final long LONGEST_CLOSE_SECONDS = 2;

    HttpThreads() {
        super(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>());
        AtomicInteger number = new AtomicInteger();
        setThreadFactory(task -> new HttpThread(this, task, "qos-http-" + number.incrementAndGet()));
    }

    private static final class HttpThread extends Thread {
        private final HttpThreads owner;

        HttpThread(HttpThreads owner, Runnable task, String name) {
            super(task, name);
            this.owner = owner;
            setDaemon(true);
        }
    }

    /** Lets running requests end, which are cancelled by now, and waits for the threads; not when called on one. */
    void closeAndWait() {
        shutdown();
        if (Thread.currentThread() instanceof HttpThread thread && thread.owner == this) {
            return;
        }
        try {
            if (!awaitTermination(LONGEST_CLOSE_SECONDS, TimeUnit.SECONDS)) {
                shutdownNow();
            }
        } catch (InterruptedException e) {
            shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
