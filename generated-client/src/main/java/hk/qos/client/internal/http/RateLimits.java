package hk.qos.client.internal.http;

import hk.qos.client.Operation;
import hk.qos.client.RateUsage;
import hk.qos.client.RateWait;
import hk.qos.error.LimitException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The turns of one client, which it may share with others, and what to do when there is none. */
final class RateLimits {
    static final String WAIT_SETTING = "ratePolicy";
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

    /** A turn for one request, which comes after {@link #delay}. */
    record Pass(Duration delay, SlidingWindow window, SlidingWindow.Turn turn) {

        /** Whether the request may be sent, now that the delay is over; otherwise it needs another pass. */
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
                rules.longestWait().toNanos());
        shared.used();
        Duration delay = Duration.ofNanos(turn.delay);
        if (delay.compareTo(rules.longestWait()) > 0) {
            throw new LimitException(turn.held ? held(operation, delay) : full(operation, delay), WAIT_SETTING, delay);
        }
        return new Pass(delay, window, turn);
    }

    /** Waiting may be all there is to do: a server can ask for longer than any policy waits. */
    private String held(Operation operation, Duration delay) {
        return operation + " has to wait until " + due(delay) + ", as the server asked; that is in " + millis(delay)
                + ", and the policy waits at most " + millis(rules.longestWait()) + ": call again then";
    }

    private String full(Operation operation, Duration delay) {
        return operation + " may be called " + limits.requestsPerMinute(operation)
                + " times a minute; its next turn comes in " + millis(delay) + ", and the policy waits at most "
                + millis(rules.longestWait());
    }

    RateWait waitFor(Operation operation, Pass pass) {
        return new RateWait(operation, pass.delay(), due(pass.delay()), pass.turn().held);
    }

    private Instant due(Duration delay) {
        return time.now().plus(delay).truncatedTo(ChronoUnit.MILLIS);
    }

    /** The server asked to wait: no request of this operation goes out before. */
    void hold(Operation operation, Duration delay) {
        shared.window(operation).hold(delay.toNanos());
        shared.used();
    }

    void lift(Operation operation) {
        shared.window(operation).lift();
    }

    /** {@code again} runs if the hold is lifted before this is cancelled. */
    TimeSource.Cancellation onLift(Operation operation, Runnable again) {
        SlidingWindow window = shared.window(operation);
        window.onLift(again);
        return () -> window.forgetOnLift(again);
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

    /** Rounded up: what is not over yet never reads as 0 ms. */
    static String millis(Duration duration) {
        return duration.plusNanos(999_999).toMillis() + " ms";
    }
}
