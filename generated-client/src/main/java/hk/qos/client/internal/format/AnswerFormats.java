package hk.qos.client.internal.format;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import hk.qos.client.Results;
import hk.qos.client.internal.answer.LeftOut;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
