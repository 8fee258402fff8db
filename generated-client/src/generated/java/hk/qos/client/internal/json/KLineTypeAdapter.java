// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.KLineType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link KLineType}. */
public final class KLineTypeAdapter extends JsonAdapter<KLineType> {
    /** The only instance; it has no state. */
    public static final KLineTypeAdapter INSTANCE = new KLineTypeAdapter();

    private KLineTypeAdapter() {}

    @Override
    public @Nullable KLineType fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable KLineType value) throws IOException {
        write(out, value);
    }

    /** Reads one, which may be {@link KLineType#UNRECOGNIZED}; null for a JSON null or a text that means an absent value. */
    public static @Nullable KLineType read(JsonReader in) throws IOException {
        return JsonFormats.readNumberEnum(in, KLineType::fromWire, KLineType.UNRECOGNIZED);
    }

    /** Writes one; {@link KLineType#UNRECOGNIZED} is refused by {@link IllegalStateException}. */
    public static void write(JsonWriter out, @Nullable KLineType value) throws IOException {
        if (value == null) {
            out.nullValue();
        } else {
            out.value(value.wire());
        }
    }
}
