package hk.qos.ws.internal.engine;

import hk.qos.ws.StreamEvent;
import org.slf4j.event.Level;

/** What events an operator reads of, as how many lines, and at which level. On the loop. */
final class EventLog {
    private final LogLines lines;
    private final OutageLog outages;
    private final Tallies tallies;

    EventLog(Context context) {
        this.lines = new LogLines(context);
        this.outages = new OutageLog(context, lines);
        this.tallies = new Tallies(context, lines);
    }

    void write(StreamEvent event) {
        Tally.Kind kind = Tally.Kind.of(event);
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
        } else if (event instanceof StreamEvent.Degraded degraded) {
            lines.write(Level.WARN, "degraded: " + degraded.reason());
        } else if (event instanceof StreamEvent.Healthy) {
            lines.write(Level.INFO, "healthy again: heartbeats are answered");
        } else if (event instanceof StreamEvent.Malformed skipped) {
            lines.write(Level.WARN, Names.counted(skipped.count(), "message") + " skipped: " + skipped.kind());
        } else if (event instanceof StreamEvent.RecordingIncomplete incomplete) {
            lines.write(Level.WARN, "recording: " + incomplete.reason());
        } else {
            lines.write(Level.WARN, event.toString());
        }
    }

    /** For what is told once a second: how often it happened, unless that was once. */
    static String times(long count) {
        return count == 1 ? "" : " (" + count + " times since this was last said)";
    }
}
