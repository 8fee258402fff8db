package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often the stream repeats a subscription or cancel that the server does not answer, and a subscription after which
 * connections end. The pause after the n-th failure is {@code firstPause · (2ⁿ − 1)}, at most {@code maxPause}. The stream
 * tries for as long as the key is wanted. Immutable.
 */
public final class Resubscription extends OptionValues {
    private static final Resubscription DEFAULTS = new Resubscription(usual());

    private Resubscription(Map<String, Object> values) {
        super(values);
    }

    private static Map<String, Object> usual() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("firstPause", Duration.ofSeconds(10));
        values.put("maxPause", Duration.ofMinutes(5));
        return values;
    }

    /** 10 s, growing to 5 minutes. */
    public static Resubscription defaults() {
        return DEFAULTS;
    }

    /** The first pause. */
    public Duration firstPause() {
        return duration("firstPause");
    }

    /** The upper bound to which the pause grows. */
    public Duration maxPause() {
        return duration("maxPause");
    }

    /**
     * Replaces the first pause; by default 10 s.
     *
     * @throws IllegalArgumentException if it is null or not positive
     */
    public Resubscription withFirstPause(Duration firstPause) {
        return new Resubscription(with("firstPause", Checks.positive("firstPause", firstPause)));
    }

    /**
     * Replaces the upper bound to which the pause grows; by default 5 minutes.
     *
     * @throws IllegalArgumentException if it is null or not positive
     */
    public Resubscription withMaxPause(Duration maxPause) {
        return new Resubscription(with("maxPause", Checks.positive("maxPause", maxPause)));
    }
}
