// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.api.Refusal;
import hk.qos.client.internal.format.JsonFormats;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Refusal}. */
public final class RefusalAdapter extends JsonAdapter<Refusal> {
    /** The only instance; it has no state. */
    public static final RefusalAdapter INSTANCE = new RefusalAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("msg");

    private RefusalAdapter() {}

    @Override
    public @Nullable Refusal fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable Refusal value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable Refusal read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        String message = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> message = JsonFormats.readText(in);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (message == null) {
            throw JsonFormats.missing("message", "msg", in);
        }
        return new Refusal(message);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable Refusal value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("msg");
        JsonFormats.writeText(out, value.message());
        out.endObject();
    }
}
