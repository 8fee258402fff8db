// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.InstrumentInfo;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link InstrumentInfo}. */
public final class InstrumentInfoAdapter extends JsonAdapter<InstrumentInfo> {
    /** The only instance; it has no state. */
    public static final InstrumentInfoAdapter INSTANCE = new InstrumentInfoAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("c", "e", "tc", "nc", "ne", "ls", "ts", "os", "ep", "na", "dy");

    private InstrumentInfoAdapter() {}

    @Override
    public @Nullable InstrumentInfo fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable InstrumentInfo value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable InstrumentInfo read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        String code = null;
        String exchange = null;
        String currency = null;
        String chineseName = null;
        String englishName = null;
        Long lotSize = null;
        Long totalShares = null;
        Long outstandingShares = null;
        BigDecimal earningsPerShare = null;
        BigDecimal netAssetsPerShare = null;
        BigDecimal dividendYield = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> code = JsonFormats.readCode(in);
                case 1 -> exchange = JsonFormats.readText(in);
                case 2 -> currency = JsonFormats.readText(in);
                case 3 -> chineseName = JsonFormats.readText(in);
                case 4 -> englishName = JsonFormats.readText(in);
                case 5 -> lotSize = JsonFormats.readInt64(in);
                case 6 -> totalShares = JsonFormats.readInt64(in);
                case 7 -> outstandingShares = JsonFormats.readInt64(in);
                case 8 -> earningsPerShare = JsonFormats.readDecimal(in);
                case 9 -> netAssetsPerShare = JsonFormats.readDecimal(in);
                case 10 -> dividendYield = JsonFormats.readDecimal(in);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (code == null) {
            throw JsonFormats.missing("code", "c", in);
        }
        return new InstrumentInfo(
                code, exchange, currency, chineseName, englishName, lotSize, totalShares, outstandingShares,
                earningsPerShare, netAssetsPerShare, dividendYield);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable InstrumentInfo value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("c");
        JsonFormats.writeCode(out, value.code());
        if (value.exchange() != null) {
            out.name("e");
            JsonFormats.writeText(out, value.exchange());
        }
        if (value.currency() != null) {
            out.name("tc");
            JsonFormats.writeText(out, value.currency());
        }
        if (value.chineseName() != null) {
            out.name("nc");
            JsonFormats.writeText(out, value.chineseName());
        }
        if (value.englishName() != null) {
            out.name("ne");
            JsonFormats.writeText(out, value.englishName());
        }
        if (value.lotSize() != null) {
            out.name("ls");
            JsonFormats.writeInt64(out, value.lotSize());
        }
        if (value.totalShares() != null) {
            out.name("ts");
            JsonFormats.writeInt64(out, value.totalShares());
        }
        if (value.outstandingShares() != null) {
            out.name("os");
            JsonFormats.writeInt64(out, value.outstandingShares());
        }
        if (value.earningsPerShare() != null) {
            out.name("ep");
            JsonFormats.writeDecimal(out, value.earningsPerShare());
        }
        if (value.netAssetsPerShare() != null) {
            out.name("na");
            JsonFormats.writeDecimal(out, value.netAssetsPerShare());
        }
        if (value.dividendYield() != null) {
            out.name("dy");
            JsonFormats.writeDecimal(out, value.dividendYield());
        }
        out.endObject();
    }
}
