package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamEvent;
import java.util.Set;
import org.slf4j.event.Level;

/** What events an operator reads of, as how many lines, and at which level. On the loop. */
final class EventLog {
    private final LogLines lines;
    private final OutageLog outages;
    private final LogAggregator tallies;

    EventLog(Context context) {
        this.lines = new LogLines(context);
        this.outages = new OutageLog(context, lines);
        this.tallies = new LogAggregator(context, lines);
    }

    void write(StreamEvent event) {
        LogAggregate.Kind kind = LogAggregate.Kind.of(event);
        if (kind != null || event instanceof StreamEvent.Resumed) {
            if (LogLines.LOG.isDebugEnabled()) {
                lines.write(Level.DEBUG, event.toString());
            }
        } else {
            tallies.settle();
        }
        if (kind != null) {
            tallies.add(kind, event);
        }
        if (event instanceof StreamEvent.Gap) {
            outages.gap();
        } else if (!outages.write(event) && kind == null) {
            single(event);
        }
    }

    /** For what happens after the loop has ended: on any thread. */
    void late(StreamEvent event) {
        single(event);
    }

    void stop() {
        tallies.stop();
    }

    private void single(StreamEvent event) {
        if (event instanceof StreamEvent.CallbackFailed failed) {
            lines.write(Level.WARN, "user code threw" + times(failed.count()), failed.cause());
        } else if (event instanceof StreamEvent.Unanswered || event instanceof StreamEvent.Isolated) {
            lines.write(Level.WARN, aboutKeys(event));
        } else if (event instanceof StreamEvent.NeverPushed never) {
            lines.write(
                    Level.WARN,
                    never.channel() + some(never.keys()) + " acknowledged, and not pushed within "
                            + Context.text(never.after()));
        } else if (event instanceof StreamEvent.Degraded degraded) {
            lines.write(Level.WARN, "degraded: " + degraded.reason());
        } else if (event instanceof StreamEvent.Healthy) {
            lines.write(Level.INFO, "healthy again: heartbeats are answered");
        } else if (event instanceof StreamEvent.Malformed skipped) {
            lines.write(Level.WARN, Abbreviated.counted(skipped.count(), "message") + " skipped: " + skipped.kind());
        } else if (event instanceof StreamEvent.RecordingIncomplete incomplete) {
            lines.write(Level.WARN, "recording: " + incomplete.reason());
        } else {
            lines.write(Level.WARN, event.toString());
        }
    }

    private static String aboutKeys(StreamEvent event) {
        if (event instanceof StreamEvent.Unanswered mute) {
            return (mute.cancel() ? "cancel of " : "subscription of ") + mute.channel() + some(mute.keys())
                    + " not answered, sent again "
                    + (mute.again().isZero() ? "now" : "in " + Context.text(mute.again()));
        } else if (event instanceof StreamEvent.Isolated alone) {
            return alone.topic() + " is asked for alone"
                    + (alone.again().isZero() ? "" : ", in " + Context.text(alone.again()))
                    + ", since connections ended after it; the last: " + alone.cause();
        }
        return event.toString();
    }

    private static String some(Set<String> keys) {
        return " (" + Abbreviated.some(keys, false) + ")";
    }

    /** For what is told once a second: how often it happened, unless that was once. */
    static String times(long count) {
        return count == 1 ? "" : " (" + count + " times since this was last said)";
    }
}
