package hk.qos.client.internal.format;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list as records hold it: immutable, without null. */
final class ListAdapter<T> extends JsonAdapter<List<T>> {
    private final JsonAdapter<T> item;

    ListAdapter(JsonAdapter<T> item) {
        this.item = item;
    }

    @Override
    public @Nullable List<T> fromJson(JsonReader in) throws IOException {
        return JsonFormats.readList(in, item::fromJson);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable List<T> value) throws IOException {
        if (value == null) {
            out.nullValue();
        } else {
            JsonFormats.writeList(out, value, item::toJson);
        }
    }
}
