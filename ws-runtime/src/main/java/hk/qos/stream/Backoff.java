package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import hk.qos.stream.spi.RetryAfter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long to wait before the next attempt to connect: {@code base + U(0, min(maxJitter, firstJitter · 2ⁿ))}, where n counts
 * the failures in a row before the last one. The number of attempts is unlimited. The stream's {@code connect()} and
 * {@code reconnect()} end a wait at once. Immutable.
 */
public final class Backoff extends OptionValues {
    /** A hundred years. */
    public static final Duration FOREVER = Checks.MAX_DURATION;

    private static final Backoff DEFAULTS = new Backoff(usual());

    private Backoff(Map<String, Object> values) {
        super(values);
    }

    private static Map<String, Object> usual() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("base", Duration.ofMillis(250));
        values.put("firstJitter", Duration.ofMillis(500));
        values.put("maxJitter", Duration.ofSeconds(30));
        values.put("resetAfter", Duration.ofSeconds(30));
        values.put("throttledBase", Duration.ofSeconds(30));
        values.put("maxRetryAfter", Duration.ofHours(1));
        values.put("giveUpAfter", FOREVER);
        return values;
    }

    /** Waits of 250 ms plus 500 ms growing to 30 s; 30 s if the server throttles; never gives up. */
    public static Backoff defaults() {
        return DEFAULTS;
    }

    /** The shortest wait. */
    public Duration base() {
        return duration("base");
    }

    /** The upper bound of the random part after the first failure. */
    public Duration firstJitter() {
        return duration("firstJitter");
    }

    /** The upper bound to which the random part grows. */
    public Duration maxJitter() {
        return duration("maxJitter");
    }

    /** How long a stream must have been {@link StreamState#READY} for n to return to 0. */
    public Duration resetAfter() {
        return duration("resetAfter");
    }

    /** The shortest wait if the server asked to wait, or turned away a stream that had been ready. */
    public Duration throttledBase() {
        return duration("throttledBase");
    }

    /** The upper bound on the server's {@code Retry-After}. */
    public Duration maxRetryAfter() {
        return duration("maxRetryAfter");
    }

    /** How long a stream that had been ready keeps trying while the server turns it away. */
    public Duration giveUpAfter() {
        return duration("giveUpAfter");
    }

    /**
     * Replaces the shortest wait; by default 250 ms.
     *
     * @throws IllegalArgumentException if it is null or negative
     */
    public Backoff withBase(Duration base) {
        return new Backoff(with("base", Checks.notNegative("base", base)));
    }

    /**
     * Replaces the upper bound of the random part after the first failure; by default 500 ms.
     *
     * @throws IllegalArgumentException if it is null or not positive
     */
    public Backoff withFirstJitter(Duration firstJitter) {
        return new Backoff(with("firstJitter", Checks.positive("firstJitter", firstJitter)));
    }

    /**
     * Replaces the upper bound to which the random part grows; by default 30 s.
     *
     * @throws IllegalArgumentException if it is null or not positive
     */
    public Backoff withMaxJitter(Duration maxJitter) {
        return new Backoff(with("maxJitter", Checks.positive("maxJitter", maxJitter)));
    }

    /**
     * Replaces the time for which a stream must have been {@link StreamState#READY} for n to return to 0; by default 30 s. With
     * zero, every connection that became ready resets n.
     *
     * @throws IllegalArgumentException if it is null or negative
     */
    public Backoff withResetAfter(Duration resetAfter) {
        return new Backoff(with("resetAfter", Checks.notNegative("resetAfter", resetAfter)));
    }

    /**
     * Replaces the shortest wait after HTTP 429, close code 1008, a {@code Retry-After}, or an answer that turns away a stream
     * that had been {@link StreamState#READY}; by default 30 s, zero for none.
     *
     * @throws IllegalArgumentException if it is null or negative
     */
    public Backoff withThrottledBase(Duration throttledBase) {
        return new Backoff(with("throttledBase", Checks.notNegative("throttledBase", throttledBase)));
    }

    /**
     * Replaces the upper bound on the server's {@code Retry-After}; by default 1 hour. Zero ignores the header.
     *
     * @throws IllegalArgumentException if it is null, negative or longer than 365 days
     */
    public Backoff withMaxRetryAfter(Duration maxRetryAfter) {
        return new Backoff(with(
                "maxRetryAfter", Checks.range("maxRetryAfter", maxRetryAfter, Duration.ZERO, RetryAfter.MAX_DELAY)));
    }

    /**
     * Replaces the time for which a stream that had been {@link StreamState#READY} keeps trying while the server, or a proxy in
     * front of it, turns it away: with 3xx, a 4xx other than 429, or a certificate that is not trusted. The time runs from the
     * first such answer until the stream is ready again. By default {@link #FOREVER}, since captive portals, maintenance pages
     * and expired credentials pass; with zero, the first such answer ends the stream. Other failures are retried without limit.
     *
     * @throws IllegalArgumentException if it is null or negative
     */
    public Backoff withGiveUpAfter(Duration giveUpAfter) {
        return new Backoff(with("giveUpAfter", Checks.notNegative("giveUpAfter", giveUpAfter)));
    }
}
