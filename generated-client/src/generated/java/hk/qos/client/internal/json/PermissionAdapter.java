// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.Permission;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Permission}. */
public final class PermissionAdapter extends JsonAdapter<Permission> {
    /** The only instance; it has no state. */
    public static final PermissionAdapter INSTANCE = new PermissionAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("product_count", "request_frequency", "max_connections");

    private PermissionAdapter() {}

    @Override
    public @Nullable Permission fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable Permission value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable Permission read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        Integer instruments = null;
        Integer requestsPerMinute = null;
        Integer connections = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> instruments = JsonFormats.readInt32(in);
                case 1 -> requestsPerMinute = JsonFormats.readInt32(in);
                case 2 -> connections = JsonFormats.readInt32(in);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        return new Permission(instruments, requestsPerMinute, connections);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable Permission value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        if (value.instruments() != null) {
            out.name("product_count");
            JsonFormats.writeInt32(out, value.instruments());
        }
        if (value.requestsPerMinute() != null) {
            out.name("request_frequency");
            JsonFormats.writeInt32(out, value.requestsPerMinute());
        }
        if (value.connections() != null) {
            out.name("max_connections");
            JsonFormats.writeInt32(out, value.connections());
        }
        out.endObject();
    }
}
