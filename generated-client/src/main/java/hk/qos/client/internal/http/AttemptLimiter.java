package hk.qos.client.internal.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many attempts are under way at once. An attempt leaves its lane before anyone hears of its outcome, so that
 * what callers do with an answer, which may be another call, holds up nobody. Who waits here is bounded by the deadline
 * of its attempt. Safe for all threads.
 */
final class AttemptLimiter {
    private final Executor threads;
    private final Deque<Attempt> waiting = new ArrayDeque<>();
    private int free;

    /** One attempt to get an answer. */
    interface Attempt {

        /** Runs on a thread of its own; calls {@link AttemptLimiter#leave} exactly once, whatever happens. */
        void run();

        /** There is no thread for it. Does not call {@link AttemptLimiter#leave}. */
        void refused(Throwable cause);
    }

    /** @param most at once */
    AttemptLimiter(Executor threads, int most) {
        this.threads = threads;
        this.free = most;
    }

    /** Runs an attempt as soon as there is a lane. */
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

    /** An attempt is over. */
    void leave() {
        Attempt next = next();
        if (next != null) {
            start(next);
        }
    }

    private void start(Attempt first) {
        for (Attempt attempt = first; attempt != null; attempt = next()) {
            try {
                threads.execute(attempt::run);
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
