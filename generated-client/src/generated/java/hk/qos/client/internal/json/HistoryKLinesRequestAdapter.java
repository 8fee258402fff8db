// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.api.HistoryKLinesRequest;
import hk.qos.client.internal.format.AnswerFormats;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.HistoryKLineQuery;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link HistoryKLinesRequest}. */
public final class HistoryKLinesRequestAdapter extends JsonAdapter<HistoryKLinesRequest> {
    /** The only instance; it has no state. */
    public static final HistoryKLinesRequestAdapter INSTANCE = new HistoryKLinesRequestAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("kline_reqs");

    private HistoryKLinesRequestAdapter() {}

    @Override
    public @Nullable HistoryKLinesRequest fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable HistoryKLinesRequest value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable HistoryKLinesRequest read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        List<HistoryKLineQuery> queries = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> queries = AnswerFormats.readElements(in, HistoryKLineQueryAdapter::read);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (queries == null) {
            throw JsonFormats.missing("queries", "kline_reqs", in);
        }
        return new HistoryKLinesRequest(queries);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable HistoryKLinesRequest value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("kline_reqs");
        JsonFormats.writeList(out, value.queries(), HistoryKLineQueryAdapter::write);
        out.endObject();
    }
}
