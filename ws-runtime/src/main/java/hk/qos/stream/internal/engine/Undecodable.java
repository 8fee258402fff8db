package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts frames that are skipped, reports each kind once a second, and says when there are too many. */
final class Undecodable {
    private static final Logger LOG = LoggerFactory.getLogger(Undecodable.class);
    private static final int TOO_MANY = 10;
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(10);

    private final Context context;
    private final Deque<Long> recent = new ArrayDeque<>();
    private final ThrottledReporter<String> reports;

    Undecodable(Context context) {
        this.context = context;
        this.reports = new ThrottledReporter<>(
                context.loop,
                (kind, latest, count) -> context.events.emit(new StreamEvent.Malformed(kind, count, context.now())));
    }

    /** Notes a malformed frame; true if there have been so many that the connection is worth nothing. */
    boolean malformed(Throwable error) {
        LOG.debug("[{} #{}] skipped a malformed message", context.id, context.events.epoch(), error);
        report("malformed", "malformed");
        long now = context.loop.nanoTime();
        recent.add(now);
        while (!recent.isEmpty() && now - recent.peekFirst() > WINDOW) {
            recent.removeFirst();
        }
        if (recent.size() < TOO_MANY) {
            return false;
        }
        recent.clear();
        return true;
    }

    /** Notes a message of a kind that the dialect does not know. The server chooses its name. */
    void unknown(String kind) {
        report("unknown", "unknown " + (kind.length() > 32 ? kind.substring(0, 32) : kind));
    }

    /** Notes a message that no dialect is asked about. */
    void skipped(String kind) {
        report(kind, "unknown " + kind);
    }

    void stop() {
        reports.stop();
    }

    private void report(String measured, String name) {
        context.metrics.undecodable(measured);
        reports.add(name, name);
    }
}
