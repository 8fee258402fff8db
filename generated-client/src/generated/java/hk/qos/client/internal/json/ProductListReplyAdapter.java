// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.ResultsMap;
import hk.qos.client.api.ProductListReply;
import hk.qos.client.internal.format.AnswerFormats;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.Market;
import hk.qos.client.model.Product;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link ProductListReply}. */
public final class ProductListReplyAdapter extends JsonAdapter<ProductListReply> {
    /** The only instance; it has no state. */
    public static final ProductListReplyAdapter INSTANCE = new ProductListReplyAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("msg", "data");

    private ProductListReplyAdapter() {}

    @Override
    public @Nullable ProductListReply fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable ProductListReply value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable ProductListReply read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        String message = null;
        ResultsMap<Market, List<Product>> data = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> message = JsonFormats.readText(in);
                case 1 -> data = AnswerFormats.readResultsMap(in, Market::fromWire, Market.UNRECOGNIZED, AnswerFormats.elementsReader(ProductAdapter::read));
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (message == null) {
            throw JsonFormats.missing("message", "msg", in);
        }
        return new ProductListReply(message, data);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable ProductListReply value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("msg");
        JsonFormats.writeText(out, value.message());
        if (value.data() != null) {
            out.name("data");
            AnswerFormats.writeResultsMap(out, value.data(), Market::wire, JsonFormats.listWriter(ProductAdapter::write));
        }
        out.endObject();
    }
}
