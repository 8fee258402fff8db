// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.ResultsMap;
import hk.qos.client.api.MarketCalendarReply;
import hk.qos.client.internal.format.AnswerFormats;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.Market;
import hk.qos.client.model.TradingDay;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link MarketCalendarReply}. */
public final class MarketCalendarReplyAdapter extends JsonAdapter<MarketCalendarReply> {
    /** The only instance; it has no state. */
    public static final MarketCalendarReplyAdapter INSTANCE = new MarketCalendarReplyAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("msg", "data");

    private MarketCalendarReplyAdapter() {}

    @Override
    public @Nullable MarketCalendarReply fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable MarketCalendarReply value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable MarketCalendarReply read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        String message = null;
        ResultsMap<Market, List<TradingDay>> data = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> message = JsonFormats.readText(in);
                case 1 -> data = AnswerFormats.readResultsMap(in, Market::fromWire, Market.UNRECOGNIZED, AnswerFormats.elementsReader(TradingDayAdapter::read));
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (message == null) {
            throw JsonFormats.missing("message", "msg", in);
        }
        return new MarketCalendarReply(message, data);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable MarketCalendarReply value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("msg");
        JsonFormats.writeText(out, value.message());
        if (value.data() != null) {
            out.name("data");
            AnswerFormats.writeResultsMap(out, value.data(), Market::wire, JsonFormats.listWriter(TradingDayAdapter::write));
        }
        out.endObject();
    }
}
