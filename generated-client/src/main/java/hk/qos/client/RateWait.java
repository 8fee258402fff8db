package hk.qos.client;

import hk.qos.stream.internal.check.Checks;
import java.time.Duration;
import java.time.Instant;

/**
 * A call that waits for its turn.
 *
 * @param operation the operation
 * @param delay the time until its turn, unless a pause starts or is lifted
 * @param due the time of its turn, by the clock of this machine
 * @param askedByServer whether the server asked for a pause; otherwise the requests of a minute are used up
 */
public record RateWait(Operation operation, Duration delay, Instant due, boolean askedByServer) {
    /** @throws IllegalArgumentException if a component is null */
    public RateWait {
        Checks.required("operation", operation);
        Checks.required("delay", delay);
        Checks.required("due", due);
    }
}
