package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.internal.io.Timeout;
import java.time.Duration;
import java.util.Set;
import org.slf4j.event.Level;

/** Logs events for operators: decides the level, and which events share a line. On the loop, except {@link #writeLate}. */
final class EventLog {
    private final LogLines lines;
    private final OutageLog outages;
    private final LogAggregator aggregator;

    EventLog(Context context, LogLines lines) {
        this.lines = lines;
        this.outages = new OutageLog(context.loop(), lines);
        this.aggregator = new LogAggregator(context, lines);
    }

    void write(StreamEvent event) {
        LogAggregator.Kind kind = LogAggregator.Kind.of(event);
        if (kind != null || event instanceof StreamEvent.Resumed) {
            if (lines.isDebugEnabled()) {
                lines.write(Level.DEBUG, event.toString());
            }
        } else {
            aggregator.flushCollected();
        }
        if (kind != null) {
            aggregator.add(kind, event);
        }
        if (event instanceof StreamEvent.Gap) {
            outages.gap();
        } else if (!outages.write(event) && kind == null) {
            single(event);
        }
    }

    /** Logs an event that happened after the loop had ended. Any thread. */
    void writeLate(StreamEvent event) {
        single(event);
    }

    void stop() {
        aggregator.stop();
    }

    private void single(StreamEvent event) {
        if (event instanceof StreamEvent.CallbackFailed failed) {
            lines.write(Level.WARN, "user code threw" + Wording.times(failed.count()), failed.cause());
        } else if (event instanceof StreamEvent.Unanswered unanswered) {
            lines.write(
                    Level.WARN,
                    (unanswered.cancel() ? "cancel of " : "subscription of ") + unanswered.channel()
                            + some(unanswered.keys()) + " not answered, sent again " + when(unanswered.retryIn()));
        } else if (event instanceof StreamEvent.Isolated isolated) {
            lines.write(
                    Level.WARN,
                    isolated.topic() + " is subscribed alone, " + when(isolated.retryIn())
                            + ", because connections ended after it; the last: " + isolated.reason());
        } else if (event instanceof StreamEvent.NeverPushed never) {
            lines.write(
                    Level.WARN,
                    never.channel() + some(never.keys()) + " acknowledged, but not pushed within "
                            + Timeout.text(never.after()));
        } else if (event instanceof StreamEvent.Degraded degraded) {
            lines.write(Level.WARN, "degraded: " + degraded.reason());
        } else if (event instanceof StreamEvent.Healthy) {
            lines.write(Level.INFO, "healthy again: heartbeats are answered");
        } else if (event instanceof StreamEvent.Malformed skipped) {
            lines.write(Level.WARN, Wording.counted(skipped.count(), "message") + " skipped: " + skipped.kind());
        } else if (event instanceof StreamEvent.RecordingIncomplete incomplete) {
            lines.write(Level.WARN, "recording: " + incomplete.reason());
        } else {
            lines.write(Level.WARN, event.toString());
        }
    }

    private static String when(Duration wait) {
        return wait.isZero() ? "now" : "in " + Timeout.text(wait);
    }

    private static String some(Set<String> keys) {
        return " (" + Wording.some(keys, false) + ")";
    }
}
