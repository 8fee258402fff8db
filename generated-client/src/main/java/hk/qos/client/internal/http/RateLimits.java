package hk.qos.client.internal.http;

import hk.qos.client.Operation;
import hk.qos.client.RateUsage;
import hk.qos.client.RateWait;
import hk.qos.error.LimitException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The turns of one client, which several clients can share, and the policy for calls that have to wait. */
final class RateLimits {
    static final String WAIT_SETTING = "RatePolicy.withMaxWait";
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final CallLimits limits;
    private final RateRules rules;
    private final TimeSource time;
    private final KeyRates shared;
    private final long windowNanos;

    RateLimits(CallSettings settings) {
        this.limits = settings.limits();
        this.rules = settings.rate();
        this.time = settings.time();
        this.shared = settings.rates();
        this.windowNanos = WINDOW.plus(rules.margin()).toNanos();
    }

    /** A turn for one request, due after {@link #delay}. */
    record Pass(Duration delay, SlidingWindow window, SlidingWindow.Turn turn) {

        /** Whether the request may be sent now that the delay is over. If not, it needs another turn. */
        boolean claim() {
            return window.claim(turn);
        }

        void giveBack() {
            window.giveBack(turn);
        }
    }

    /** @throws LimitException if the turn comes later than the policy waits; names the setting */
    Pass take(Operation operation) {
        SlidingWindow window = shared.window(operation);
        SlidingWindow.Turn turn = window.take(
                limits.requestsPerMinute(operation),
                windowNanos,
                rules.maxWait().toNanos());
        shared.used();
        Duration delay = Duration.ofNanos(turn.delay);
        if (delay.compareTo(rules.maxWait()) > 0) {
            throw new LimitException(turn.held ? held(operation, delay) : full(operation, delay), WAIT_SETTING, delay);
        }
        return new Pass(delay, window, turn);
    }

    private String held(Operation operation, Duration delay) {
        return operation + " has to wait until " + due(delay) + ", as the server asked; that is in " + millis(delay)
                + ", and the policy waits at most " + millis(rules.maxWait()) + ": call again then";
    }

    private String full(Operation operation, Duration delay) {
        return operation + " may be called " + limits.requestsPerMinute(operation)
                + " times a minute; its next turn comes in " + millis(delay) + ", and the policy waits at most "
                + millis(rules.maxWait());
    }

    RateWait waitFor(Operation operation, Pass pass) {
        return new RateWait(operation, pass.delay(), due(pass.delay()), pass.turn().held);
    }

    private Instant due(Duration delay) {
        return time.now().plus(delay).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Sends no request of this operation during {@code delay}, as the server asked. */
    void hold(Operation operation, Duration delay) {
        shared.window(operation).hold(delay.toNanos());
        shared.used();
    }

    void lift(Operation operation) {
        shared.window(operation).lift();
    }

    /** Runs {@code again} if the pause is lifted before the returned handle is cancelled. */
    TimeSource.Cancellation onLift(Operation operation, Runnable again) {
        SlidingWindow window = shared.window(operation);
        window.onLift(again);
        return () -> window.forgetOnLift(again);
    }

    /** The delay of the last of some further requests. */
    Duration delay(Operation operation, long requests) {
        return requests < 1
                ? Duration.ZERO
                : Duration.ofNanos(
                        shared.window(operation).delay(requests, limits.requestsPerMinute(operation), windowNanos));
    }

    RateUsage usage(Operation operation) {
        int allowed = limits.requestsPerMinute(operation);
        SlidingWindow.Usage usage = shared.window(operation).usage(allowed, windowNanos);
        return new RateUsage(
                operation,
                allowed,
                usage.used(),
                usage.waiting(),
                Duration.ofNanos(usage.nextDelay()),
                Duration.ofNanos(usage.holdDelay()));
    }

    /** Rounds up, so that a remaining delay is never shown as 0 ms. */
    static String millis(Duration duration) {
        return duration.plusNanos(999_999).toMillis() + " ms";
    }
}
