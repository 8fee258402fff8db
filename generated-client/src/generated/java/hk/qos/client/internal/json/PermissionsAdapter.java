// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.Permission;
import hk.qos.client.model.Permissions;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Permissions}. */
public final class PermissionsAdapter extends JsonAdapter<Permissions> {
    /** The one there is; it has no state. */
    public static final PermissionsAdapter INSTANCE = new PermissionsAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("depth", "history", "instrumen_info", "kline", "snapshot", "trade", "ws");

    private PermissionsAdapter() {}

    @Override
    public @Nullable Permissions fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable Permissions value) throws IOException {
        write(out, value);
    }

    /** Reads one; null if the document says null. */
    public static @Nullable Permissions read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        Permission depth = null;
        Permission history = null;
        Permission instrumentInfo = null;
        Permission kline = null;
        Permission snapshot = null;
        Permission trade = null;
        Permission stream = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> depth = PermissionAdapter.read(in);
                case 1 -> history = PermissionAdapter.read(in);
                case 2 -> instrumentInfo = PermissionAdapter.read(in);
                case 3 -> kline = PermissionAdapter.read(in);
                case 4 -> snapshot = PermissionAdapter.read(in);
                case 5 -> trade = PermissionAdapter.read(in);
                case 6 -> stream = PermissionAdapter.read(in);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        return new Permissions(depth, history, instrumentInfo, kline, snapshot, trade, stream);
    }

    /** Writes one; what is null is left out. */
    public static void write(JsonWriter out, @Nullable Permissions value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        if (value.depth() != null) {
            out.name("depth");
            PermissionAdapter.write(out, value.depth());
        }
        if (value.history() != null) {
            out.name("history");
            PermissionAdapter.write(out, value.history());
        }
        if (value.instrumentInfo() != null) {
            out.name("instrumen_info");
            PermissionAdapter.write(out, value.instrumentInfo());
        }
        if (value.kline() != null) {
            out.name("kline");
            PermissionAdapter.write(out, value.kline());
        }
        if (value.snapshot() != null) {
            out.name("snapshot");
            PermissionAdapter.write(out, value.snapshot());
        }
        if (value.trade() != null) {
            out.name("trade");
            PermissionAdapter.write(out, value.trade());
        }
        if (value.stream() != null) {
            out.name("ws");
            PermissionAdapter.write(out, value.stream());
        }
        out.endObject();
    }
}
