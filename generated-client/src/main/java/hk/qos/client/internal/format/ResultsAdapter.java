package hk.qos.client.internal.format;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.Results;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The elements of an answer as JSON; what it lacks is not written. */
final class ResultsAdapter<T> extends JsonAdapter<Results<T>> {
    private final JsonAdapter<T> element;

    ResultsAdapter(JsonAdapter<T> element) {
        this.element = element;
    }

    @Override
    public @Nullable Results<T> fromJson(JsonReader in) throws IOException {
        return AnswerFormats.readResults(in, element::fromJson);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable Results<T> value) throws IOException {
        if (value == null) {
            out.nullValue();
        } else {
            JsonFormats.writeList(out, value, element::toJson);
        }
    }
}
