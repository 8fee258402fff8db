// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.Trade;
import hk.qos.client.model.TradeDirection;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Trade}. */
public final class TradeAdapter extends JsonAdapter<Trade> {
    /** The only instance; it has no state. */
    public static final TradeAdapter INSTANCE = new TradeAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("c", "p", "v", "ts", "d");

    private TradeAdapter() {}

    @Override
    public @Nullable Trade fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable Trade value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable Trade read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        String code = null;
        BigDecimal price = null;
        BigDecimal volume = null;
        Instant time = null;
        TradeDirection direction = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> code = JsonFormats.readCode(in);
                case 1 -> price = JsonFormats.readDecimal(in);
                case 2 -> volume = JsonFormats.readDecimal(in);
                case 3 -> time = JsonFormats.readUnixTime(in);
                case 4 -> direction = TradeDirectionAdapter.read(in);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (code == null) {
            throw JsonFormats.missing("code", "c", in);
        }
        return new Trade(code, price, volume, time, direction);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable Trade value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("c");
        JsonFormats.writeCode(out, value.code());
        if (value.price() != null) {
            out.name("p");
            JsonFormats.writeDecimal(out, value.price());
        }
        if (value.volume() != null) {
            out.name("v");
            JsonFormats.writeDecimal(out, value.volume());
        }
        if (value.time() != null) {
            out.name("ts");
            JsonFormats.writeUnixTime(out, value.time());
        }
        if (value.direction() != null) {
            out.name("d");
            TradeDirectionAdapter.write(out, value.direction());
        }
        out.endObject();
    }
}
