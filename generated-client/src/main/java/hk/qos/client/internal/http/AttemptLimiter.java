package hk.qos.client.internal.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Limits the number of concurrent attempts. An attempt frees its slot before its outcome is reported, so that callbacks
 * of callers, which may make calls of their own, do not hold a slot. The timeout of an attempt bounds how long it
 * waits for a slot. Thread-safe.
 */
final class AttemptLimiter {
    private final Deque<Attempt> waiting = new ArrayDeque<>();
    private int free;

    /** One attempt to get an answer. */
    interface Attempt {

        /** What runs it. */
        Executor threads();

        /** Runs on such a thread and calls {@link AttemptLimiter#leave} exactly once. */
        void run();

        /** Called if no thread is available. Does not call {@link AttemptLimiter#leave}. */
        void refused(Throwable cause);
    }

    /** @param most the maximum of concurrent attempts */
    AttemptLimiter(int most) {
        this.free = most;
    }

    /** Runs an attempt as soon as a slot is free. */
    void enter(Attempt attempt) {
        synchronized (this) {
            if (free == 0) {
                waiting.add(attempt);
                return;
            }
            free--;
        }
        start(attempt);
    }

    /** Frees the slot of an attempt that has ended. */
    void leave() {
        Attempt next = next();
        if (next != null) {
            start(next);
        }
    }

    private void start(Attempt first) {
        for (Attempt attempt = first; attempt != null; attempt = next()) {
            try {
                attempt.threads().execute(attempt::run);
                return;
            } catch (Throwable refused) {
                attempt.refused(refused);
            }
        }
    }

    private synchronized @Nullable Attempt next() {
        Attempt next = waiting.poll();
        if (next == null) {
            free++;
        }
        return next;
    }
}
