package hk.qos.client.internal.http;

import java.time.Duration;

/**
 * What happens if the requests of a minute are used up or the server asks for a pause.
 *
 * @param maxWait the maximum wait of a request for its turn; zero fails at once
 * @param margin added to the minute, since requests can be delayed on their way to the server
 * @param defaultPause the pause after an HTTP 429 without {@code Retry-After}
 * @param maxPause the maximum pause, whatever the server asks for
 */
public record RateRules(Duration maxWait, Duration margin, Duration defaultPause, Duration maxPause) {}
