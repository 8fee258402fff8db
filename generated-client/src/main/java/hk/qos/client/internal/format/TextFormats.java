package hk.qos.client.internal.format;

import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.internal.check.ReadingRules;
import hk.qos.stream.internal.json.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The formats as bare text. What cannot be parsed throws {@link IllegalArgumentException}, {@link ArithmeticException}
 * or {@link java.time.DateTimeException}.
 */
public final class TextFormats {
    /** Beyond this many zeros a decimal is printed with an exponent. */
    private static final int MAX_ZEROS = 64;

    private TextFormats() {}

    /** Trims the text of a formatted value; null if it is empty or a placeholder of the documents. */
    static @Nullable String given(@Nullable String text) {
        String stripped = text == null ? "" : text.strip();
        return stripped.isEmpty() || ReadingRules.ABSENT.contains(stripped) ? null : stripped;
    }

    /** The text, unchanged. */
    public static String parseText(String text) {
        return text;
    }

    /** The text, unchanged. */
    public static String printText(String value) {
        return value;
    }

    /** A code in its canonical spelling. */
    public static String parseCode(String text) {
        return CodeSpelling.received(text);
    }

    /** As {@link #parseCode}; null if it means an absent value. */
    public static @Nullable String codeOrNone(String text) {
        String given = given(text);
        return given == null ? null : parseCode(given);
    }

    /** The code, spelled as it is. */
    public static String printCode(String value) {
        return value;
    }

    /** A decimal with its scale: {@code 1.10} keeps its zero. */
    public static BigDecimal parseDecimal(String text) {
        return Decimals.parse(text);
    }

    /** Without exponent and with its scale; with an exponent beyond 64 decimal places, or for a negative scale. */
    public static String printDecimal(BigDecimal value) {
        return value.scale() >= 0 && value.scale() <= MAX_ZEROS ? value.toPlainString() : value.toString();
    }

    /** A whole number of 32 bits, which may be written like {@code 1.0} or {@code 1e3}. */
    public static Integer parseInt32(String text) {
        return Decimals.parseInt(text);
    }

    /** In decimal digits. */
    public static String printInt32(Integer value) {
        return value.toString();
    }

    /** A whole number, which may be written like {@code 1.0} or {@code 1e3}. */
    public static Long parseInt64(String text) {
        return Decimals.parseLong(text);
    }

    /** In decimal digits. */
    public static String printInt64(Long value) {
        return value.toString();
    }

    /** {@code true} or {@code false}, in lower case. */
    public static Boolean parseBool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    /** {@code true} or {@code false}. */
    public static String printBool(Boolean value) {
        return value.toString();
    }

    /** Seconds since the epoch, or milliseconds, by the rule of {@link #moment}. */
    public static Instant parseUnixTime(String text) {
        return moment(parseInt64(text));
    }

    /**
     * Reads seconds since the epoch, or milliseconds if the documents read so large a number, of either sign, as
     * milliseconds.
     *
     * @throws IllegalArgumentException if the result is outside the documents' bounds
     */
    static Instant moment(long wire) {
        boolean seconds = -ReadingRules.MILLISECONDS_FROM < wire && wire < ReadingRules.MILLISECONDS_FROM;
        return plausible(seconds ? Instant.ofEpochSecond(wire) : Instant.ofEpochMilli(wire));
    }

    private static Instant plausible(Instant moment) {
        if (moment.isBefore(ReadingRules.EARLIEST) || moment.isAfter(ReadingRules.LATEST)) {
            throw new IllegalArgumentException(
                    "no moment from " + ReadingRules.EARLIEST + " to " + ReadingRules.LATEST);
        }
        return moment;
    }

    /** Seconds since the epoch, rounded down. */
    public static String printUnixTime(Instant value) {
        return Long.toString(value.getEpochSecond());
    }

    /** Milliseconds since the epoch, however small the number. */
    public static Instant parseUnixMillis(String text) {
        return millis(parseInt64(text));
    }

    /**
     * Reads milliseconds since the epoch.
     *
     * @throws IllegalArgumentException if the result is outside the documents' bounds
     */
    static Instant millis(long wire) {
        return plausible(Instant.ofEpochMilli(wire));
    }

    /** Milliseconds since the epoch, rounded down. */
    public static String printUnixMillis(Instant value) {
        return Long.toString(value.toEpochMilli());
    }

    /** RFC 3339, with nanoseconds and offset. */
    public static Instant parseDateTime(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** RFC 3339 in UTC. */
    public static String printDateTime(Instant value) {
        return value.toString();
    }

    /** {@code 2026-01-02}. */
    public static LocalDate parseDate(String text) {
        return LocalDate.parse(text);
    }

    /** {@code 2026-01-02}. */
    public static String printDate(LocalDate value) {
        return value.toString();
    }

    /** {@code 20260102}. */
    public static LocalDate parseCompactDate(String text) {
        return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** {@code 20260102}. */
    public static String printCompactDate(LocalDate value) {
        return value.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** Parses one part of a delimited text; the message of a failure names the part. */
    public static <T> T part(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text.strip());
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            throw new IllegalArgumentException(name + " \"" + text + "\": " + e.getMessage(), e);
        }
    }

    /** One part of a delimited text. */
    public static <T> String print(T value, Function<? super T, String> printer) {
        return printer.apply(value);
    }

    /** Parses an enumeration of numbers. A text that is not a number is an unknown value. */
    public static <E> Function<String, E> enumParser(IntFunction<E> fromWire, E unrecognized) {
        return text -> parseEnum(text, fromWire, unrecognized);
    }

    /** Prints an enumeration of numbers. */
    public static <E> Function<E, String> enumPrinter(ToIntFunction<E> wire) {
        return value -> Integer.toString(wire.applyAsInt(value));
    }

    static <E> E parseEnum(String text, IntFunction<E> fromWire, E unrecognized) {
        try {
            return fromWire.apply(parseInt32(text));
        } catch (NumberFormatException | ArithmeticException e) {
            return unrecognized;
        }
    }
}
