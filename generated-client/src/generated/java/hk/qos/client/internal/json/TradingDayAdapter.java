// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.internal.format.TextFormats;
import hk.qos.client.model.DayLength;
import hk.qos.client.model.TradingDay;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link TradingDay}, which is a text of 2 parts separated by {@code ,}. */
public final class TradingDayAdapter extends JsonAdapter<TradingDay> {
    /** The only instance; it has no state. */
    public static final TradingDayAdapter INSTANCE = new TradingDayAdapter();

    private TradingDayAdapter() {}

    @Override
    public @Nullable TradingDay fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable TradingDay value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null or an empty text. */
    public static @Nullable TradingDay read(JsonReader in) throws IOException {
        return JsonFormats.readDelimited(in, ",", 2, TradingDayAdapter::parse);
    }

    private static TradingDay parse(List<String> parts) {
        return new TradingDay(
                TextFormats.part("date", parts.get(0), TextFormats::parseCompactDate),
                TextFormats.part("length", parts.get(1), DayLength::fromWire));
    }

    /** Writes one. */
    public static void write(JsonWriter out, @Nullable TradingDay value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.value(String.join(
                ",",
                TextFormats.print(value.date(), TextFormats::printCompactDate),
                TextFormats.print(value.length(), DayLength::wire)));
    }
}
