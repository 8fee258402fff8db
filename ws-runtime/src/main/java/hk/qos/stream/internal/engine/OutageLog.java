package hk.qos.stream.internal.engine;

import hk.qos.stream.StreamEvent;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * What becomes of connections, for an operator: a line for the loss, one for each attempt that fails, and a summary when
 * the stream is ready again. On the loop.
 */
final class OutageLog {
    private final Context context;
    private final LogLines lines;
    /** What has gone wrong in this outage: each kind is a warning once. */
    private final Set<Class<?>> warned = new HashSet<>();

    private final Set<String> channels = new LinkedHashSet<>();
    private @Nullable String cause;
    private @Nullable String trouble;
    private Level level = Level.WARN;
    private long since;
    private int attempts;
    private int restored;
    private int gaps;

    OutageLog(Context context, LogLines lines) {
        this.context = context;
        this.lines = lines;
    }

    /** Whether {@code event} was one of those that belong here. */
    boolean write(StreamEvent event) {
        if (event instanceof StreamEvent.Disconnected lost) {
            broken("disconnected: ", lost.cause());
        } else if (event instanceof StreamEvent.ConnectFailed failed) {
            broken("could not connect: ", failed.cause());
        } else if (event instanceof StreamEvent.BackingOff wait) {
            backsOff(wait);
        } else if (event instanceof StreamEvent.Connected) {
            lines.write(
                    Level.INFO,
                    cause == null ? "connected" : "connected after " + lasted() + ", restores what is wanted");
        } else if (event instanceof StreamEvent.Ready) {
            ready();
        } else if (event instanceof StreamEvent.Resumed resumed) {
            restored += resumed.keys().size();
            channels.add(resumed.channel());
        } else if (event instanceof StreamEvent.Failed failed) {
            lines.write(Level.ERROR, "gives up: " + failed.cause().getMessage());
        } else if (event instanceof StreamEvent.Closed) {
            lines.write(Level.INFO, "closed, as asked" + (cause == null ? "" : ", " + lasted() + " after: " + cause));
        } else {
            return false;
        }
        return true;
    }

    /** A gap was told: the summary counts them. */
    void gap() {
        gaps++;
    }

    /** Waits for what is done about it: one line tells both. */
    private void broken(String what, Throwable why) {
        String message = String.valueOf(why.getMessage());
        if (cause == null) {
            cause = message;
            since = context.loop.nanoTime();
        }
        attempts++;
        level = warned.add(why.getClass()) ? Level.WARN : Level.INFO;
        trouble = what + message;
    }

    private void backsOff(StreamEvent.BackingOff wait) {
        String next =
                "next attempt in " + Context.text(wait.delay()) + " (" + wait.tries() + " without lasting success)";
        lines.write(level, trouble == null ? next : trouble + "; " + next);
        trouble = null;
        level = Level.INFO;
    }

    private void ready() {
        if (cause == null) {
            lines.write(Level.INFO, "ready");
        } else {
            lines.write(
                    Level.INFO,
                    "ready again after " + lasted() + " and " + Abbreviated.counted(attempts, "attempt") + ": "
                            + Abbreviated.counted(restored, "subscription") + " restored in "
                            + Abbreviated.counted(channels.size(), "channel") + ", " + Abbreviated.counted(gaps, "gap")
                            + "; it had ended by: " + cause);
        }
        cause = null;
        trouble = null;
        warned.clear();
        channels.clear();
        attempts = 0;
        restored = 0;
        gaps = 0;
    }

    private String lasted() {
        return Context.text(Duration.ofNanos(context.loop.nanoTime() - since));
    }
}
