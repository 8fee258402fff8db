package hk.qos.client;

import hk.qos.client.internal.http.RateRules;
import hk.qos.stream.internal.check.Checks;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What happens if the requests of a minute that {@link PlanLimits} allows are used up, or the server asks for a pause
 * by {@code Retry-After} or HTTP 429: a call waits for its turn, or fails with a {@link hk.qos.error.LimitException}
 * that has the waiting time. A retry waits no longer either. {@link HttpRates} shows waiting calls and lifts pauses. Immutable.
 */
public final class RatePolicy {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MARGIN = Duration.ofSeconds(1);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final RatePolicy DEFAULTS =
            new RatePolicy(new RateRules(Duration.ofMinutes(1).plus(MARGIN), MARGIN, Duration.ofSeconds(30), HOUR));

    private final RateRules rules;

    private RatePolicy(RateRules rules) {
        this.rules = rules;
    }

    /** Waits up to 61 s, so that twice the requests of a minute succeed before a call fails. */
    public static RatePolicy defaults() {
        return DEFAULTS;
    }

    /**
     * The defaults with another {@linkplain #withMaxWait maximum wait}.
     *
     * @param wait 1 ms to 1 hour
     */
    public static RatePolicy waitUpTo(Duration wait) {
        return DEFAULTS.withMaxWait(Checks.range("wait", wait, Duration.ofMillis(1), HOUR));
    }

    /** Fails a call that cannot be sent at once with a {@link hk.qos.error.LimitException}. */
    public static RatePolicy failAtOnce() {
        return DEFAULTS.withMaxWait(Duration.ZERO);
    }

    /**
     * Sets how long a call waits for its turn; by default 61 s. A call whose turn comes later fails at once, unsent.
     * Asynchronous calls wait without a thread.
     *
     * @param wait 0 to 1 hour; zero fails at once
     */
    public RatePolicy withMaxWait(Duration wait) {
        Checks.range("wait", wait, Duration.ZERO, HOUR);
        return new RatePolicy(new RateRules(wait, rules.margin(), rules.defaultPause(), rules.maxPause()));
    }

    /**
     * Sets the time that is added to the minute, since requests can be delayed on their way to the server; by default 1
     * s.
     *
     * @param margin 0 to 1 minute
     */
    public RatePolicy withMargin(Duration margin) {
        Checks.range("margin", margin, Duration.ZERO, Duration.ofMinutes(1));
        return new RatePolicy(new RateRules(rules.maxWait(), margin, rules.defaultPause(), rules.maxPause()));
    }

    /**
     * Sets the pause of an operation after an HTTP 429 without {@code Retry-After}; by default 30 s.
     *
     * @param pause 0 to 1 hour
     */
    public RatePolicy withDefaultPause(Duration pause) {
        Checks.range("pause", pause, Duration.ZERO, HOUR);
        return new RatePolicy(new RateRules(rules.maxWait(), rules.margin(), pause, rules.maxPause()));
    }

    /**
     * Limits the pauses of an operation, whatever the server asks for; by default 1 hour.
     *
     * @param pause 0 to 365 days; zero never pauses
     */
    public RatePolicy withMaxPause(Duration pause) {
        Checks.range("pause", pause, Duration.ZERO, YEAR);
        return new RatePolicy(new RateRules(rules.maxWait(), rules.margin(), rules.defaultPause(), pause));
    }

    /** How long a call waits for its turn; zero if it fails at once. */
    public Duration maxWait() {
        return rules.maxWait();
    }

    /** The time that is added to the minute. */
    public Duration margin() {
        return rules.margin();
    }

    /** The pause of an operation after an HTTP 429 without {@code Retry-After}. */
    public Duration defaultPause() {
        return rules.defaultPause();
    }

    /** The maximum pause of an operation. */
    public Duration maxPause() {
        return rules.maxPause();
    }

    RateRules rules() {
        return rules;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RatePolicy policy && policy.rules.equals(rules);
    }

    @Override
    public int hashCode() {
        return rules.hashCode();
    }

    @Override
    public String toString() {
        return "RatePolicy[" + rules + "]";
    }
}
