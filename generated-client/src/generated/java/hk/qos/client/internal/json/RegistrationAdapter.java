// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.Permissions;
import hk.qos.client.model.Registration;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Registration}. */
public final class RegistrationAdapter extends JsonAdapter<Registration> {
    /** The only instance; it has no state. */
    public static final RegistrationAdapter INSTANCE = new RegistrationAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("key", "email", "created_at", "expires_at", "permission");

    private RegistrationAdapter() {}

    @Override
    public @Nullable Registration fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable Registration value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable Registration read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        String key = null;
        String email = null;
        Instant createdAt = null;
        Instant expiresAt = null;
        Permissions permissions = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> key = JsonFormats.readText(in);
                case 1 -> email = JsonFormats.readText(in);
                case 2 -> createdAt = JsonFormats.readDateTime(in);
                case 3 -> expiresAt = JsonFormats.readDateTime(in);
                case 4 -> permissions = PermissionsAdapter.read(in);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (key == null) {
            throw JsonFormats.missing("key", "key", in);
        }
        return new Registration(key, email, createdAt, expiresAt, permissions);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable Registration value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("key");
        JsonFormats.writeText(out, value.key());
        if (value.email() != null) {
            out.name("email");
            JsonFormats.writeText(out, value.email());
        }
        if (value.createdAt() != null) {
            out.name("created_at");
            JsonFormats.writeDateTime(out, value.createdAt());
        }
        if (value.expiresAt() != null) {
            out.name("expires_at");
            JsonFormats.writeDateTime(out, value.expiresAt());
        }
        if (value.permissions() != null) {
            out.name("permission");
            PermissionsAdapter.write(out, value.permissions());
        }
        out.endObject();
    }
}
