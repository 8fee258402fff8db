package hk.qos.client.internal.format;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.check.CodeSpelling;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * The formats as JSON. Readers accept numbers and strings, and return null for an absent value. They trim strings; an
 * empty string or a placeholder of the documents counts as absent. Plain strings are returned unchanged. An invalid
 * value throws {@link JsonDataException} with its path.
 */
public final class JsonFormats {
    private JsonFormats() {}

    /** Whether the next value is null, which is then consumed. */
    public static boolean isNull(JsonReader in) throws IOException {
        if (in.peek() != JsonReader.Token.NULL) {
            return false;
        }
        in.nextNull();
        return true;
    }

    /** Skips a member that this version does not know. */
    public static void skip(JsonReader in) throws IOException {
        in.skipName();
        in.skipValue();
    }

    /** Returns the exception for a document without a required member. */
    public static JsonDataException missing(String component, String wire, JsonReader in) {
        return new JsonDataException(
                "Required value '" + component + "' (JSON name '" + wire + "') missing at " + JsonFaults.justRead(in));
    }

    /** A text, unchanged, even if empty; null for a JSON null. */
    public static @Nullable String readText(JsonReader in) throws IOException {
        return isNull(in) ? null : in.nextString();
    }

    /** As text. */
    public static void writeText(JsonWriter out, String value) throws IOException {
        out.value(value);
    }

    /** A code in its canonical spelling; null if absent. */
    public static @Nullable String readCode(JsonReader in) throws IOException {
        return read(in, TextFormats::parseCode);
    }

    /** As text, spelled as it is. */
    public static void writeCode(JsonWriter out, String value) throws IOException {
        out.value(value);
    }

    /** A decimal, its scale kept; null if absent. */
    public static @Nullable BigDecimal readDecimal(JsonReader in) throws IOException {
        return read(in, TextFormats::parseDecimal);
    }

    /** As text, which keeps the scale. */
    public static void writeDecimal(JsonWriter out, BigDecimal value) throws IOException {
        out.value(TextFormats.printDecimal(value));
    }

    /** A number, its scale kept; null if absent. */
    public static @Nullable BigDecimal readNumber(JsonReader in) throws IOException {
        return readDecimal(in);
    }

    /** As a number, which keeps the scale. */
    public static void writeNumber(JsonWriter out, BigDecimal value) throws IOException {
        try (BufferedSink number = out.valueSink()) {
            number.writeUtf8(TextFormats.printDecimal(value));
        }
    }

    /** A whole number of 32 bits; null if absent. */
    public static @Nullable Integer readInt32(JsonReader in) throws IOException {
        return read(in, TextFormats::parseInt32);
    }

    /** As a number. */
    public static void writeInt32(JsonWriter out, Integer value) throws IOException {
        out.value(value);
    }

    /** A whole number of 64 bits; null if absent. */
    public static @Nullable Long readInt64(JsonReader in) throws IOException {
        return read(in, TextFormats::parseInt64);
    }

    /** As a number. */
    public static void writeInt64(JsonWriter out, Long value) throws IOException {
        out.value(value);
    }

    /** True or false, also as text; null if absent. */
    public static @Nullable Boolean readBool(JsonReader in) throws IOException {
        return in.peek() == JsonReader.Token.BOOLEAN ? (Boolean) in.nextBoolean() : read(in, TextFormats::parseBool);
    }

    /** As {@code true} or {@code false}. */
    public static void writeBool(JsonWriter out, Boolean value) throws IOException {
        out.value(value);
    }

    /** A time in seconds since the epoch, or in milliseconds if the number is so large; null if absent. */
    public static @Nullable Instant readUnixTime(JsonReader in) throws IOException {
        return read(in, TextFormats::parseUnixTime);
    }

    /** As a number of seconds since the epoch, rounded down. */
    public static void writeUnixTime(JsonWriter out, Instant value) throws IOException {
        out.value(value.getEpochSecond());
    }

    /** A time in milliseconds since the epoch, whatever the number; null if absent. */
    public static @Nullable Instant readUnixMillis(JsonReader in) throws IOException {
        return read(in, TextFormats::parseUnixMillis);
    }

    /** As a number of milliseconds since the epoch, rounded down. */
    public static void writeUnixMillis(JsonWriter out, Instant value) throws IOException {
        out.value(value.toEpochMilli());
    }

    /** A time in the format of RFC 3339; null if absent. */
    public static @Nullable Instant readDateTime(JsonReader in) throws IOException {
        return read(in, TextFormats::parseDateTime);
    }

    /** As RFC 3339 text in UTC. */
    public static void writeDateTime(JsonWriter out, Instant value) throws IOException {
        out.value(TextFormats.printDateTime(value));
    }

    /** A day, {@code 2026-01-02}; null if absent. */
    public static @Nullable LocalDate readDate(JsonReader in) throws IOException {
        return read(in, TextFormats::parseDate);
    }

    /** As text, {@code 2026-01-02}. */
    public static void writeDate(JsonWriter out, LocalDate value) throws IOException {
        out.value(TextFormats.printDate(value));
    }

    /** A day, {@code 20260102}; null if absent. */
    public static @Nullable LocalDate readCompactDate(JsonReader in) throws IOException {
        return read(in, TextFormats::parseCompactDate);
    }

