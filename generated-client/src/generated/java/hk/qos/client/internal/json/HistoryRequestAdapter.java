// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.api.HistoryRequest;
import hk.qos.client.internal.format.AnswerFormats;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.HistoryQuery;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link HistoryRequest}. */
public final class HistoryRequestAdapter extends JsonAdapter<HistoryRequest> {
    /** The one there is; it has no state. */
    public static final HistoryRequestAdapter INSTANCE = new HistoryRequestAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("kline_reqs");

    private HistoryRequestAdapter() {}

    @Override
    public @Nullable HistoryRequest fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable HistoryRequest value) throws IOException {
        write(out, value);
    }

    /** Reads one; null if the document says null. */
    public static @Nullable HistoryRequest read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        List<HistoryQuery> queries = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> queries = AnswerFormats.readElements(in, HistoryQueryAdapter::read);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (queries == null) {
            throw JsonFormats.missing("queries", "kline_reqs", in);
        }
        return new HistoryRequest(queries);
    }

    /** Writes one; what is null is left out. */
    public static void write(JsonWriter out, @Nullable HistoryRequest value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("kline_reqs");
        JsonFormats.writeList(out, value.queries(), HistoryQueryAdapter::write);
        out.endObject();
    }
}
