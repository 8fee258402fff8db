package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The examples of the documents, on the class path. */
final class Examples {
    private static final String ROOT = "/hk/qos/spec/examples/";
    private static final JsonAdapter<Object> ANY = new Moshi.Builder().build().adapter(Object.class);

    private Examples() {}

    /** Their paths, such as {@code http/depths.hk.response.json}. */
    static List<String> paths() {
        return text("index.txt").lines().filter(line -> line.endsWith(".json")).toList();
    }

    /** The example itself, ready to be read. */
    static JsonReader value(String path) throws IOException {
        JsonReader in = JsonReader.of(new Buffer().writeUtf8(text(path)));
        in.beginObject();
        while (!in.nextName().equals("value")) {
            in.skipValue();
        }
        return in;
    }

    /** The example as maps, lists, texts and numbers. */
    static Object tree(String path) throws IOException {
        return Objects.requireNonNull(ANY.fromJson(value(path)));
    }

    static Object tree(Buffer json) throws IOException {
        return Objects.requireNonNull(ANY.fromJson(json));
    }

    /** The example with equal content in the usual spelling; null if there is none. */
    static @Nullable String like(String path) throws IOException {
        return ANY.fromJson(text(path)) instanceof Map<?, ?> whole && whole.get("like") instanceof String like
                ? like
                : null;
    }

    private static String text(String path) {
        try (InputStream in = Examples.class.getResourceAsStream(ROOT + path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
