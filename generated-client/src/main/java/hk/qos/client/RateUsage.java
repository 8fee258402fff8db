package hk.qos.client;

import hk.qos.stream.internal.check.Checks;
import java.time.Duration;

/**
 * The usage of one operation's rate limit at one moment, by all clients of this process with the same API key and
 * address.
 *
 * @param operation the operation
 * @param allowed requests a minute that the plan of this client allows
 * @param used requests sent within the last minute plus the margin of the rate policy
 * @param waiting calls that wait for their turn
 * @param nextTurn the time that a new call would wait for its turn; zero if it would not wait
 * @param pause the remaining pause that the server asked for; zero if there is none
 */
public record RateUsage(Operation operation, int allowed, int used, int waiting, Duration nextTurn, Duration pause) {
    /** @throws IllegalArgumentException if a component is null */
    public RateUsage {
        Checks.required("operation", operation);
        Checks.required("nextTurn", nextTurn);
        Checks.required("pause", pause);
    }
}
