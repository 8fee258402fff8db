// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link KLine}. */
public final class KLineAdapter extends JsonAdapter<KLine> {
    /** The only instance; it has no state. */
    public static final KLineAdapter INSTANCE = new KLineAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("c", "o", "cl", "h", "l", "v", "ts", "kt");

    private KLineAdapter() {}

    @Override
    public @Nullable KLine fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable KLine value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable KLine read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        String code = null;
        BigDecimal open = null;
        BigDecimal close = null;
        BigDecimal high = null;
        BigDecimal low = null;
        BigDecimal volume = null;
        Instant time = null;
        KLineType type = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> code = JsonFormats.readCode(in);
                case 1 -> open = JsonFormats.readDecimal(in);
                case 2 -> close = JsonFormats.readDecimal(in);
                case 3 -> high = JsonFormats.readDecimal(in);
                case 4 -> low = JsonFormats.readDecimal(in);
                case 5 -> volume = JsonFormats.readDecimal(in);
                case 6 -> time = JsonFormats.readUnixTime(in);
                case 7 -> type = KLineTypeAdapter.read(in);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (code == null) {
            throw JsonFormats.missing("code", "c", in);
        }
        return new KLine(code, open, close, high, low, volume, time, type);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable KLine value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("c");
        JsonFormats.writeCode(out, value.code());
        if (value.open() != null) {
            out.name("o");
            JsonFormats.writeDecimal(out, value.open());
        }
        if (value.close() != null) {
            out.name("cl");
            JsonFormats.writeDecimal(out, value.close());
        }
        if (value.high() != null) {
            out.name("h");
            JsonFormats.writeDecimal(out, value.high());
        }
        if (value.low() != null) {
            out.name("l");
            JsonFormats.writeDecimal(out, value.low());
        }
        if (value.volume() != null) {
            out.name("v");
            JsonFormats.writeDecimal(out, value.volume());
        }
        if (value.time() != null) {
            out.name("ts");
            JsonFormats.writeUnixTime(out, value.time());
        }
        if (value.type() != null) {
            out.name("kt");
            KLineTypeAdapter.write(out, value.type());
        }
        out.endObject();
    }
}
