package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.Loop;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells what happens often once per kind and second, with the number since. On the loop. */
final class ThrottledReporter<X> {
    private static final long QUIET = TimeUnit.SECONDS.toNanos(1);
    /** Others may choose the kinds' names, so they must not choose how many are kept. */
    private static final int MOST_KINDS = 32;

    /** Says that {@code latest} happened, and {@code count} like it. */
    interface Teller<X> {
        void tell(String kind, X latest, long count);
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
    private final Teller<X> teller;
    private final Map<String, Report<X>> reports = new HashMap<>();
    private boolean stopped;

    ThrottledReporter(Loop loop, Teller<X> teller) {
        this(loop, MOST_KINDS, teller);
    }

    /** @param most how many kinds are told apart */
    ThrottledReporter(Loop loop, int most, Teller<X> teller) {
        this.loop = loop;
        this.most = most;
        this.teller = teller;
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
            tell(kind, report);
        }
    }

    /** Tells what has not been told, and sets no timer any more: later, only kinds that are new are told. */
    void stop() {
        stopped = true;
        reports.forEach((kind, report) -> {
            if (report.timer != null) {
                report.timer.cancel();
                report.timer = null;
            }
            if (report.since > 0) {
                tell(kind, report);
            }
        });
    }

    private void tell(String kind, Report<X> report) {
        long count = report.since;
        report.since = 0;
        if (!stopped) {
            report.timer = loop.schedule(QUIET, () -> {
                report.timer = null;
                if (report.since > 0) {
                    tell(kind, report);
                } else {
                    reports.remove(kind);
                }
            });
        }
        teller.tell(kind, report.latest, count);
    }
}
