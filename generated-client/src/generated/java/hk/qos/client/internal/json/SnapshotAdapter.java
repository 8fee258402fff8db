// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.Session;
import hk.qos.client.model.SessionQuote;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.TradingStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Snapshot}. */
public final class SnapshotAdapter extends JsonAdapter<Snapshot> {
    /** The only instance; it has no state. */
    public static final SnapshotAdapter INSTANCE = new SnapshotAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("c", "lp", "yp", "o", "h", "l", "ts", "v", "t", "s", "pq", "aq", "nq", "tt");

    private SnapshotAdapter() {}

    @Override
    public @Nullable Snapshot fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable Snapshot value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable Snapshot read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        String code = null;
        BigDecimal lastPrice = null;
        BigDecimal previousClose = null;
        BigDecimal open = null;
        BigDecimal high = null;
        BigDecimal low = null;
        Instant time = null;
        BigDecimal volume = null;
        BigDecimal turnover = null;
        TradingStatus status = null;
        SessionQuote preMarket = null;
        SessionQuote afterHours = null;
        SessionQuote night = null;
        Session session = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> code = JsonFormats.readCode(in);
                case 1 -> lastPrice = JsonFormats.readDecimal(in);
                case 2 -> previousClose = JsonFormats.readDecimal(in);
                case 3 -> open = JsonFormats.readDecimal(in);
                case 4 -> high = JsonFormats.readDecimal(in);
                case 5 -> low = JsonFormats.readDecimal(in);
                case 6 -> time = JsonFormats.readUnixTime(in);
                case 7 -> volume = JsonFormats.readDecimal(in);
                case 8 -> turnover = JsonFormats.readDecimal(in);
                case 9 -> status = TradingStatusAdapter.read(in);
                case 10 -> preMarket = SessionQuoteAdapter.read(in);
                case 11 -> afterHours = SessionQuoteAdapter.read(in);
                case 12 -> night = SessionQuoteAdapter.read(in);
                case 13 -> session = SessionAdapter.read(in);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (code == null) {
            throw JsonFormats.missing("code", "c", in);
        }
        return new Snapshot(
                code, lastPrice, previousClose, open, high, low, time, volume, turnover, status, preMarket, afterHours,
                night, session);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable Snapshot value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("c");
        JsonFormats.writeCode(out, value.code());
        if (value.lastPrice() != null) {
            out.name("lp");
            JsonFormats.writeDecimal(out, value.lastPrice());
        }
        if (value.previousClose() != null) {
            out.name("yp");
            JsonFormats.writeDecimal(out, value.previousClose());
        }
        if (value.open() != null) {
            out.name("o");
            JsonFormats.writeDecimal(out, value.open());
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
        if (value.status() != null) {
            out.name("s");
            TradingStatusAdapter.write(out, value.status());
        }
        if (value.preMarket() != null) {
            out.name("pq");
            SessionQuoteAdapter.write(out, value.preMarket());
        }
        if (value.afterHours() != null) {
            out.name("aq");
            SessionQuoteAdapter.write(out, value.afterHours());
        }
        if (value.night() != null) {
            out.name("nq");
            SessionQuoteAdapter.write(out, value.night());
        }
        if (value.session() != null) {
            out.name("tt");
            SessionAdapter.write(out, value.session());
        }
        out.endObject();
    }
}
