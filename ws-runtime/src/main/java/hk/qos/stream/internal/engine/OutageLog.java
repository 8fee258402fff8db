package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.internal.io.Loop;
import hk.qos.stream.internal.io.Timeout;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * Logs outages: a line for the lost connection, one for each failed attempt, and a summary when the stream is ready again.
 * On the loop.
 */
final class OutageLog {
    private final Loop loop;
    private final LogLines lines;
    /** Kinds of failures in this outage; each is a warning once. */
    private final Set<Class<?>> warned = new HashSet<>();

    private final Set<String> channels = new LinkedHashSet<>();
    /** Why the outage began; {@code null} without one. */
    private @Nullable String cause;
    /** A failure that is logged with the wait that follows it. */
    private @Nullable String failure;

    private Level level = Level.WARN;
    private long since;
    private int attempts;
    private int restored;
    private int gaps;

    OutageLog(Loop loop, LogLines lines) {
        this.loop = loop;
        this.lines = lines;
    }

    /** Logs {@code event} if it is about the connection or the stream's end; returns whether it is. */
    boolean write(StreamEvent event) {
        if (event instanceof StreamEvent.Disconnected lost) {
            failed("disconnected: ", lost.cause());
        } else if (event instanceof StreamEvent.ConnectFailed failed) {
            failed("could not connect: ", failed.cause());
        } else if (event instanceof StreamEvent.BackingOff wait) {
            backingOff(wait);
        } else if (event instanceof StreamEvent.Paused) {
            lines.write(Level.INFO, "paused by disconnect(); connect() resumes");
            failure = null;
        } else if (event instanceof StreamEvent.Connected) {
            lines.write(
                    Level.INFO,
                    cause == null ? "connected" : "connected after " + outage() + ", restoring subscriptions");
        } else if (event instanceof StreamEvent.Ready) {
            ready();
        } else if (event instanceof StreamEvent.Resumed resumed) {
            restored += resumed.keys().size();
            channels.add(resumed.channel());
        } else if (event instanceof StreamEvent.Failed failed) {
            lines.write(Level.ERROR, "failed: " + failed.cause().getMessage());
        } else if (event instanceof StreamEvent.Closed) {
            lines.write(Level.INFO, "closed by the user" + (cause == null ? "" : ", " + outage() + " after: " + cause));
        } else {
            return false;
        }
        return true;
    }

    /** Counts a gap for the summary. */
    void gap() {
        gaps++;
    }

    private void failed(String what, Throwable why) {
        String message = String.valueOf(why.getMessage());
        if (cause == null) {
            cause = message;
            since = loop.nanoTime();
        }
        attempts++;
        level = warned.add(why.getClass()) ? Level.WARN : Level.INFO;
        failure = what + message;
    }

    private void backingOff(StreamEvent.BackingOff wait) {
        String next =
                "next attempt in " + Timeout.text(wait.delay()) + " (" + wait.attempt() + " without lasting success)";
        lines.write(level, failure == null ? next : failure + "; " + next);
        failure = null;
        level = Level.INFO;
    }

    private void ready() {
        if (cause == null) {
            lines.write(Level.INFO, "ready");
        } else {
            lines.write(
                    Level.INFO,
                    "ready again after " + outage() + " and " + Wording.counted(attempts, "attempt") + ": "
                            + Wording.counted(restored, "subscription") + " restored in "
                            + Wording.counted(channels.size(), "channel") + ", " + Wording.counted(gaps, "gap")
                            + "; cause of the outage: " + cause);
        }
        cause = null;
        failure = null;
        warned.clear();
        channels.clear();
        attempts = 0;
        restored = 0;
        gaps = 0;
    }

    private String outage() {
        return Timeout.text(Duration.ofNanos(loop.nanoTime() - since));
    }
}
