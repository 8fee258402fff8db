// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.TradeDirection;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link TradeDirection}. */
public final class TradeDirectionAdapter extends JsonAdapter<TradeDirection> {
    /** The only instance; it has no state. */
    public static final TradeDirectionAdapter INSTANCE = new TradeDirectionAdapter();

    private TradeDirectionAdapter() {}

    @Override
    public @Nullable TradeDirection fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable TradeDirection value) throws IOException {
        write(out, value);
    }

    /** Reads one, which may be {@link TradeDirection#UNRECOGNIZED}; null for a JSON null or a text that means an absent value. */
    public static @Nullable TradeDirection read(JsonReader in) throws IOException {
        return JsonFormats.readNumberEnum(in, TradeDirection::fromWire, TradeDirection.UNRECOGNIZED);
    }

    /** Writes one; {@link TradeDirection#UNRECOGNIZED} is refused by {@link IllegalStateException}. */
    public static void write(JsonWriter out, @Nullable TradeDirection value) throws IOException {
        if (value == null) {
            out.nullValue();
        } else {
            out.value(value.wire());
        }
    }
}
