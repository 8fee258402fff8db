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
    /** The only instance; it has no state. */
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

    /** Reads one; null for a JSON null. */
    public static @Nullable Permissions read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        Permission depths = null;
        Permission historyKLines = null;
        Permission instrumentInfo = null;
        Permission kLines = null;
        Permission snapshots = null;
        Permission trades = null;
        Permission stream = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> depths = PermissionAdapter.read(in);
                case 1 -> historyKLines = PermissionAdapter.read(in);
                case 2 -> instrumentInfo = PermissionAdapter.read(in);
                case 3 -> kLines = PermissionAdapter.read(in);
                case 4 -> snapshots = PermissionAdapter.read(in);
                case 5 -> trades = PermissionAdapter.read(in);
                case 6 -> stream = PermissionAdapter.read(in);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        return new Permissions(depths, historyKLines, instrumentInfo, kLines, snapshots, trades, stream);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable Permissions value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        if (value.depths() != null) {
            out.name("depth");
            PermissionAdapter.write(out, value.depths());
        }
        if (value.historyKLines() != null) {
            out.name("history");
            PermissionAdapter.write(out, value.historyKLines());
        }
        if (value.instrumentInfo() != null) {
            out.name("instrumen_info");
            PermissionAdapter.write(out, value.instrumentInfo());
        }
        if (value.kLines() != null) {
            out.name("kline");
            PermissionAdapter.write(out, value.kLines());
        }
        if (value.snapshots() != null) {
            out.name("snapshot");
            PermissionAdapter.write(out, value.snapshots());
        }
        if (value.trades() != null) {
            out.name("trade");
            PermissionAdapter.write(out, value.trades());
        }
        if (value.stream() != null) {
            out.name("ws");
            PermissionAdapter.write(out, value.stream());
        }
        out.endObject();
    }
}
