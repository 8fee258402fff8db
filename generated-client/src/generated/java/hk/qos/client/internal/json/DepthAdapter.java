// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.Depth;
import hk.qos.client.model.Level;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Depth}. */
public final class DepthAdapter extends JsonAdapter<Depth> {
    /** The only instance; it has no state. */
    public static final DepthAdapter INSTANCE = new DepthAdapter();

    private static final JsonReader.Options NAMES =
            JsonReader.Options.of("c", "b", "a", "ts");

    private DepthAdapter() {}

    @Override
    public @Nullable Depth fromJson(JsonReader in) throws IOException {
        return read(in);
    }

    @Override
    public void toJson(JsonWriter out, @Nullable Depth value) throws IOException {
        write(out, value);
    }

    /** Reads one; null for a JSON null. */
    public static @Nullable Depth read(JsonReader in) throws IOException {
        if (JsonFormats.isNull(in)) {
            return null;
        }
        String code = null;
        List<Level> bids = null;
        List<Level> asks = null;
        Instant time = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.selectName(NAMES)) {
                case 0 -> code = JsonFormats.readCode(in);
                case 1 -> bids = JsonFormats.readList(in, LevelAdapter::read);
                case 2 -> asks = JsonFormats.readList(in, LevelAdapter::read);
                case 3 -> time = JsonFormats.readUnixTime(in);
                default -> JsonFormats.skip(in);
            }
        }
        in.endObject();
        if (code == null) {
            throw JsonFormats.missing("code", "c", in);
        }
        return new Depth(code, bids == null ? List.of() : bids, asks == null ? List.of() : asks, time);
    }

    /** Writes one; absent components are omitted. */
    public static void write(JsonWriter out, @Nullable Depth value) throws IOException {
        if (value == null) {
            out.nullValue();
            return;
        }
        out.beginObject();
        out.name("c");
        JsonFormats.writeCode(out, value.code());
        if (!value.bids().isEmpty()) {
            out.name("b");
            JsonFormats.writeList(out, value.bids(), LevelAdapter::write);
        }
        if (!value.asks().isEmpty()) {
            out.name("a");
            JsonFormats.writeList(out, value.asks(), LevelAdapter::write);
        }
        if (value.time() != null) {
            out.name("ts");
            JsonFormats.writeUnixTime(out, value.time());
        }
        out.endObject();
    }
}
