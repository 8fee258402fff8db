package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.internal.io.Timeout;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * Logs events that concern many keys of a channel as one line: at first all events of one task, then at most one line a
 * second, and fewer, down to one a minute, while they continue. On the loop.
 */
final class LogAggregator {
    private static final long FIRST_PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final long MAX_PAUSE = TimeUnit.MINUTES.toNanos(1);

    /** The events that are aggregated, and their level. */
    enum Kind {
        GAP(Level.WARN),
        STALE(Level.WARN),
        REJECTED(Level.WARN),
        OVERFLOW(Level.WARN),
        UNRECOVERED(Level.WARN),
        RECOVERED(Level.INFO);

        private final Level level;

        Kind(Level level) {
            this.level = level;
        }

        /** The kind of {@code event}; {@code null} if it is not aggregated. */
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

    private record Name(Kind kind, String channel) {}

    private final Context context;
    private final LogLines lines;
    private final Map<Name, Aggregate> aggregates = new LinkedHashMap<>();
    private boolean stopped;

    LogAggregator(Context context, LogLines lines) {
        this.context = context;
        this.lines = lines;
    }

    void add(Kind kind, StreamEvent event) {
        Name name = new Name(kind, channelOf(event));
        Aggregate aggregate = aggregates.get(name);
        if (aggregate == null) {
            aggregate = new Aggregate(kind, name.channel());
            aggregates.put(name, aggregate);
            collect(aggregate);
        } else if (stopped) {
            return;
        }
        aggregate.add(event);
        if (stopped) {
            write(aggregate);
        }
    }

    private static String channelOf(StreamEvent event) {
        if (event instanceof StreamEvent.Gap gap) {
            return gap.topic().channel();
        } else if (event instanceof StreamEvent.Stale stale) {
            return stale.topic().channel();
        } else if (event instanceof StreamEvent.Rejected rejected) {
            return rejected.topic().channel();
        } else if (event instanceof StreamEvent.Unrecovered unrecovered) {
            return unrecovered.topic().channel();
        } else if (event instanceof StreamEvent.Recovered recovered) {
            return recovered.topic().channel();
        }
        return event instanceof StreamEvent.Overflow overflow ? overflow.channel() : "";
    }

    /** Waits for the end of the present task, so that all its events share a line. */
    private void collect(Aggregate aggregate) {
        if (!stopped) {
            aggregate.collecting = true;
            // If the loop has ended, stop() writes the line.
            context.post(() -> {
                if (aggregate.collecting) {
                    begin(aggregate);
                }
            });
        }
    }

    private void begin(Aggregate aggregate) {
        aggregate.collecting = false;
        if (!stopped) {
            write(aggregate);
            pause(aggregate);
        }
    }

    private void pause(Aggregate aggregate) {
        aggregate.timer = context.loop().schedule(aggregate.pause, () -> {
            aggregate.timer = null;
            if (aggregate.isEmpty()) {
                aggregates.values().remove(aggregate);
            } else {
                aggregate.pause = Math.min(MAX_PAUSE, aggregate.pause * 2);
                write(aggregate);
                pause(aggregate);
            }
        });
    }

    private void write(Aggregate aggregate) {
        if (!aggregate.isEmpty()) {
            lines.write(aggregate.kind.level, aggregate.take());
        }
    }

    /** Writes what is being collected, so that it precedes a line that follows from it. */
    void flushCollected() {
        for (Aggregate aggregate : aggregates.values()) {
            if (aggregate.collecting) {
                begin(aggregate);
            }
        }
    }

    /** Writes what has not been written, and sets no more timers: later, only new kinds are written. */
    void stop() {
        stopped = true;
        for (Aggregate aggregate : aggregates.values()) {
            aggregate.collecting = false;
            if (aggregate.timer != null) {
                aggregate.timer.cancel();
                aggregate.timer = null;
            }
            write(aggregate);
        }
    }

    /** The events of one kind and channel since the last line, and that line. */
    private static final class Aggregate {
        private final Kind kind;
        private final String channel;
        private long pause = FIRST_PAUSE;
        private boolean collecting;
        private Loop.@Nullable Timer timer;

        private final Set<String> names = new LinkedHashSet<>();
        private boolean moreNames;
        private long events;
        private long items;
        private boolean complete = true;
        private String reason = "";
        private Duration age = Duration.ZERO;
        private @Nullable Instant from;
        private @Nullable Instant to;

        Aggregate(Kind kind, String channel) {
            this.kind = kind;
            this.channel = channel;
        }

        boolean isEmpty() {
            return events == 0;
        }

        void add(StreamEvent event) {
            events++;
            if (event instanceof StreamEvent.Gap gap) {
                name(gap.topic().key());
                span(gap.from(), gap.to());
                reason = gap.reason();
            } else if (event instanceof StreamEvent.Stale stale) {
                name(stale.topic().key());
                age = stale.age().compareTo(age) > 0 ? stale.age() : age;
            } else if (event instanceof StreamEvent.Rejected rejected) {
                name(rejected.topic().key());
                reason = rejected.reason();
            } else if (event instanceof StreamEvent.Overflow overflow) {
                items += overflow.count();
                span(overflow.from(), overflow.to());
            } else if (event instanceof StreamEvent.Unrecovered unrecovered) {
                name(unrecovered.topic().key());
                span(unrecovered.from(), unrecovered.to());
                reason = unrecovered.reason();
            } else if (event instanceof StreamEvent.Recovered recovered) {
                name(recovered.topic().key());
                span(recovered.from(), recovered.to());
                items += recovered.count();
                complete &= recovered.complete();
            }
        }

        private void name(String key) {
            if (names.size() < Wording.MAX_NAMES) {
                names.add(key);
            } else {
                moreNames |= !names.contains(key);
            }
        }

        private void span(Instant begin, Instant end) {
            Instant first = from;
            Instant last = to;
            from = first == null || begin.isBefore(first) ? begin : first;
            to = last == null || end.isAfter(last) ? end : last;
        }

        /** The line; the aggregate is empty afterwards. */
        String take() {
            String text = text();
            names.clear();
            moreNames = false;
            events = 0;
            items = 0;
            complete = true;
            age = Duration.ZERO;
            from = null;
            to = null;
            return text;
        }

        private String text() {
            String some = " (" + Wording.some(names, moreNames) + ")";
            String when = " from " + from + " to " + to;
            return switch (kind) {
                case GAP -> Wording.counted(events, "gap") + " in " + channel + some + when + ": " + reason;
                case STALE ->
                    Wording.counted(events, "key") + " of " + channel + " stale" + some + ": no push for "
                            + Timeout.text(age);
                case REJECTED -> Wording.counted(events, "key") + " of " + channel + " rejected" + some + ": " + reason;
                case OVERFLOW ->
                    Wording.counted(items, "item") + " of " + channel + " dropped" + when + ": a listener is too slow";
                case UNRECOVERED ->
                    Wording.counted(events, "gap") + " of " + channel + " not recovered" + some + when + ": " + reason;
                case RECOVERED ->
                    Wording.counted(items, "item") + " of " + channel + " recovered" + some + ", missed" + when
                            + (complete ? "" : ", incomplete");
            };
        }
    }
}
