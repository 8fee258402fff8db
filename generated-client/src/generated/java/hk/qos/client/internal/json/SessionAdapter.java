// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.Session;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Session}. */
public final class SessionAdapter extends JsonAdapter<Session> {
    /** The only instance; it has no state. */
    public static final SessionAdapter INSTANCE = new SessionAdapter();

    private SessionAdapter() {}

    @Override
    public @Nullable Session fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable Session value) throws IOException {
        write(out, value);
    }

    /** Reads one, which may be {@link Session#UNRECOGNIZED}; null for a JSON null or a text that means an absent value. */
    public static @Nullable Session read(JsonReader in) throws IOException {
        return JsonFormats.readNumberEnum(in, Session::fromWire, Session.UNRECOGNIZED);
    }

    /** Writes one; {@link Session#UNRECOGNIZED} is refused by {@link IllegalStateException}. */
    public static void write(JsonWriter out, @Nullable Session value) throws IOException {
        if (value == null) {
            out.nullValue();
        } else {
            out.value(value.wire());
        }
    }
}
