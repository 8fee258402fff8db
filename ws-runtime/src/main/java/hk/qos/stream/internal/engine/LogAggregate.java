package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** What happened to the keys of one channel since the last line about it, and the line that says so. */
final class LogAggregate {

    /** What is counted: it happens to many keys at once, or again and again. */
    enum Kind {
        GAP(Level.WARN),
        STALE(Level.WARN),
        REJECTED(Level.WARN),
        OVERFLOW(Level.WARN),
        UNRECOVERED(Level.WARN),
        RECOVERED(Level.INFO);

        final Level level;

        Kind(Level level) {
            this.level = level;
        }

        /** The kind of {@code event}; {@code null} if it gets a line of its own. */
        static @Nullable Kind of(StreamEvent event) {
            if (event instanceof StreamEvent.Gap) {
                return GAP;
            } else if (event instanceof StreamEvent.Stale) {
                return STALE;
            } else if (event instanceof StreamEvent.Rejected) {
                return REJECTED;
            } else if (event instanceof StreamEvent.Overflow) {
                return OVERFLOW;
            } else if (event instanceof StreamEvent.Unrecovered) {
                return UNRECOVERED;
            }
            return event instanceof StreamEvent.Recovered ? RECOVERED : null;
        }
    }

    private final Kind kind;
    private final String channel;
    private final Set<String> names = new LinkedHashSet<>();
    private boolean more;
    private long events;
    private long items;
    private boolean complete = true;
    private String reason = "";
    private Duration age = Duration.ZERO;
    private @Nullable Instant from;
    private @Nullable Instant to;

    LogAggregate(Kind kind, String channel) {
        this.kind = kind;
        this.channel = channel;
    }

    static String channelOf(StreamEvent event) {
        if (event instanceof StreamEvent.Gap gap) {
            return gap.topic().channel();
        } else if (event instanceof StreamEvent.Stale stale) {
            return stale.topic().channel();
        } else if (event instanceof StreamEvent.Rejected rejected) {
            return rejected.topic().channel();
        } else if (event instanceof StreamEvent.Unrecovered gone) {
            return gone.topic().channel();
        } else if (event instanceof StreamEvent.Recovered found) {
            return found.topic().channel();
        }
        return event instanceof StreamEvent.Overflow overflow ? overflow.channel() : "";
    }

    boolean isEmpty() {
        return events == 0;
    }

    Level level() {
        return kind.level;
    }

    void add(StreamEvent event) {
        events++;
        if (event instanceof StreamEvent.Gap gap) {
            name(gap.topic().key());
            span(gap.from(), gap.to());
            reason = gap.cause();
        } else if (event instanceof StreamEvent.Stale stale) {
            name(stale.topic().key());
            age = stale.age().compareTo(age) > 0 ? stale.age() : age;
        } else if (event instanceof StreamEvent.Rejected rejected) {
            name(rejected.topic().key());
            reason = rejected.reason();
        } else if (event instanceof StreamEvent.Overflow overflow) {
            items += overflow.count();
            span(overflow.from(), overflow.to());
        } else if (event instanceof StreamEvent.Unrecovered gone) {
            name(gone.topic().key());
            span(gone.from(), gone.to());
            reason = gone.reason();
        } else if (event instanceof StreamEvent.Recovered found) {
            name(found.topic().key());
            span(found.from(), found.to());
            items += found.count();
            complete &= found.complete();
        }
    }

    private void name(String key) {
        if (names.size() < Abbreviated.MOST) {
            names.add(key);
        } else {
            more |= !names.contains(key);
        }
    }

    private void span(Instant begin, Instant end) {
        Instant first = from;
        Instant last = to;
        from = first == null || begin.isBefore(first) ? begin : first;
        to = last == null || end.isAfter(last) ? end : last;
    }

    /** One line; nothing is counted afterwards. */
    String take() {
        String text = text();
        names.clear();
        more = false;
        events = 0;
        items = 0;
        complete = true;
        age = Duration.ZERO;
        from = null;
        to = null;
        return text;
    }

    private String text() {
        String some = " (" + Abbreviated.some(names, more) + ")";
        String when = " from " + from + " to " + to;
        return switch (kind) {
            case GAP -> Abbreviated.counted(events, "gap") + " in " + channel + some + when + ": " + reason;
            case STALE ->
                Abbreviated.counted(events, "key") + " of " + channel + " stale" + some + ": no push for "
                        + Context.text(age);
            case REJECTED -> Abbreviated.counted(events, "key") + " of " + channel + " rejected" + some + ": " + reason;
            case OVERFLOW ->
                Abbreviated.counted(items, "item") + " of " + channel + " dropped" + when + ": a listener is too slow";
            case UNRECOVERED ->
                Abbreviated.counted(events, "span") + " of " + channel + " lost" + some + when + ": " + reason;
            case RECOVERED ->
                Abbreviated.counted(items, "item") + " of " + channel + " recovered" + some + ", missed" + when
                        + (complete ? "" : ", not all");
        };
    }
}
