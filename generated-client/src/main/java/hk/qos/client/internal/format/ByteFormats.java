package hk.qos.client.internal.format;

import hk.qos.client.internal.text.JsonText;
import hk.qos.stream.internal.json.ItemStack;
import hk.qos.stream.internal.json.JsonCursor;
import hk.qos.stream.internal.json.JsonOutput;
import hk.qos.stream.internal.json.StringTable;
import hk.qos.stream.spi.MalformedFrameException;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The formats as JSON bytes, for push decoders and commands. The values equal those of {@link JsonFormats}. Readers
 * return null for an absent value, and throw {@link MalformedFrameException} for an invalid one.
 */
public final class ByteFormats {
    /** Seconds and milliseconds of all moments have fewer. */
    private static final int MOMENT_DIGITS = 18;

    private ByteFormats() {}

    /** A text, unchanged, even if empty; null for a JSON null. */
    public static @Nullable String readText(JsonCursor in) throws MalformedFrameException {
        return in.string();
    }

    /** As text. */
    public static void writeText(ByteBuf out, String value) {
        JsonOutput.string(out, value);
    }

    /** Returns a table of canonical codes for {@link #readCode}. */
    public static StringTable codes(int capacity) {
        return new StringTable(capacity, TextFormats::codeOrNone);
    }

    /** A code in its canonical spelling; null if absent. */
    public static @Nullable String readCode(JsonCursor in, StringTable codes) throws MalformedFrameException {
        return in.string(codes);
    }

    /** As text, spelled as it is. */
    public static void writeCode(ByteBuf out, String value) {
        JsonOutput.string(out, value);
    }

    /** A decimal, its scale kept; null if absent. */
    public static @Nullable BigDecimal readDecimal(JsonCursor in) throws MalformedFrameException {
        BigDecimal usual = in.plainDecimal();
        return usual == null ? read(in, TextFormats::parseDecimal) : usual;
    }

    /** As text, which keeps the scale. */
    public static void writeDecimal(ByteBuf out, BigDecimal value) {
        JsonOutput.string(out, TextFormats.printDecimal(value));
    }

    /** A number, its scale kept; null if absent. */
    public static @Nullable BigDecimal readNumber(JsonCursor in) throws MalformedFrameException {
        return readDecimal(in);
    }

    /** As a number, which keeps the scale. */
    public static void writeNumber(ByteBuf out, BigDecimal value) {
        out.writeCharSequence(TextFormats.printDecimal(value), StandardCharsets.US_ASCII);
    }

    /** A whole number of 32 bits; null if absent. */
    public static @Nullable Integer readInt32(JsonCursor in) throws MalformedFrameException {
        if (in.isText()) {
            return read(in, TextFormats::parseInt32);
        }
        return in.absent() ? null : (Integer) in.int32();
    }

    /** As a number. */
    public static void writeInt32(ByteBuf out, int value) {
        JsonOutput.int64(out, value);
    }

    /** A whole number of 64 bits; null if absent. */
    public static @Nullable Long readInt64(JsonCursor in) throws MalformedFrameException {
        if (in.isText()) {
            return read(in, TextFormats::parseInt64);
        }
        return in.absent() ? null : (Long) in.int64();
    }

    /** As a number. */
    public static void writeInt64(ByteBuf out, long value) {
        JsonOutput.int64(out, value);
    }

    /** True or false, also as text; null if absent. */
    public static @Nullable Boolean readBool(JsonCursor in) throws MalformedFrameException {
        if (in.isText()) {
            return read(in, TextFormats::parseBool);
        }
        return in.absent() ? null : (Boolean) in.bool();
    }

    /** As {@code true} or {@code false}. */
    public static void writeBool(ByteBuf out, boolean value) {
        JsonOutput.bool(out, value);
    }

    /** A time in seconds since the epoch, or in milliseconds if the number is so large; null if absent. */
    public static @Nullable Instant readUnixTime(JsonCursor in) throws MalformedFrameException {
        return in.isText() ? read(in, TextFormats::parseUnixTime) : moment(in, TextFormats::moment);
    }

    /** As a number of seconds since the epoch, rounded down. */
    public static void writeUnixTime(ByteBuf out, Instant value) {
        JsonOutput.epochSecond(out, value);
    }

    /** A time in milliseconds since the epoch, whatever the number; null if absent. */
    public static @Nullable Instant readUnixMillis(JsonCursor in) throws MalformedFrameException {
        return in.isText() ? read(in, TextFormats::parseUnixMillis) : moment(in, TextFormats::millis);
    }

