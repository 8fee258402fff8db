package hk.qos.client;

import java.time.Duration;
import java.time.Instant;

/**
 * A call that waits for its turn.
 *
 * @param operation what is called
 * @param delay how long it waits, if nothing changes
 * @param due when it is sent, if nothing changes, by this machine's clock
 * @param askedByServer whether the server asked to wait; otherwise the requests of a minute are used up
 */
public record RateWait(Operation operation, Duration delay, Instant due, boolean askedByServer) {}
