package hk.qos.stream.internal.delivery;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Runs the mailboxes of a stream on an executor, which may reject them. */
public final class Dispatcher {

    /** Handles rejections. Called on any thread; methods must not block. */
    public interface RejectionHandler {
        /** The executor rejected a task, the first since it last accepted one. */
        void began(Throwable why);

        /** Runs {@code attempt} after a pause; returns false if the stream has ended. */
        boolean later(Runnable attempt);
    }

    private final Executor executor;
    private final Executor lastResort;
    private final RejectionHandler rejections;
    private volatile boolean rejecting;
    private volatile boolean endOnly;

    /** @param lastResort reports the end to consumers if {@code executor} rejects that */
    public Dispatcher(Executor executor, Executor lastResort, RejectionHandler rejections) {
        this.executor = executor;
        this.lastResort = lastResort;
        this.rejections = rejections;
    }

    /** Submits a turn; returns what the executor threw, or null. A full pool and a broken one throw alike. */
    @Nullable
    Throwable submit(Runnable turn) {
        try {
            executor.execute(turn);
        } catch (Throwable why) {
            if (!rejecting) {
                rejecting = true;
                rejections.began(why);
            }
            return why;
        }
        if (rejecting) {
            rejecting = false;
        }
        return null;
    }

    /** A listener has closed the stream: from now on, mailboxes deliver its end and nothing else. */
    public void deliverEndOnly() {
        endOnly = true;
    }

    boolean isEndOnly() {
        return endOnly;
    }

    /** Whether the executor rejected the last task. */
    public boolean isRefusing() {
        return rejecting;
    }

    /** Whether the executor is known to be shut down; most kinds of executors do not say. */
    boolean isGone() {
        return executor instanceof ExecutorService service && service.isShutdown();
    }

    boolean later(Runnable attempt) {
        return rejections.later(attempt);
    }

    void elsewhere(Runnable turn) {
        lastResort.execute(turn);
    }
}
