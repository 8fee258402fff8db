// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.SessionQuote;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link SessionQuote}. */
public final class SessionQuoteAdapter extends JsonAdapter<SessionQuote> {
    /** The only instance; it has no state. */
    public static final SessionQuoteAdapter INSTANCE = new SessionQuoteAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("lp", "yp", "h", "l", "ts", "v", "t");

    private SessionQuoteAdapter() {}

    @Override
    public @Nullable SessionQuote fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable SessionQuote value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable SessionQuote read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        BigDecimal lastPrice = null;
        BigDecimal previousClose = null;
        BigDecimal high = null;
        BigDecimal low = null;
        Instant time = null;
        BigDecimal volume = null;
        BigDecimal turnover = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> lastPrice = JsonFormats.readDecimal(in);
                case 1 -> previousClose = JsonFormats.readDecimal(in);
                case 2 -> high = JsonFormats.readDecimal(in);
                case 3 -> low = JsonFormats.readDecimal(in);
                case 4 -> time = JsonFormats.readUnixTime(in);
                case 5 -> volume = JsonFormats.readDecimal(in);
                case 6 -> turnover = JsonFormats.readDecimal(in);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        return new SessionQuote(lastPrice, previousClose, high, low, time, volume, turnover);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable SessionQuote value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        if (value.lastPrice() != null) {
            out.name("lp");
            JsonFormats.writeDecimal(out, value.lastPrice());
        }
        if (value.previousClose() != null) {
            out.name("yp");
            JsonFormats.writeDecimal(out, value.previousClose());
        }
        if (value.high() != null) {
            out.name("h");
            JsonFormats.writeDecimal(out, value.high());
        }
        if (value.low() != null) {
            out.name("l");
            JsonFormats.writeDecimal(out, value.low());
        }
        if (value.time() != null) {
            out.name("ts");
            JsonFormats.writeUnixTime(out, value.time());
        }
        if (value.volume() != null) {
            out.name("v");
            JsonFormats.writeDecimal(out, value.volume());
        }
        if (value.turnover() != null) {
            out.name("t");
            JsonFormats.writeDecimal(out, value.turnover());
        }
        out.endObject();
    }
}
