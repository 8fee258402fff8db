package hk.qos.client.call;

import hk.qos.ws.error.LimitException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
            throw new LimitException(
                    window.isHeldUntil(turn.at) ? held(operation, delay) : full(operation, delay), WAIT_SETTING);
        }
        return new Pass(delay, window, turn);
    }

    /** Waiting may be all there is to do: a server can ask for longer than any policy waits. */
    private String held(Operation operation, Duration delay) {
        Instant until = time.now().plus(delay).truncatedTo(ChronoUnit.MILLIS);
        return operation + " has to wait until " + until + ", as the server asked; that is in " + millis(delay)
                + ", and the policy waits at most " + millis(rules.longestWait()) + ": call again then";
    }

    private String full(Operation operation, Duration delay) {
        return operation + " may be called " + limits.requestsPerMinute(operation)
                + " times a minute; its next turn comes in " + millis(delay) + ", and the policy waits at most "
                + millis(rules.longestWait());
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
