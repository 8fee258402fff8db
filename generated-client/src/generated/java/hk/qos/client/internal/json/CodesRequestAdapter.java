// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.api.CodesRequest;
import hk.qos.client.internal.format.JsonFormats;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link CodesRequest}. */
public final class CodesRequestAdapter extends JsonAdapter<CodesRequest> {
    /** The only instance; it has no state. */
    public static final CodesRequestAdapter INSTANCE = new CodesRequestAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("codes");

    private CodesRequestAdapter() {}

    @Override
    public @Nullable CodesRequest fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable CodesRequest value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable CodesRequest read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        List<String> codes = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> codes = JsonFormats.readCodes(in);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (codes == null) {
            throw JsonFormats.missing("codes", "codes", in);
        }
        return new CodesRequest(codes);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable CodesRequest value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("codes");
        JsonFormats.writeBatches(out, value.codes());
        out.endObject();
    }
}
