package hk.qos.stream.internal.engine;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.event.Level;

/** Tells the log of listeners that do not return, and of their return. Any thread. */
final class StuckListenerLog implements CallWatchdog.Teller {
    private static final int MOST_FRAMES = 5;

    private final LogLines lines;

    StuckListenerLog(LogLines lines) {
        this.lines = lines;
    }

    @Override
    public void stuck(CallWatchdog.Stuck call, StackTraceElement[] stack) {
        String where = Arrays.stream(stack)
                .limit(MOST_FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
        lines.write(
                Level.WARN,
                text(call) + ", which delays what is delivered there" + (where.isEmpty() ? "" : "; it is at " + where));
    }

    @Override
    public void returned(CallWatchdog.Stuck call) {
        lines.write(Level.INFO, call.subject() + " has returned after " + Context.text(call.took()));
    }

    /** The call, its time and its thread, without an end of sentence. */
    static String text(CallWatchdog.Stuck call) {
        return call.subject() + " has been running for " + Context.text(call.took()) + " on thread " + call.thread();
    }
}
