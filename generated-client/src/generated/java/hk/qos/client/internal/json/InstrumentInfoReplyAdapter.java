// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.Results;
import hk.qos.client.api.InstrumentInfoReply;
import hk.qos.client.internal.format.AnswerFormats;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.InstrumentInfo;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link InstrumentInfoReply}. */
public final class InstrumentInfoReplyAdapter extends JsonAdapter<InstrumentInfoReply> {
    /** The only instance; it has no state. */
    public static final InstrumentInfoReplyAdapter INSTANCE = new InstrumentInfoReplyAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("msg", "data");

    private InstrumentInfoReplyAdapter() {}

    @Override
    public @Nullable InstrumentInfoReply fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable InstrumentInfoReply value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable InstrumentInfoReply read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        String message = null;
        Results<InstrumentInfo> data = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> message = JsonFormats.readText(in);
                case 1 -> data = AnswerFormats.readResults(in, InstrumentInfoAdapter::read);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (message == null) {
            throw JsonFormats.missing("message", "msg", in);
        }
        return new InstrumentInfoReply(message, data);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable InstrumentInfoReply value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("msg");
        JsonFormats.writeText(out, value.message());
        if (value.data() != null) {
            out.name("data");
            JsonFormats.writeList(out, value.data(), InstrumentInfoAdapter::write);
        }
        out.endObject();
    }
}
