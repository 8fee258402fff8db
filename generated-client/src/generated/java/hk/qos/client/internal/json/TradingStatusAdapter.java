// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.TradingStatus;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link TradingStatus}. */
public final class TradingStatusAdapter extends JsonAdapter<TradingStatus> {
    /** The only instance; it has no state. */
    public static final TradingStatusAdapter INSTANCE = new TradingStatusAdapter();

    private TradingStatusAdapter() {}

    @Override
    public @Nullable TradingStatus fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable TradingStatus value) throws IOException {
        write(out, value);
    }

    /** Reads one, which may be {@link TradingStatus#UNRECOGNIZED}; null for a JSON null or a text that means an absent value. */
    public static @Nullable TradingStatus read(JsonReader in) throws IOException {
        return JsonFormats.readNumberEnum(in, TradingStatus::fromWire, TradingStatus.UNRECOGNIZED);
    }

    /** Writes one; {@link TradingStatus#UNRECOGNIZED} is refused by {@link IllegalStateException}. */
    public static void write(JsonWriter out, @Nullable TradingStatus value) throws IOException {
        if (value == null) {
            out.nullValue();
        } else {
            out.value(value.wire());
        }
    }
}
