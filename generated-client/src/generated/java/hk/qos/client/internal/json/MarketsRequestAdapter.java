// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.api.MarketsRequest;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.Market;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link MarketsRequest}. */
public final class MarketsRequestAdapter extends JsonAdapter<MarketsRequest> {
    /** The only instance; it has no state. */
    public static final MarketsRequestAdapter INSTANCE = new MarketsRequestAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("market");

    private MarketsRequestAdapter() {}

    @Override
    public @Nullable MarketsRequest fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable MarketsRequest value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable MarketsRequest read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        List<Market> markets = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> markets = JsonFormats.readList(in, MarketAdapter::read);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (markets == null) {
            throw JsonFormats.missing("markets", "market", in);
        }
        return new MarketsRequest(markets);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable MarketsRequest value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("market");
        JsonFormats.writeList(out, value.markets(), MarketAdapter::write);
        out.endObject();
    }
}
