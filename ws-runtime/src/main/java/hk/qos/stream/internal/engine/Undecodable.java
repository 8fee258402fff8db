package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamMetrics;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts skipped messages, reports each kind at most once a second, and detects when there are too many. On the loop. */
final class Undecodable {
    private static final Logger LOG = LoggerFactory.getLogger(Undecodable.class);
    private static final int TOO_MANY = 10;
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(10);
    private static final int MAX_NAME_LENGTH = 32;
    private static final int MAX_REASON_LENGTH = 200;

    private final Context context;
    private final LogLines lines;
    private final StreamMetrics metrics;
    private final Deque<Long> recent = new ArrayDeque<>();
    private final ThrottledReporter<String> reports;

    Undecodable(Context context, LogLines lines, StreamMetrics metrics, Events events) {
        this.context = context;
        this.lines = lines;
        this.metrics = metrics;
        this.reports = new ThrottledReporter<>(
                context.loop(),
                (kind, latest, count) -> events.emit(new StreamEvent.Malformed(latest, count, context.now())));
    }

    /** Counts a malformed message; returns true if there are so many that the connection must be replaced. */
    boolean malformed(Throwable error) {
        LOG.debug("{} skipped a malformed message", lines.prefix(), error);
        metrics.undecodable("malformed");
        reports.add("malformed", "unreadable: " + bounded(String.valueOf(error.getMessage())));
        long now = context.nanoTime();
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

    /** Counts a message of a kind that the dialect does not know; the server chooses its name. */
    void unknown(String kind) {
        report("unknown", "unknown " + (kind.length() > MAX_NAME_LENGTH ? kind.substring(0, MAX_NAME_LENGTH) : kind));
    }

    /** Counts a message that is not given to the dialect. */
    void skipped(String kind) {
        report(kind, "unknown " + kind);
    }

    private static String bounded(String reason) {
        String line = LogLines.oneLine(reason);
        return line.length() > MAX_REASON_LENGTH ? line.substring(0, MAX_REASON_LENGTH) + "…" : line;
    }

    void stop() {
        reports.stop();
    }

    private void report(String measured, String name) {
        metrics.undecodable(measured);
        reports.add(name, name);
    }
}
