package hk.qos.stream.internal.check;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks arguments. Every method returns the value, and throws an {@link IllegalArgumentException} that names argument and
 * value if it is invalid.
 */
public final class Checks {
    /** 100 years. Longer durations overflow when counted in nanoseconds from now. */
    public static final Duration LONGEST = Duration.ofDays(36_525);

    private Checks() {}

    public static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    /** An immutable copy of a collection without null. */
    public static <T> List<T> items(String name, @Nullable Collection<? extends T> values) {
        for (T value : required(name, values)) {
            required("an item of " + name, value);
        }
        return List.copyOf(required(name, values));
    }

    public static String notBlank(String name, @Nullable String value) {
        if (required(name, value).isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return required(name, value);
    }

    public static Duration positive(String name, @Nullable Duration value) {
        if (notNegative(name, value).isZero()) {
            throw new IllegalArgumentException(name + " must be positive, not " + value);
        }
        return required(name, value);
    }

    public static Duration notNegative(String name, @Nullable Duration value) {
        Duration duration = required(name, value);
        if (duration.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, not " + duration);
        }
        return between(name, duration, Duration.ZERO, LONGEST);
    }

    public static Duration between(String name, @Nullable Duration value, Duration least, Duration most) {
        Duration duration = required(name, value);
        if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    name + " must lie between " + least + " and " + most + ", not " + duration);
        }
        return duration;
    }

    public static long atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", not " + value);
        }
        return value;
    }

    public static int atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", not " + value);
        }
        return value;
    }
}
