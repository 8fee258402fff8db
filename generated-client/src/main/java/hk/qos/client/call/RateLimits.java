package hk.qos.client.call;

import hk.qos.ws.error.LimitException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One {@link SlidingWindow} for each operation, and what to do when it is full. */
final class RateLimits {
    static final String WAIT_SETTING = "ratePolicy";
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Map<String, SlidingWindow> windows = new ConcurrentHashMap<>();
    private final CallLimits limits;
    private final RateRules rules;
    private final TimeSource time;
    private final long origin;

    RateLimits(CallLimits limits, RateRules rules, TimeSource time) {
        this.limits = limits;
        this.rules = rules;
        this.time = time;
        this.origin = time.nanoTime();
    }

    /** A turn for one request, which comes after {@link Pass#delay}. */
    record Pass(Duration delay, SlidingWindow window, SlidingWindow.Turn turn) {
        void giveBack() {
            window.giveBack(turn);
        }
    }

    /** @throws LimitException if the turn comes later than the policy waits; names the setting */
    Pass take(Operation operation) {
        SlidingWindow window = window(operation);
        long now = now();
        SlidingWindow.Turn turn = window.take(now, now + rules.longestWait().toNanos());
        Duration delay = Duration.ofNanos(turn.at - now);
        if (delay.compareTo(rules.longestWait()) > 0) {
            String why = window.isHeldUntil(turn.at)
                    ? " has to wait, as the server asked; its next"
                    : " may be called " + limits.requestsPerMinute(operation) + " times a minute; its next";
            throw new LimitException(
                    operation + why + " turn comes in " + millis(delay) + ", and the policy waits at most "
                            + millis(rules.longestWait()),
                    WAIT_SETTING);
        }
        return new Pass(delay, window, turn);
    }

    /** The server asked to wait: no request of this operation goes out before. */
    void hold(Operation operation, Duration delay) {
        window(operation).holdUntil(now() + delay.toNanos());
    }

    private SlidingWindow window(Operation operation) {
        long nanos = WINDOW.plus(rules.margin()).toNanos();
        return windows.computeIfAbsent(
                operation.name(), name -> new SlidingWindow(limits.requestsPerMinute(operation), nanos));
    }

    private long now() {
        return time.nanoTime() - origin;
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + " ms";
    }
}
