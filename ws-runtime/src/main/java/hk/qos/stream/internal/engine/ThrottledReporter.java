package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.Loop;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reports frequent occurrences at most once per kind and second, with the number since the last report. On the loop. */
final class ThrottledReporter<X> {
    private static final long QUIET = TimeUnit.SECONDS.toNanos(1);
    /** The server may choose the names of kinds, so their number is limited. */
    private static final int MAX_KINDS = 32;

    /** Receives the reports. */
    interface Listener<X> {
        /** {@code latest} is the last of {@code count} occurrences since the last report. */
        void report(String kind, X latest, long count);
    }

    private static final class Report<X> {
        private X latest;
        private long since;
        private Loop.@Nullable Timer timer;

        Report(X first) {
            latest = first;
        }
    }

    private final Loop loop;
    private final int most;
    private final Listener<X> listener;
    private final Map<String, Report<X>> reports = new HashMap<>();
    private boolean stopped;

    ThrottledReporter(Loop loop, Listener<X> listener) {
        this(loop, MAX_KINDS, listener);
    }

    /** @param most how many kinds are distinguished; further ones count as {@code other} */
    ThrottledReporter(Loop loop, int most, Listener<X> listener) {
        this.loop = loop;
        this.most = most;
        this.listener = listener;
    }

    void add(String name, X what) {
        String kind = reports.containsKey(name) || reports.size() < most ? name : "other";
        Report<X> report = reports.get(kind);
        boolean first = report == null;
        if (report == null) {
            report = new Report<>(what);
            reports.put(kind, report);
        }
        report.latest = what;
        report.since++;
        if (stopped ? first : report.timer == null) {
            flush(kind, report);
        }
    }

    /** Reports what has not been reported, and sets no more timers: later, only new kinds are reported. */
    void stop() {
        stopped = true;
        reports.forEach((kind, report) -> {
            if (report.timer != null) {
                report.timer.cancel();
                report.timer = null;
            }
            if (report.since > 0) {
                flush(kind, report);
            }
        });
    }

    private void flush(String kind, Report<X> report) {
        long count = report.since;
        report.since = 0;
        if (!stopped) {
            report.timer = loop.schedule(QUIET, () -> {
                report.timer = null;
                if (report.since > 0) {
                    flush(kind, report);
                } else {
                    reports.remove(kind);
                }
            });
        }
        listener.report(kind, report.latest, count);
    }
}
