package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.Timeout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.event.Level;

/** Logs listeners that do not return, and their return. Any thread. */
final class StuckListenerLog implements CallWatchdog.Listener {
    private static final int MAX_FRAMES = 5;
    private static final String EFFECT = ", which delays other deliveries on that thread";

    private final LogLines lines;

    StuckListenerLog(LogLines lines) {
        this.lines = lines;
    }

    @Override
    public void stuck(CallWatchdog.Stuck call, StackTraceElement[] stack) {
        String where = Arrays.stream(stack)
                .limit(MAX_FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
        lines.write(Level.WARN, text(call) + EFFECT + (where.isEmpty() ? "" : "; it is at " + where));
    }

    @Override
    public void returned(CallWatchdog.Stuck call) {
        lines.write(Level.INFO, call.subject() + " has returned after " + Timeout.text(call.took()));
    }

    /** Sentences about some of {@code calls} for an explanation; blank if there are none. */
    static String sentences(List<CallWatchdog.Stuck> calls) {
        return calls.stream()
                .limit(Wording.MAX_NAMES)
                .map(call -> " Note that " + text(call) + EFFECT + ".")
                .collect(Collectors.joining());
    }

    private static String text(CallWatchdog.Stuck call) {
        return call.subject() + " has been running for " + Timeout.text(call.took()) + " on thread " + call.thread();
    }
}
