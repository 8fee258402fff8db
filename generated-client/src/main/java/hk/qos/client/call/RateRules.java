package hk.qos.client.call;

import java.time.Duration;

/**
 * What to do when the requests of a minute are used up.
 *
 * @param longestWait how long a request may wait for its turn; zero to fail at once
 * @param margin added to the minute, since a request can reach the server later than the one after it
 */
public record RateRules(Duration longestWait, Duration margin) {}
