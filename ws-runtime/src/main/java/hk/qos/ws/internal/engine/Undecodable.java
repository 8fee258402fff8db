package hk.qos.ws.internal.engine;

import hk.qos.ws.StreamEvent;
import hk.qos.ws.internal.io.Loop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts frames that are skipped, reports each kind once a second, and says when there are too many. */
final class Undecodable {
    private static final Logger LOG = LoggerFactory.getLogger(Undecodable.class);
    private static final int TOO_MANY = 10;
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(10);
    private static final long QUIET = TimeUnit.SECONDS.toNanos(1);
    /** The server chooses the kinds' names, so it must not choose how many are kept. */
    private static final int MOST_KINDS = 32;

    private final Context context;
    private final Deque<Long> recent = new ArrayDeque<>();
    private final Map<String, Report> reports = new HashMap<>();

    Undecodable(Context context) {
        this.context = context;
    }

    private static final class Report {
        private long since;
        private Loop.@Nullable Timer timer;
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
        reports.values().forEach(report -> {
            if (report.timer != null) {
                report.timer.cancel();
            }
        });
        reports.clear();
    }

    private void report(String measured, String name) {
        context.metrics.undecodable(measured);
        String kind = reports.containsKey(name) || reports.size() < MOST_KINDS ? name : "other";
        Report report = reports.computeIfAbsent(kind, none -> new Report());
        report.since++;
        if (report.timer == null) {
            tell(kind, report);
        }
    }

    private void tell(String kind, Report report) {
        context.events.emit(new StreamEvent.Malformed(kind, report.since, context.now()));
        report.since = 0;
        report.timer = context.loop.schedule(QUIET, () -> {
            report.timer = null;
            if (report.since > 0) {
                tell(kind, report);
            } else {
                reports.remove(kind);
            }
        });
    }
}
