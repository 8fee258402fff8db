package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import java.time.Duration;

/**
 * How often the stream asks again for what the server leaves unanswered, and for keys after which connections end. The
 * pause after the n-th failure is {@code firstPause · (2ⁿ − 1)}, and {@code longestPause} at most. The stream asks for as
 * long as the key is wanted. Immutable.
 *
 * @param firstPause the first pause; more than zero
 * @param longestPause what the pause grows to; more than zero
 */
public record Resubscription(Duration firstPause, Duration longestPause) {
    private static final Resubscription DEFAULTS = new Resubscription(Duration.ofSeconds(10), Duration.ofMinutes(5));

    /** @throws IllegalArgumentException if one is null or not more than zero; the message names it */
    public Resubscription {
        Checks.positive("firstPause", firstPause);
        Checks.positive("longestPause", longestPause);
    }

    /** 10 s, growing to 5 minutes. */
    public static Resubscription defaults() {
        return DEFAULTS;
    }

    /** The same with another first pause; by default 10 s. */
    public Resubscription withFirstPause(Duration firstPause) {
        return new Resubscription(firstPause, longestPause);
    }

    /** The same with another longest pause; by default 5 minutes. */
    public Resubscription withLongestPause(Duration longestPause) {
        return new Resubscription(firstPause, longestPause);
    }
}
