// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.Product;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Product}. */
public final class ProductAdapter extends JsonAdapter<Product> {
    /** The only instance; it has no state. */
    public static final ProductAdapter INSTANCE = new ProductAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("code", "name");

    private ProductAdapter() {}

    @Override
    public @Nullable Product fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable Product value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable Product read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        String code = null;
        String name = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> code = JsonFormats.readCode(in);
                case 1 -> name = JsonFormats.readText(in);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (code == null) {
            throw JsonFormats.missing("code", "code", in);
        }
        return new Product(code, name);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable Product value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("code");
        JsonFormats.writeCode(out, value.code());
        if (value.name() != null) {
            out.name("name");
            JsonFormats.writeText(out, value.name());
        }
        out.endObject();
    }
}
