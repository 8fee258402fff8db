// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.Adjustment;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineType;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link KLineQuery}. */
public final class KLineQueryAdapter extends JsonAdapter<KLineQuery> {
    /** The only instance; it has no state. */
    public static final KLineQueryAdapter INSTANCE = new KLineQueryAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("c", "co", "a", "kt");

    private KLineQueryAdapter() {}

    @Override
    public @Nullable KLineQuery fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable KLineQuery value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable KLineQuery read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        List<String> codes = null;
        Integer count = null;
        Adjustment adjustment = null;
        KLineType type = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> codes = JsonFormats.readCodes(in);
                case 1 -> count = JsonFormats.readInt32(in);
                case 2 -> adjustment = AdjustmentAdapter.read(in);
                case 3 -> type = KLineTypeAdapter.read(in);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (codes == null) {
            throw JsonFormats.missing("codes", "c", in);
        }
        if (count == null) {
            throw JsonFormats.missing("count", "co", in);
        }
        if (adjustment == null) {
            throw JsonFormats.missing("adjustment", "a", in);
        }
        if (type == null) {
            throw JsonFormats.missing("type", "kt", in);
        }
        return new KLineQuery(codes, count, adjustment, type);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable KLineQuery value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("c");
        JsonFormats.writeBatch(out, value.codes());
        out.name("co");
        JsonFormats.writeInt32(out, value.count());
        out.name("a");
        AdjustmentAdapter.write(out, value.adjustment());
        out.name("kt");
        KLineTypeAdapter.write(out, value.type());
        out.endObject();
    }
}
