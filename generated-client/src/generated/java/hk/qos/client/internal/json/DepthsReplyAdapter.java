// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.Results;
import hk.qos.client.api.DepthsReply;
import hk.qos.client.internal.format.AnswerFormats;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.Depth;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link DepthsReply}. */
public final class DepthsReplyAdapter extends JsonAdapter<DepthsReply> {
    /** The only instance; it has no state. */
    public static final DepthsReplyAdapter INSTANCE = new DepthsReplyAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("msg", "data");

    private DepthsReplyAdapter() {}

    @Override
    public @Nullable DepthsReply fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable DepthsReply value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable DepthsReply read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        String message = null;
        Results<Depth> data = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> message = JsonFormats.readText(in);
                case 1 -> data = AnswerFormats.readResults(in, DepthAdapter::read);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (message == null) {
            throw JsonFormats.missing("message", "msg", in);
        }
        return new DepthsReply(message, data);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable DepthsReply value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("msg");
        JsonFormats.writeText(out, value.message());
        if (value.data() != null) {
            out.name("data");
            JsonFormats.writeList(out, value.data(), DepthAdapter::write);
        }
        out.endObject();
    }
}
