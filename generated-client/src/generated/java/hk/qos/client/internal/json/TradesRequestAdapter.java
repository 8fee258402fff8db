// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.api.TradesRequest;
import hk.qos.client.internal.format.JsonFormats;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link TradesRequest}. */
public final class TradesRequestAdapter extends JsonAdapter<TradesRequest> {
    /** The only instance; it has no state. */
    public static final TradesRequestAdapter INSTANCE = new TradesRequestAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("codes", "count");

    private TradesRequestAdapter() {}

    @Override
    public @Nullable TradesRequest fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable TradesRequest value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable TradesRequest read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        List<String> codes = null;
        Integer count = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> codes = JsonFormats.readCodes(in);
                case 1 -> count = JsonFormats.readInt32(in);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (codes == null) {
            throw JsonFormats.missing("codes", "codes", in);
        }
        if (count == null) {
            throw JsonFormats.missing("count", "count", in);
        }
        return new TradesRequest(codes, count);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable TradesRequest value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("codes");
        JsonFormats.writeBatches(out, value.codes());
        out.name("count");
        JsonFormats.writeInt32(out, value.count());
        out.endObject();
    }
}
