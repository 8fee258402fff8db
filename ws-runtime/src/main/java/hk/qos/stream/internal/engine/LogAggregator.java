package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.internal.io.Loop;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes one line of what happens to many keys of a channel at once, and then at most one a second; ever fewer, down to
 * one a minute, while it goes on. On the loop.
 */
final class LogAggregator {
    private static final long FIRST_QUIET = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_QUIET = TimeUnit.MINUTES.toNanos(1);

    private record Name(LogAggregate.Kind kind, String channel) {}

    /** A tally and when it may make a line again. */
    private static final class Entry {
        private final LogAggregate tally;
        private long quiet = FIRST_QUIET;
        private boolean collecting;
        private Loop.@Nullable Timer timer;

        Entry(LogAggregate tally) {
            this.tally = tally;
        }
    }

    private final Context context;
    private final LogLines lines;
    private final Map<Name, Entry> entries = new LinkedHashMap<>();
    private boolean stopped;

    LogAggregator(Context context, LogLines lines) {
        this.context = context;
        this.lines = lines;
    }

    void add(LogAggregate.Kind kind, StreamEvent event) {
        Name name = new Name(kind, LogAggregate.channelOf(event));
        Entry entry = entries.get(name);
        if (entry == null) {
            entry = new Entry(new LogAggregate(kind, name.channel()));
            entries.put(name, entry);
            collect(entry);
        } else if (stopped) {
            return;
        }
        entry.tally.add(event);
        if (stopped) {
            tell(entry);
        }
    }

    /** What comes of the same task belongs to the same line. */
    private void collect(Entry entry) {
        if (!stopped) {
            entry.collecting = true;
            // If the loop has ended, its end tells.
            context.post(() -> {
                if (entry.collecting) {
                    begin(entry);
                }
            });
        }
    }

    private void begin(Entry entry) {
        entry.collecting = false;
        if (!stopped) {
            tell(entry);
            pause(entry);
        }
    }

    private void pause(Entry entry) {
        entry.timer = context.loop.schedule(entry.quiet, () -> {
            entry.timer = null;
            if (entry.tally.isEmpty()) {
                entries.values().remove(entry);
            } else {
                entry.quiet = Math.min(LONGEST_QUIET, entry.quiet * 2);
                tell(entry);
                pause(entry);
            }
        });
    }

    private void tell(Entry entry) {
        if (!entry.tally.isEmpty()) {
            lines.write(entry.tally.level(), entry.tally.take());
        }
    }

    /** Tells what is being collected, before a line that follows from it. */
    void settle() {
        for (Entry entry : entries.values()) {
            if (entry.collecting) {
                begin(entry);
            }
        }
    }

    /** Tells what has not been told, and sets no timer any more: later, only what is new is told. */
    void stop() {
        stopped = true;
        for (Entry entry : entries.values()) {
            entry.collecting = false;
            if (entry.timer != null) {
                entry.timer.cancel();
                entry.timer = null;
            }
            tell(entry);
        }
    }
}
