package hk.qos.client.internal.format;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.Results;
import hk.qos.client.ResultsMap;
import hk.qos.client.internal.answer.LeftOut;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads lists in answers and omits elements that cannot be decoded. Malformed JSON still fails the whole answer. */
public final class AnswerFormats {
    private AnswerFormats() {}

    /** Reads the payload of an answer, and skips null elements. */
    public static <T> @Nullable Results<T> readResults(JsonReader in, ValueReader<T> element) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        LeftOut leftOut = LeftOut.gather(in);
        List<T> elements = elements(in, element, leftOut);
        Results<T> results = elements.isEmpty() ? Results.empty() : Results.of(elements);
        return leftOut.elements().isEmpty() ? results : results.withUndecodable(leftOut.elements());
    }

    /**
     * Reads the payload of an answer. Null values are skipped, and the last of equal keys counts.
     *
     * @param unrecognized what {@code key} makes of a text that it does not know; null if it knows all
     */
    public static <K, V> @Nullable ResultsMap<K, V> readResultsMap(
            JsonReader in, Function<String, K> key, @Nullable K unrecognized, ValueReader<V> value) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        LeftOut leftOut = LeftOut.gather(in);
        Map<K, V> entries = new LinkedHashMap<>();
        Map<String, V> others = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNext()) {
            String text = in.nextName();
            K name = JsonFaults.parse(in, text, key);
            V entry = value.read(in);
            if (entry != null && name.equals(unrecognized)) {
                others.put(text, entry);
            } else if (entry != null) {
                entries.put(name, entry);
            }
        }
        in.endObject();
        return ResultsMap.of(entries).withUnrecognized(others).withUndecodable(leftOut.elements());
    }

    /** Writes the entries, those with unrecognized keys last. */
    public static <K, V> void writeResultsMap(
            JsonWriter out, ResultsMap<K, V> map, Function<? super K, String> key, ValueWriter<V> value)
            throws IOException {
        Map<String, V> all = new LinkedHashMap<>();
        map.forEach((name, entry) -> all.put(key.apply(name), entry));
        all.putAll(map.unrecognized());
        JsonFormats.writeMap(out, all, name -> name, value);
    }

    /**
     * Reads a list in an answer whose elements identify themselves. Outside answers an undecodable element fails the
     * list, as in {@link JsonFormats#readList}.
     */
    public static <T> @Nullable List<T> readElements(JsonReader in, ValueReader<T> element) throws IOException {
        LeftOut leftOut = LeftOut.of(in);
        if (leftOut == null || in.peek() != JsonReader.Token.BEGIN_ARRAY) {
            return JsonFormats.readList(in, element);
        }
        return List.copyOf(elements(in, element, leftOut));
    }

    private static <T> List<T> elements(JsonReader in, ValueReader<T> element, LeftOut leftOut) throws IOException {
        String list = in.getPath();
        List<T> elements = new ArrayList<>();
        in.beginArray();
        for (int i = 0; in.hasNext(); i++) {
            try {
                T value = element.read(in);
                if (value != null) {
                    elements.add(value);
                }
            } catch (JsonDataException e) {
                leftOut.add(in, list + "[" + i + "]", list + "[" + (i + 1) + "]", e);
            }
        }
        in.endArray();
        return elements;
    }

    /** {@link #readElements} of these. */
    public static <T> ValueReader<List<T>> elementsReader(ValueReader<T> element) {
        return in -> readElements(in, element);
    }

    /** Moshi's view of the elements of an answer. */
    public static <T> JsonAdapter<Results<T>> resultsAdapter(JsonAdapter<T> element) {
        return new ResultsAdapter<>(element);
    }
}