    /** As a number of milliseconds since the epoch, rounded down. */
    public static void writeUnixMillis(ByteBuf out, Instant value) {
        JsonOutput.int64(out, value.toEpochMilli());
    }

    /** A time in the format of RFC 3339; null if absent. */
    public static @Nullable Instant readDateTime(JsonCursor in) throws MalformedFrameException {
        return read(in, TextFormats::parseDateTime);
    }

    /** As RFC 3339 text in UTC. */
    public static void writeDateTime(ByteBuf out, Instant value) {
        JsonOutput.string(out, TextFormats.printDateTime(value));
    }

    /** A day, {@code 2026-01-02}; null if absent. */
    public static @Nullable LocalDate readDate(JsonCursor in) throws MalformedFrameException {
        return read(in, TextFormats::parseDate);
    }

    /** As text, {@code 2026-01-02}. */
    public static void writeDate(ByteBuf out, LocalDate value) {
        JsonOutput.string(out, TextFormats.printDate(value));
    }

    /** A day, {@code 20260102}; null if absent. */
    public static @Nullable LocalDate readCompactDate(JsonCursor in) throws MalformedFrameException {
        return read(in, TextFormats::parseCompactDate);
    }

    /** As text, {@code 20260102}. */
    public static void writeCompactDate(ByteBuf out, LocalDate value) {
        JsonOutput.string(out, TextFormats.printCompactDate(value));
    }

    /** An enumeration of numbers; null if absent. */
    public static <E> @Nullable E readNumberEnum(JsonCursor in, IntFunction<E> fromWire, E unrecognized)
            throws MalformedFrameException {
        int wire = in.shortNumber();
        return wire >= 0 ? fromWire.apply(wire) : read(in, text -> TextFormats.parseEnum(text, fromWire, unrecognized));
    }

    /** An enumeration of texts; null if absent. */
    public static <E> @Nullable E readTextEnum(JsonCursor in, Function<String, E> fromWire)
            throws MalformedFrameException {
        return read(in, fromWire);
    }

    /** An immutable list without null elements. */
    public static <T> @Nullable List<T> readList(JsonCursor in, ByteReader<T> item) throws MalformedFrameException {
        if (in.isNull()) {
            return null;
        }
        ItemStack items = in.items();
        int first = items.size();
        in.beginArray();
        while (in.nextElement()) {
            T value = item.read(in);
            if (value != null) {
                items.add(value);
            }
        }
        return items.take(first);
    }

    /** A list, as JSON. */
    public static <T> void writeList(ByteBuf out, List<T> values, ByteWriter<T> item) {
        out.writeByte('[');
        boolean first = true;
        for (T value : values) {
            if (!first) {
                out.writeByte(',');
            }
            first = false;
            item.write(out, value);
        }
        out.writeByte(']');
    }

    /** An object with one member for each entry. */
    public static <K, V> void writeMap(
            ByteBuf out, Map<K, V> entries, Function<? super K, String> key, ByteWriter<V> value) {
        out.writeByte('{');
        boolean first = true;
        for (Map.Entry<K, V> entry : entries.entrySet()) {
            if (!first) {
                out.writeByte(',');
            }
            first = false;
            JsonOutput.string(out, key.apply(entry.getKey()));
            out.writeByte(':');
            value.write(out, entry.getValue());
        }
        out.writeByte('}');
    }

    /** Reads a value without a byte reader, such as a map, by {@link JsonFormats}. */
    public static <T> @Nullable T readJson(JsonCursor in, ValueReader<T> reader) throws MalformedFrameException {
        Buffer value = new Buffer().write(in.skipCopy());
        try {
            return reader.read(JsonText.reader(value));
        } catch (IOException | RuntimeException e) {
            throw in.wrong("a value does not have its format");
        }
    }

    private static @Nullable Instant moment(JsonCursor in, LongFunction<Instant> meaning)
            throws MalformedFrameException {
        long wire = in.plainNumber(MOMENT_DIGITS);
        if (wire < 0) {
            if (in.absent()) {
                return null;
            }
            wire = in.int64();
        }
        try {
            return meaning.apply(wire);
        } catch (IllegalArgumentException e) {
            throw in.wrong("not a moment");
        }
    }

    private static <T> @Nullable T read(JsonCursor in, Function<String, T> parser) throws MalformedFrameException {
        String text = TextFormats.given(in.string());
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw in.wrong("a value does not have its format");
        }
    }
}
