package hk.qos.ws;

import java.time.Duration;

/**
 * How long to wait before the next attempt: {@code base + U(0, min(maxSpread, firstSpread · 2ⁿ))}, where n counts the
 * failures in a row. Tries are unlimited. Immutable.
 *
 * @param base the least wait; 0 or more
 * @param firstSpread the most that the random part is after the first failure; more than 0
 * @param maxSpread the most that the random part grows to; more than 0
 * @param resetAfter how long a connection must have been {@code READY} for n to return to 0; 0 or more
 * @param throttled the least wait after the server said that we are too fast; 0 or more
 */
public record Backoff(
        Duration base, Duration firstSpread, Duration maxSpread, Duration resetAfter, Duration throttled) {
    private static final Backoff DEFAULTS = new Backoff(
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));

    /** @throws IllegalArgumentException if one is null or out of its bounds; the message names it */
    public Backoff {
        Checks.notNegative("base", base);
        Checks.positive("firstSpread", firstSpread);
        Checks.positive("maxSpread", maxSpread);
        Checks.notNegative("resetAfter", resetAfter);
        Checks.notNegative("throttled", throttled);
    }

    /** 250 ms, 500 ms growing to 30 s, reset after 30 s, 30 s when throttled. */
    public static Backoff defaults() {
        return DEFAULTS;
    }

    /** The same with other waits, by default 250 ms, 500 ms and 30 s: {@code base} may be zero, the random parts may not. */
    public Backoff withSpread(Duration base, Duration firstSpread, Duration maxSpread) {
        return new Backoff(base, firstSpread, maxSpread, resetAfter, throttled);
    }

    /** The same with another time for which a connection must hold, by default 30 s; zero counts each that became ready. */
    public Backoff withResetAfter(Duration resetAfter) {
        return new Backoff(base, firstSpread, maxSpread, resetAfter, throttled);
    }

    /** The same with another least wait after the server said that we are too fast; by default 30 s, zero for none. */
    public Backoff withThrottled(Duration throttled) {
        return new Backoff(base, firstSpread, maxSpread, resetAfter, throttled);
    }
}
