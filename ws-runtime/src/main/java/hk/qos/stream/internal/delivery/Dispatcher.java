package hk.qos.stream.internal.delivery;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Gives the mailboxes of a stream their turns on an executor, which may refuse. */
public final class Dispatcher {

    /** Who hears of refusals, and knows the time. Called on any thread, so neither method may block. */
    public interface RejectionHandler {
        /** The executor refused, for the first time since it last took something. */
        void began(Throwable why);

        /** Runs {@code attempt} in a while; false if nothing may wait any more, since the stream has ended. */
        boolean later(Runnable attempt);
    }

    private final Executor executor;
    private final Executor lastResort;
    private final RejectionHandler outage;
    private volatile boolean refusing;

    /** @param lastResort tells consumers of the end when {@code executor} does not */
    public Dispatcher(Executor executor, Executor lastResort, RejectionHandler outage) {
        this.executor = executor;
        this.lastResort = lastResort;
        this.outage = outage;
    }

    /** Asks for a turn; what the executor threw instead, if it did: a full pool and a broken one throw alike. */
    @Nullable
    Throwable ask(Runnable turn) {
        try {
            executor.execute(turn);
        } catch (Throwable why) {
            if (!refusing) {
                refusing = true;
                outage.began(why);
            }
            return why;
        }
        if (refusing) {
            refusing = false;
        }
        return null;
    }

    /** Whether the executor took nothing when it was asked last. */
    public boolean isRefusing() {
        return refusing;
    }

    /** Whether the executor is known to take nothing ever again: most kinds do not tell. */
    boolean isGone() {
        return executor instanceof ExecutorService service && service.isShutdown();
    }

    boolean later(Runnable attempt) {
        return outage.later(attempt);
    }

    void elsewhere(Runnable turn) {
        lastResort.execute(turn);
    }
}
