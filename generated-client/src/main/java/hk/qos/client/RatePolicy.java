package hk.qos.client;

import hk.qos.client.internal.check.Checks;
import hk.qos.client.internal.http.RateRules;
import java.time.Duration;

/**
 * What happens if the requests of a minute that {@link PlanLimits} allows are used up, or the server asks for a pause
 * by {@code Retry-After} or HTTP 429: a call waits for its turn, or fails with a {@link hk.qos.error.LimitException}
 * that has the waiting time. {@link HttpRates} shows waiting calls and lifts pauses. Immutable.
 */
public final class RatePolicy {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration MARGIN = Duration.ofSeconds(1);
    private static final Duration LONGEST_CAP = Duration.ofDays(365);
    private static final RatePolicy DEFAULTS = new RatePolicy(
            new RateRules(Duration.ofMinutes(1).plus(MARGIN), MARGIN, Duration.ofSeconds(30), Duration.ofHours(1)));

    private final RateRules rules;

    private RatePolicy(RateRules rules) {
        this.rules = rules;
    }

    /** Waits up to 61 s, so that twice the requests of a minute succeed before a call fails. */
    public static RatePolicy defaults() {
        return DEFAULTS;
    }

    /**
     * Waits up to {@code maxWait}. A call whose turn comes later fails at once, unsent. Asynchronous calls wait without
     * a thread.
     *
     * @param maxWait 1 ms to 1 hour
     */
    public static RatePolicy waitUpTo(Duration maxWait) {
        return DEFAULTS.withMaxWait(Checks.range("maxWait", maxWait, Duration.ofMillis(1), LONGEST));
    }

    /** Fails a call that cannot be sent at once with a {@link hk.qos.error.LimitException}. */
    public static RatePolicy failAtOnce() {
        return DEFAULTS.withMaxWait(Duration.ZERO);
    }

    private RatePolicy withMaxWait(Duration maxWait) {
        return new RatePolicy(new RateRules(maxWait, rules.margin(), rules.defaultPause(), rules.maxPause()));
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
        Checks.range("pause", pause, Duration.ZERO, LONGEST);
        return new RatePolicy(new RateRules(rules.maxWait(), rules.margin(), pause, rules.maxPause()));
    }

    /**
     * Limits the pauses of an operation, whatever the server asks for; by default 1 hour.
     *
     * @param pause 0 to 365 days; zero never pauses
     */
    public RatePolicy withMaxPause(Duration pause) {
        Checks.range("pause", pause, Duration.ZERO, LONGEST_CAP);
        return new RatePolicy(new RateRules(rules.maxWait(), rules.margin(), rules.defaultPause(), pause));
    }

    RateRules rules() {
        return rules;
    }

    @Override
    public String toString() {
        return "RatePolicy[" + rules + "]";
    }
}
