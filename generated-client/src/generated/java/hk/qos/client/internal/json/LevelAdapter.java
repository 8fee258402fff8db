// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.Level;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Level}. */
public final class LevelAdapter extends JsonAdapter<Level> {
    /** The only instance; it has no state. */
    public static final LevelAdapter INSTANCE = new LevelAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("p", "v");

    private LevelAdapter() {}

    @Override
    public @Nullable Level fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable Level value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable Level read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        BigDecimal price = null;
        BigDecimal volume = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> price = JsonFormats.readDecimal(in);
                case 1 -> volume = JsonFormats.readDecimal(in);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        return new Level(price, volume);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable Level value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        if (value.price() != null) {
            out.name("p");
            JsonFormats.writeDecimal(out, value.price());
        }
        if (value.volume() != null) {
            out.name("v");
            JsonFormats.writeDecimal(out, value.volume());
        }
        out.endObject();
    }
}
