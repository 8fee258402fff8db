package hk.qos.client;

import java.time.Duration;

/**
 * How far the requests of one interface are used up, at one moment, by all clients of this process with the same key
 * at the same address.
 *
 * @param operation the interface
 * @param allowed how many requests a minute the plan of this client allows
 * @param used how many were sent within the last minute, the margin of the rate policy added
 * @param waiting how many calls wait for their turn
 * @param nextTurn how long a call that is made now would wait for its turn; zero if it would not
 * @param pause how long the server's word still forbids every request; zero if it does not
 */
public record RateUsage(Operation operation, int allowed, int used, int waiting, Duration nextTurn, Duration pause) {}
