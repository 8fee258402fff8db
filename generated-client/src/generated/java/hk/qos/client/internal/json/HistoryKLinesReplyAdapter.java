// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.Results;
import hk.qos.client.api.HistoryKLinesReply;
import hk.qos.client.internal.format.AnswerFormats;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.KLineSeries;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link HistoryKLinesReply}. */
public final class HistoryKLinesReplyAdapter extends JsonAdapter<HistoryKLinesReply> {
    /** The only instance; it has no state. */
    public static final HistoryKLinesReplyAdapter INSTANCE = new HistoryKLinesReplyAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("msg", "data");

    private HistoryKLinesReplyAdapter() {}

    @Override
    public @Nullable HistoryKLinesReply fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable HistoryKLinesReply value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable HistoryKLinesReply read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        String message = null;
        Results<KLineSeries> data = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> message = JsonFormats.readText(in);
                case 1 -> data = AnswerFormats.readResults(in, KLineSeriesAdapter::read);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (message == null) {
            throw JsonFormats.missing("message", "msg", in);
        }
        return new HistoryKLinesReply(message, data);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable HistoryKLinesReply value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("msg");
        JsonFormats.writeText(out, value.message());
        if (value.data() != null) {
            out.name("data");
            JsonFormats.writeList(out, value.data(), KLineSeriesAdapter::write);
        }
        out.endObject();
    }
}
