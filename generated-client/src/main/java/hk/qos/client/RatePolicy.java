package hk.qos.client;

import hk.qos.client.internal.check.Checks;
import hk.qos.client.internal.http.RateRules;
import java.time.Duration;

/**
 * What happens when the requests that {@link PlanLimits} allows within a minute are used up: the next one waits for
 * its turn, or fails with a {@link hk.qos.error.LimitException}, which has the waiting time. So it does while the
 * server has asked to wait, by {@code Retry-After} or by HTTP 429: nothing is sent to that interface before, and the
 * exception says until when. {@link HttpRates} shows what waits, and lifts such a pause. Immutable.
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

    /** Waits up to 61 s, so that twice the requests of a minute get through before one fails. */
    public static RatePolicy defaults() {
        return DEFAULTS;
    }

    /**
     * A request waits for its turn; it fails at once, unsent, if that turn comes later than {@code longest} from now.
     * Asynchronous calls wait without a thread.
     *
     * @param longest 1 ms to 1 hour
     */
    public static RatePolicy waitUpTo(Duration longest) {
        return DEFAULTS.withLongestWait(Checks.range("longest", longest, Duration.ofMillis(1), LONGEST));
    }

    /** A request that cannot be sent now fails, by a {@link hk.qos.error.LimitException}. */
    public static RatePolicy failAtOnce() {
        return DEFAULTS.withLongestWait(Duration.ZERO);
    }

    private RatePolicy withLongestWait(Duration longest) {
        return new RatePolicy(new RateRules(longest, rules.margin(), rules.defaultPause(), rules.longestPause()));
    }

    /**
     * What is added to the minute, since one request can take longer to the server than the next; by default 1 s.
     *
     * @param margin 0 to 1 minute
     */
    public RatePolicy withMargin(Duration margin) {
        Checks.range("margin", margin, Duration.ZERO, Duration.ofMinutes(1));
        return new RatePolicy(new RateRules(rules.longestWait(), margin, rules.defaultPause(), rules.longestPause()));
    }

    /**
     * How long nothing is sent to an interface that answers with HTTP 429 and does not say how long to wait; by default
     * 30 s.
     *
     * @param pause 0 to 1 hour
     */
    public RatePolicy withDefaultPause(Duration pause) {
        Checks.range("pause", pause, Duration.ZERO, LONGEST);
        return new RatePolicy(new RateRules(rules.longestWait(), rules.margin(), pause, rules.longestPause()));
    }

    /**
     * How long nothing is sent to an interface at most, whatever the server asks for; by default 1 hour.
     *
     * @param pause 0 to 365 days; zero never pauses
     */
    public RatePolicy withLongestPause(Duration pause) {
        Checks.range("pause", pause, Duration.ZERO, LONGEST_CAP);
        return new RatePolicy(new RateRules(rules.longestWait(), rules.margin(), rules.defaultPause(), pause));
    }

    RateRules rules() {
        return rules;
    }

    @Override
    public String toString() {
        return "RatePolicy[" + rules + "]";
    }
}
