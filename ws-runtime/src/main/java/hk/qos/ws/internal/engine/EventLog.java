package hk.qos.ws.internal.engine;

import hk.qos.ws.StreamEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** One log line an event: stream, epoch, what, and why. */
final class EventLog {
    private EventLog() {}

    /** @param trouble why the last connection ended, while the stream has not been ready since */
    static void write(Logger log, String stream, int epoch, StreamEvent event, @Nullable String trouble) {
        if (event instanceof StreamEvent.CallbackFailed failed) {
            log.warn("[{} #{}] user code threw{}", stream, epoch, times(failed.count()), failed.cause());
        } else if (isWarning(event)) {
            log.warn("[{} #{}] {}", stream, epoch, text(event, trouble));
        } else {
            log.info("[{} #{}] {}", stream, epoch, text(event, trouble));
        }
    }

    /** Why there is no connection, if {@code event} says so, else what was known before. */
    static @Nullable String cause(StreamEvent event, @Nullable String known) {
        if (event instanceof StreamEvent.Disconnected lost) {
            return lost.cause().getMessage();
        } else if (event instanceof StreamEvent.ConnectFailed failed) {
            return failed.cause().getMessage();
        }
        return known;
    }

    /** For what is told once a second: how often it happened, unless that was once. */
    static String times(long count) {
        return count == 1 ? "" : " (" + count + " times since this was last said)";
    }

    private static boolean isWarning(StreamEvent event) {
        return !(event instanceof StreamEvent.Connected
                || event instanceof StreamEvent.Ready
                || event instanceof StreamEvent.Resumed
                || event instanceof StreamEvent.Recovered
                || event instanceof StreamEvent.BackingOff
                || event instanceof StreamEvent.Healthy
                || event instanceof StreamEvent.Closed);
    }

    private static String text(StreamEvent event, @Nullable String trouble) {
        String after = trouble == null ? "" : " after: " + trouble;
        if (event instanceof StreamEvent.Connected) {
            return "connected" + after;
        } else if (event instanceof StreamEvent.Ready) {
            return "ready" + after;
        } else if (event instanceof StreamEvent.Disconnected lost) {
            return "disconnected: " + lost.cause().getMessage();
        } else if (event instanceof StreamEvent.ConnectFailed failed) {
            return "could not connect: " + failed.cause().getMessage();
        } else if (event instanceof StreamEvent.Failed failed) {
            return "gives up: " + failed.cause().getMessage();
        } else if (event instanceof StreamEvent.Closed) {
            return "closed, as asked";
        } else if (event instanceof StreamEvent.BackingOff wait) {
            return "next attempt in " + Context.text(wait.delay()) + " (" + wait.tries() + " without lasting success)"
                    + after;
        }
        return aboutData(event, after);
    }

    private static String aboutData(StreamEvent event, String after) {
        if (event instanceof StreamEvent.Gap gap) {
            return "gap in " + gap.topic() + " from " + gap.from() + " to " + gap.to() + ": " + gap.cause();
        } else if (event instanceof StreamEvent.Resumed resumed) {
            return resumed.channel() + " " + String.join(",", resumed.keys()) + " served again" + after;
        } else if (event instanceof StreamEvent.Recovered found) {
            return found.count() + " of " + found.topic() + " recovered, missed from " + found.from() + " to "
                    + found.to() + (found.complete() ? "" : ", not all");
        } else if (event instanceof StreamEvent.Unrecovered gone) {
            return gone.topic() + " from " + gone.from() + " to " + gone.to() + " is lost: " + gone.reason();
        } else if (event instanceof StreamEvent.Rejected rejected) {
            return rejected.topic() + " rejected: " + rejected.reason();
        } else if (event instanceof StreamEvent.Overflow overflow) {
            return overflow.count() + " of " + overflow.channel() + " dropped, from " + overflow.from() + " to "
                    + overflow.to() + ": a listener is too slow";
        } else if (event instanceof StreamEvent.Stale stale) {
            return stale.topic() + " is stale: no push for " + Context.text(stale.age());
        } else if (event instanceof StreamEvent.Degraded degraded) {
            return "degraded: " + degraded.reason();
        } else if (event instanceof StreamEvent.Healthy) {
            return "healthy again: heartbeats are answered";
        } else if (event instanceof StreamEvent.Malformed skipped) {
            return skipped.count() + " messages skipped: " + skipped.kind();
        } else if (event instanceof StreamEvent.RecordingIncomplete incomplete) {
            return "recording: " + incomplete.reason();
        }
        return event.toString();
    }
}