    /** As text, {@code 20260102}. */
    public static void writeCompactDate(JsonWriter out, LocalDate value) throws IOException {
        out.value(TextFormats.printCompactDate(value));
    }

    /** An enumeration of numbers; null if absent. */
    public static <E> @Nullable E readNumberEnum(JsonReader in, IntFunction<E> fromWire, E unrecognized)
            throws IOException {
        return read(in, text -> TextFormats.parseEnum(text, fromWire, unrecognized));
    }

    /** An enumeration of texts; null if absent. */
    public static <E> @Nullable E readTextEnum(JsonReader in, Function<String, E> fromWire) throws IOException {
        return read(in, fromWire);
    }

    /** Single codes of one batch, or of a list of batches. */
    public static @Nullable List<String> readCodes(JsonReader in) throws IOException {
        if (in.peek() == JsonReader.Token.BEGIN_ARRAY) {
            List<String> batches = readList(in, JsonFormats::readText);
            return batches == null ? null : split(in, batches);
        }
        String batch = readText(in);
        return batch == null ? null : split(in, List.of(batch));
    }

    private static List<String> split(JsonReader in, List<String> batches) {
        try {
            return CodeSpelling.split(batches);
        } catch (IllegalArgumentException e) {
            throw new JsonDataException(e.getMessage() + " at " + JsonFaults.justRead(in), e);
        }
    }

    /** Codes of one market, as one text. */
    public static void writeBatch(JsonWriter out, List<String> codes) throws IOException {
        List<String> batches = CodeSpelling.batch(codes);
        if (batches.size() != 1) {
            throw new IllegalArgumentException("One query names instruments of one market: " + batches);
        }
        out.value(batches.get(0));
    }

    /** Codes, as a list with one text for each market. */
    public static void writeBatches(JsonWriter out, List<String> codes) throws IOException {
        writeList(out, CodeSpelling.batch(codes), JsonFormats::writeText);
    }

    /** An immutable list without null elements. */
    public static <T> @Nullable List<T> readList(JsonReader in, ValueReader<T> item) throws IOException {
        if (isNull(in)) {
            return null;
        }
        List<T> items = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            T value = item.read(in);
            if (value != null) {
                items.add(value);
            }
        }
        in.endArray();
        return List.copyOf(items);
    }

    /** An array of the items, in their order. */
    public static <T> void writeList(JsonWriter out, List<T> values, ValueWriter<T> item) throws IOException {
        out.beginArray();
        for (T value : values) {
            item.write(out, value);
        }
        out.endArray();
    }

    /**
     * Reads an immutable map in the order of the document. Null values are skipped, and the last of equal keys counts.
     */
    public static <K, V> @Nullable Map<K, V> readMap(JsonReader in, Function<String, K> key, ValueReader<V> value)
            throws IOException {
        if (isNull(in)) {
            return null;
        }
        Map<K, V> entries = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNext()) {
            K name = JsonFaults.parse(in, in.nextName(), key);
            V entry = value.read(in);
            if (entry != null) {
                entries.put(name, entry);
            }
        }
        in.endObject();
        return Collections.unmodifiableMap(entries);
    }

    /** An object of the entries, in their order. */
    public static <K, V> void writeMap(
            JsonWriter out, Map<K, V> entries, Function<? super K, String> key, ValueWriter<V> value)
            throws IOException {
        out.beginObject();
        for (Map.Entry<K, V> entry : entries.entrySet()) {
            out.name(key.apply(entry.getKey()));
            value.write(out, entry.getValue());
        }
        out.endObject();
    }

    /** {@link #readList} of these items. */
    public static <T> ValueReader<List<T>> listReader(ValueReader<T> item) {
        return in -> readList(in, item);
    }

    /** {@link #writeList} of these items. */
    public static <T> ValueWriter<List<T>> listWriter(ValueWriter<T> item) {
        return (out, values) -> writeList(out, values, item);
    }

    /** {@link #readMap} of these entries. */
    public static <K, V> ValueReader<Map<K, V>> mapReader(Function<String, K> key, ValueReader<V> value) {
        return in -> readMap(in, key, value);
    }

    /** {@link #writeMap} of these entries. */
    public static <K, V> ValueWriter<Map<K, V>> mapWriter(Function<? super K, String> key, ValueWriter<V> value) {
        return (out, entries) -> writeMap(out, entries, key, value);
    }

    /** Moshi's view of a list whose items have an adapter. */
    public static <T> JsonAdapter<List<T>> listAdapter(JsonAdapter<T> item) {
        return new ListAdapter<>(item);
    }

    /** Reads a text with the given number of parts. Further parts, which later versions may add, are ignored. */
    public static <T> @Nullable T readDelimited(
            JsonReader in, String delimiter, int parts, Function<List<String>, T> parser) throws IOException {
        return read(in, text -> {
            List<String> found = Arrays.asList(text.split(Pattern.quote(delimiter), -1));
            if (found.size() < parts) {
                throw new IllegalArgumentException("has " + found.size() + " parts, not " + parts);
            }
            return parser.apply(found);
        });
    }

    private static <T> @Nullable T read(JsonReader in, Function<String, T> parser) throws IOException {
        if (isNull(in)) {
            return null;
        }
        String text = TextFormats.given(in.nextString());
        return text == null ? null : JsonFaults.parse(in, text, parser);
    }
}
