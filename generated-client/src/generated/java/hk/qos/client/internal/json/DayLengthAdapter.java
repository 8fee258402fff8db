// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.DayLength;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link DayLength}. */
public final class DayLengthAdapter extends JsonAdapter<DayLength> {
    /** The only instance; it has no state. */
    public static final DayLengthAdapter INSTANCE = new DayLengthAdapter();

    private DayLengthAdapter() {}

    @Override
    public @Nullable DayLength fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable DayLength value) throws IOException {
        write(out, value);
    }

    /** Reads one, which may be {@link DayLength#UNRECOGNIZED}; null for a JSON null or a text that means an absent value. */
    public static @Nullable DayLength read(JsonReader in) throws IOException {
        return JsonFormats.readTextEnum(in, DayLength::fromWire);
    }

    /** Writes one; {@link DayLength#UNRECOGNIZED} is refused by {@link IllegalStateException}. */
    public static void write(JsonWriter out, @Nullable DayLength value) throws IOException {
        if (value == null) {
            out.nullValue();
        } else {
            out.value(value.wire());
        }
    }
}
