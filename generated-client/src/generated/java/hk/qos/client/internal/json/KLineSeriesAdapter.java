// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.AnswerFormats;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineSeries;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link KLineSeries}. */
public final class KLineSeriesAdapter extends JsonAdapter<KLineSeries> {
    /** The only instance; it has no state. */
    public static final KLineSeriesAdapter INSTANCE = new KLineSeriesAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("c", "k");

    private KLineSeriesAdapter() {}

    @Override
    public @Nullable KLineSeries fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable KLineSeries value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable KLineSeries read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        String code = null;
        List<KLine> kLines = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> code = JsonFormats.readCode(in);
                case 1 -> kLines = AnswerFormats.readElements(in, KLineAdapter::read);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (code == null) {
            throw JsonFormats.missing("code", "c", in);
        }
        return new KLineSeries(code, kLines == null ? List.of() : kLines);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable KLineSeries value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("c");
        JsonFormats.writeCode(out, value.code());
        if (!value.kLines().isEmpty()) {
            out.name("k");
            JsonFormats.writeList(out, value.kLines(), KLineAdapter::write);
        }
        out.endObject();
    }
}
