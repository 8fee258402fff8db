package hk.qos.stream.internal.check;

import hk.qos.stream.internal.json.FixedList;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks arguments. Every method returns the value, and throws an {@link IllegalArgumentException} that names argument and
 * value if it is null or invalid.
 */
public final class Checks {
    /** 100 years. Longer durations overflow when counted in nanoseconds from now. */
    public static final Duration MAX_DURATION = Duration.ofDays(36_525);

    private static final int MAX_QUOTE_LENGTH = 64;

    /** Control characters, line ends, and marks that change the text direction. */
    private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private Checks() {}

    /** A value that is not null. */
    public static <T> T required(String argument, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(argument + " is missing");
        }
        return value;
    }

    /** A value that is not null, of something that can be left out. */
    public static <T> T given(String argument, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(argument + " is missing: leave the call out if there is no value");
        }
        return value;
    }

    /** A whole number from {@code min} to {@code max}, both included. */
    public static int range(String argument, int value, int min, int max) {
        range(argument, (long) value, min, max);
        return value;
    }

    /** A whole number from {@code min} to {@code max}, both included. */
    public static long range(String argument, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(argument + " must be " + bounds(min, max) + ": " + value);
        }
        return value;
    }

    /** A decimal from {@code min} to {@code max}, both included; {@code null} for a side without bound. */
    public static BigDecimal range(
            String argument, BigDecimal value, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        required(argument, value);
        if (min != null && value.compareTo(min) < 0) {
            throw new IllegalArgumentException(argument + " must be at least " + min + ": " + value);
        }
        if (max != null && value.compareTo(max) > 0) {
            throw new IllegalArgumentException(argument + " must be at most " + max + ": " + value);
        }
        return value;
    }

    /** A duration from {@code min} to {@code max}, both included. */
    public static Duration range(String argument, @Nullable Duration value, Duration min, Duration max) {
        Duration duration = required(argument, value);
        if (duration.compareTo(min) < 0 || duration.compareTo(max) > 0) {
            throw new IllegalArgumentException(argument + " must be " + min + " to " + max + ": " + duration);
        }
        return duration;
    }

    /** A whole number of at least {@code min}. */
    public static int atLeast(String argument, int value, int min) {
        return range(argument, value, min, Integer.MAX_VALUE);
    }

    /** A whole number of at least {@code min}. */
    public static long atLeast(String argument, long value, long min) {
        return range(argument, value, min, Long.MAX_VALUE);
    }

    /** A duration of more than zero, at most {@link #MAX_DURATION}. */
    public static Duration positive(String argument, @Nullable Duration value) {
        Duration duration = notNegative(argument, value);
        if (duration.isZero()) {
            throw new IllegalArgumentException(argument + " must be positive: " + duration);
        }
        return duration;
    }

    /** A duration from zero to {@link #MAX_DURATION}. */
    public static Duration notNegative(String argument, @Nullable Duration value) {
        return range(argument, value, Duration.ZERO, MAX_DURATION);
    }

    /** A moment that is not before {@code earliest}. */
    public static Instant notBefore(String argument, @Nullable Instant value, Instant earliest) {
        Instant moment = required(argument, value);
        if (moment.isBefore(earliest)) {
            throw new IllegalArgumentException(
                    argument + " must not be before " + earliest + ": " + moment + "; leave it out instead");
        }
        return moment;
    }

    /** A text with a character that is not a space. */
    public static String notBlank(String argument, @Nullable String value) {
        return length(argument, value, 1, Integer.MAX_VALUE);
    }

    /** A text of {@code min} to {@code max} characters; one that needs a character must not be blank. */
    public static String length(String argument, @Nullable String value, int min, int max) {
        String text = required(argument, value);
        if (min > 0 && text.isBlank()) {
            throw new IllegalArgumentException(argument + " must not be blank: " + quoted(text));
        }
        if (text.length() < min || text.length() > max) {
            throw new IllegalArgumentException(argument + " must have " + bounds(min, max) + " characters, and has "
                    + text.length() + ": " + quoted(text));
        }
        return text;
    }

    /** A text of the form {@code pattern}, as a whole. */
    public static String matches(String argument, @Nullable String value, Pattern pattern) {
        String text = required(argument, value);
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(argument + " must have the form " + pattern + ": " + quoted(text));
        }
        return text;
    }

    /** A constant of an enumeration that can be sent. */
    public static <E extends Enum<E>> E known(String argument, @Nullable E value, E unrecognized) {
        if (required(argument, value) == unrecognized) {
            throw new IllegalArgumentException(argument + " must be a known value: " + unrecognized);
        }
        return required(argument, value);
    }

    /** Constants of an enumeration that can be sent. */
    public static <E extends Enum<E>, C extends Collection<E>> C known(String argument, C values, E unrecognized) {
        if (values.contains(unrecognized)) {
            throw new IllegalArgumentException("an item of " + argument + " must be a known value: " + unrecognized);
        }
        return values;
    }

    /** An immutable copy of a collection, none of its items null. */
    public static <T> List<T> items(String argument, @Nullable Collection<? extends T> values) {
        return items(argument, values, 0, Integer.MAX_VALUE);
    }

    /** An immutable copy of a collection of {@code min} to {@code max} items, none of them null. */
    public static <T> List<T> items(String argument, @Nullable Collection<? extends T> values, int min, int max) {
        Collection<? extends T> given = required(argument, values);
        if (given.isEmpty() && min > 0) {
            throw new IllegalArgumentException(argument + " must not be empty: []");
        }
        if (given.size() < min || given.size() > max) {
            throw new IllegalArgumentException(
                    argument + " must have " + bounds(min, max) + " items, and has " + given.size());
        }
        if (given instanceof FixedList) {
            return immutable((FixedList<? extends T>) given);
        }
        for (T value : given) {
            if (value == null) {
                throw new IllegalArgumentException("an item of " + argument + " is missing");
            }
        }
        return List.copyOf(given);
    }

    @SuppressWarnings("unchecked") // nobody can add to it
    private static <T> List<T> immutable(FixedList<? extends T> list) {
        return (List<T>) list;
    }

    /** Like {@link #items}, where no items mean that the argument is absent, whatever {@code min} is. */
    public static <T> List<T> optionalItems(
            String argument, @Nullable Collection<? extends T> values, int min, int max) {
        return required(argument, values).isEmpty() ? List.of() : items(argument, values, min, max);
    }

    /** An immutable copy of a map without null, in the same order. */
    public static <K, V> Map<K, V> entries(String argument, @Nullable Map<? extends K, ? extends V> entries) {
        Map<K, V> copy = new LinkedHashMap<>();
        required(argument, entries)
                .forEach((key, value) ->
                        copy.put(required("a key of " + argument, key), required("a value of " + argument, value)));
        return Collections.unmodifiableMap(copy);
    }

    /** A map whose keys are constants of an enumeration that can be sent. */
    public static <E extends Enum<E>, V> Map<E, V> knownKeys(String argument, Map<E, V> entries, E unrecognized) {
        var unused = known(argument, entries.keySet(), unrecognized);
        return entries;
    }

    /** A map whose values are constants of an enumeration that can be sent. */
    public static <K, E extends Enum<E>> Map<K, E> knownValues(String argument, Map<K, E> entries, E unrecognized) {
        var unused = known(argument, entries.values(), unrecognized);
        return entries;
    }

    /** The varargs of a caller, as a list. */
    public static <T> List<T> listed(String argument, T @Nullable [] values) {
        return Arrays.asList(required(argument, values));
    }

    /** A caller's text for a message: shortened, and without characters that could forge a log line. */
    public static String quoted(String text) {
        String shown = text.length() > MAX_QUOTE_LENGTH ? text.substring(0, MAX_QUOTE_LENGTH) + "..." : text;
        return '"' + UNSHOWN.matcher(shown).replaceAll("?") + '"';
    }

    private static String bounds(long min, long max) {
        return max == Integer.MAX_VALUE || max == Long.MAX_VALUE ? "at least " + min : min + " to " + max;
    }
}
