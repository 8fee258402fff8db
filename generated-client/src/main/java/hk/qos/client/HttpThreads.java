package hk.qos.client;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the requests of a client and the callbacks of its callers on daemon threads, which end after ten idle seconds.
 * Their number is not limited, since a callback may wait for another one; concurrent requests are limited elsewhere.
 */
final class HttpThreads extends ThreadPoolExecutor {
    private static final long MAX_CLOSE_SECONDS = 2;

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

    /**
     * Waits until the cancelled requests and their threads have ended. Does not wait if called on one of the threads.
     */
    void closeAndWait() {
        shutdown();
        if (Thread.currentThread() instanceof HttpThread thread && thread.owner == this) {
            return;
        }
        try {
            if (!awaitTermination(MAX_CLOSE_SECONDS, TimeUnit.SECONDS)) {
                shutdownNow();
            }
        } catch (InterruptedException e) {
            shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
