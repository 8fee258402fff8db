// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.Market;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Market}. */
public final class MarketAdapter extends JsonAdapter<Market> {
    /** The only instance; it has no state. */
    public static final MarketAdapter INSTANCE = new MarketAdapter();

    private MarketAdapter() {}

    @Override
    public @Nullable Market fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable Market value) throws IOException {
        write(out, value);
    }

    /** Reads one, which may be {@link Market#UNRECOGNIZED}; null for a JSON null or a text that means an absent value. */
    public static @Nullable Market read(JsonReader in) throws IOException {
        return JsonFormats.readTextEnum(in, Market::fromWire);
    }

    /** Writes one; {@link Market#UNRECOGNIZED} is refused by {@link IllegalStateException}. */
    public static void write(JsonWriter out, @Nullable Market value) throws IOException {
        if (value == null) {
            out.nullValue();
        } else {
            out.value(value.wire());
        }
    }
}
