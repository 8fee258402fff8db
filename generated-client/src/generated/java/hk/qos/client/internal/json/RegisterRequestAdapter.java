// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.api.RegisterRequest;
import hk.qos.client.internal.format.JsonFormats;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link RegisterRequest}. */
public final class RegisterRequestAdapter extends JsonAdapter<RegisterRequest> {
    /** The only instance; it has no state. */
    public static final RegisterRequestAdapter INSTANCE = new RegisterRequestAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("email");

    private RegisterRequestAdapter() {}

    @Override
    public @Nullable RegisterRequest fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable RegisterRequest value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable RegisterRequest read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        String email = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> email = JsonFormats.readText(in);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (email == null) {
            throw JsonFormats.missing("email", "email", in);
        }
        return new RegisterRequest(email);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable RegisterRequest value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("email");
        JsonFormats.writeText(out, value.email());
        out.endObject();
    }
}
