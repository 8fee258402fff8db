package hk.qos.client;

import hk.qos.client.call.RateRules;
import hk.qos.client.check.Checks;
import java.time.Duration;

/**
 * What happens when the requests that {@link PlanLimits} allows within a minute are used up: the next one waits for
 * its turn, or fails with a {@link hk.qos.ws.error.LimitException}. So it does while the server has asked to wait, by
 * {@code Retry-After}: nothing is sent to that interface before, and the exception says until when. Immutable.
 */
public final class RatePolicy {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final RateRules rules;

    private RatePolicy(RateRules rules) {
        this.rules = rules;
    }

    /** Waits up to 61 s, so that twice the requests of a minute get through before one fails. */
    public static RatePolicy defaults() {
        return waitUpTo(Duration.ofMinutes(1).plus(MARGIN));
    }

    /**
     * A request waits for its turn; it fails at once, unsent, if that turn comes later than {@code longest} from now.
     * Asynchronous calls wait without a thread.
     *
     * @param longest 1 ms to 1 hour
     */
    public static RatePolicy waitUpTo(Duration longest) {
        return new RatePolicy(new RateRules(Checks.range("longest", longest, Duration.ofMillis(1), LONGEST), MARGIN));
    }

    /** A request that cannot be sent now fails, by a {@link hk.qos.ws.error.LimitException}. */
    public static RatePolicy failAtOnce() {
        return new RatePolicy(new RateRules(Duration.ZERO, MARGIN));
    }

    /**
     * What is added to the minute, since one request can take longer to the server than the next; by default 1 s.
     *
     * @param margin 0 to 1 minute
     */
    public RatePolicy withMargin(Duration margin) {
        Checks.range("margin", margin, Duration.ZERO, Duration.ofMinutes(1));
        return new RatePolicy(new RateRules(rules.longestWait(), margin));
    }

    RateRules rules() {
        return rules;
    }

    @Override
    public String toString() {
        return "RatePolicy[" + rules + "]";
    }
}
