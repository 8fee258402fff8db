package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import hk.qos.stream.spi.RetryAfter;
import hk.qos.stream.spi.StreamClient;
import java.time.Duration;

/**
 * How long to wait before the next attempt: {@code base + U(0, min(maxSpread, firstSpread · 2ⁿ))}, where n is the
 * number of failures in a row before the last one: 0 after the first failure. Tries are unlimited. {@link StreamClient#connect()} and {@link StreamClient#reconnect()} end a wait
 * at once. Immutable.
 *
 * @param base the least wait; 0 or more
 * @param firstSpread the most that the random part is after the first failure; more than 0
 * @param maxSpread the most that the random part grows to; more than 0
 * @param resetAfter how long a connection must have been {@code READY} for n to return to 0; 0 or more
 * @param throttled the least wait after the server asked for patience, or turned away a stream that it had served; 0 or
 *     more
 * @param longestRetryAfter the most that the server's {@code Retry-After} counts; 0 to 365 days
 * @param giveUpAfter how long a stream that was {@code READY} goes on while it is turned away, from the first such answer
 *     until it is {@code READY} again; 0 to {@link #FOREVER}
 */
public record Backoff(
        Duration base,
        Duration firstSpread,
        Duration maxSpread,
        Duration resetAfter,
        Duration throttled,
        Duration longestRetryAfter,
        Duration giveUpAfter) {
    /** A hundred years. */
    public static final Duration FOREVER = Checks.LONGEST;

    private static final Backoff DEFAULTS = new Backoff(
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofHours(1),
            FOREVER);

    /** @throws IllegalArgumentException if one is null or out of its bounds; the message names it */
    public Backoff {
        Checks.notNegative("base", base);
        Checks.positive("firstSpread", firstSpread);
        Checks.positive("maxSpread", maxSpread);
        Checks.notNegative("resetAfter", resetAfter);
        Checks.notNegative("throttled", throttled);
        Checks.between("longestRetryAfter", longestRetryAfter, Duration.ZERO, RetryAfter.LONGEST);
        Checks.notNegative("giveUpAfter", giveUpAfter);
    }

    /** 250 ms, 500 ms growing to 30 s, reset after 30 s, 30 s when throttled, an hour of Retry-After, never gives up. */
    public static Backoff defaults() {
        return DEFAULTS;
    }

    /** The same with other waits, by default 250 ms, 500 ms and 30 s: {@code base} may be zero, the random parts may not. */
    public Backoff withSpread(Duration base, Duration firstSpread, Duration maxSpread) {
        return new Backoff(base, firstSpread, maxSpread, resetAfter, throttled, longestRetryAfter, giveUpAfter);
    }

    /** The same with another time for which a connection must hold, by default 30 s; zero counts each that became ready. */
    public Backoff withResetAfter(Duration resetAfter) {
        return new Backoff(base, firstSpread, maxSpread, resetAfter, throttled, longestRetryAfter, giveUpAfter);
    }

    /**
     * The same with another least wait after HTTP 429, close code 1008, a {@code Retry-After}, or an answer that turns away
     * a stream which was {@code READY} before; by default 30 s, zero for none.
     */
    public Backoff withThrottled(Duration throttled) {
        return new Backoff(base, firstSpread, maxSpread, resetAfter, throttled, longestRetryAfter, giveUpAfter);
    }

    /** The same with another bound on the server's {@code Retry-After}, up to 365 days; by default 1 hour, zero ignores it. */
    public Backoff withLongestRetryAfter(Duration longestRetryAfter) {
        return new Backoff(base, firstSpread, maxSpread, resetAfter, throttled, longestRetryAfter, giveUpAfter);
    }

    /**
     * The same with another time for which a stream that was {@code READY} goes on while the server, or whoever stands in
     * front of it, turns it away: by 3xx, a 4xx other than 429, a certificate that is not accepted. By default
     * {@link #FOREVER}, since captive portals, maintenance pages and expired keys pass; zero ends the stream with the first
     * such answer. Other failures are tried again without limit.
     */
    public Backoff withGiveUpAfter(Duration giveUpAfter) {
        return new Backoff(base, firstSpread, maxSpread, resetAfter, throttled, longestRetryAfter, giveUpAfter);
    }
}
