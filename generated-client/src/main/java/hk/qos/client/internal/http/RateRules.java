package hk.qos.client.internal.http;

import java.time.Duration;

/**
 * What to do when the requests of a minute are used up, or the server says so.
 *
 * @param longestWait how long a request may wait for its turn; zero to fail at once
 * @param margin added to the minute, since a request can reach the server later than the one after it
 * @param defaultPause how long nothing is sent after a 429 that does not say how long
 * @param longestPause how long nothing is sent at most, whatever the server says
 */
public record RateRules(Duration longestWait, Duration margin, Duration defaultPause, Duration longestPause) {}
