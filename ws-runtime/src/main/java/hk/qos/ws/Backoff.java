package hk.qos.ws;

import java.time.Duration;

/**
 * How long to wait before the next attempt: {@code base + U(0, min(maxSpread, firstSpread · 2ⁿ))}, where n counts the
 * failures in a row. Tries are unlimited. Immutable.
 *
 * @param base the least wait
 * @param firstSpread the random part after the first failure
 * @param maxSpread the most that the random part grows to
 * @param resetAfter how long a connection must have been {@code READY} for n to return to 0
 * @param throttled the least wait after the server said that we are too fast
 */
public record Backoff(
        Duration base, Duration firstSpread, Duration maxSpread, Duration resetAfter, Duration throttled) {
    private static final Backoff DEFAULTS = new Backoff(
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));

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

    /** The same with other waits: {@code base} may be zero, the random parts may not. */
    public Backoff withSpread(Duration base, Duration firstSpread, Duration maxSpread) {
        return new Backoff(base, firstSpread, maxSpread, resetAfter, throttled);
    }

    /** The same with another time for which a connection must hold; zero counts each that became ready. */
    public Backoff withResetAfter(Duration resetAfter) {
        return new Backoff(base, firstSpread, maxSpread, resetAfter, throttled);
    }

    /** The same with another least wait after the server said that we are too fast; zero for none. */
    public Backoff withThrottled(Duration throttled) {
        return new Backoff(base, firstSpread, maxSpread, resetAfter, throttled);
    }
}
