// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.Adjustment;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Adjustment}. */
public final class AdjustmentAdapter extends JsonAdapter<Adjustment> {
    /** The only instance; it has no state. */
    public static final AdjustmentAdapter INSTANCE = new AdjustmentAdapter();

    private AdjustmentAdapter() {}

    @Override
    public @Nullable Adjustment fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable Adjustment value) throws IOException {
        write(out, value);
    }

    /** Reads one, which may be {@link Adjustment#UNRECOGNIZED}; null for a JSON null or a text that means an absent value. */
    public static @Nullable Adjustment read(JsonReader in) throws IOException {
        return JsonFormats.readNumberEnum(in, Adjustment::fromWire, Adjustment.UNRECOGNIZED);
    }

    /** Writes one; {@link Adjustment#UNRECOGNIZED} is refused by {@link IllegalStateException}. */
    public static void write(JsonWriter out, @Nullable Adjustment value) throws IOException {
        if (value == null) {
            out.nullValue();
        } else {
            out.value(value.wire());
        }
    }
}
