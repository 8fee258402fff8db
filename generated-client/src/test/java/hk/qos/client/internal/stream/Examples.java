package hk.qos.client.internal.stream;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import okio.Buffer;

/** The examples of the documents, on the class path. */
final class Examples {
    private static final String ROOT = "/hk/qos/spec/examples/";

    private Examples() {}

    /** The paths that begin with {@code prefix}, such as {@code stream/pushDepth.}. */
    static Stream<String> under(String prefix) {
        return text("index.txt").lines().filter(path -> path.startsWith(prefix));
    }

    /** The example's value, as it would be on the wire. */
    static String value(String path) {
        try (JsonReader in = JsonReader.of(new Buffer().writeUtf8(text(path)))) {
            in.beginObject();
            while (!in.nextName().equals("value")) {
                in.skipValue();
            }
            return in.nextSource().readUtf8();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** JSON as maps, lists, texts, and numbers as they are written. */
    static Object parsed(String json) {
        try (JsonReader in = JsonReader.of(new Buffer().writeUtf8(json))) {
            return parsed(in);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String json) {
        return (Map<String, Object>) parsed(json);
    }

    /** A member that must be there. */
    static Object member(Map<String, Object> object, String name) {
        return Objects.requireNonNull(object.get(name), name);
    }

    @SuppressWarnings("unchecked")
    static List<String> texts(Object list) {
        return (List<String>) list;
    }

    private static Object parsed(JsonReader in) throws IOException {
        return switch (in.peek()) {
            case BEGIN_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                in.beginObject();
                while (in.hasNext()) {
                    object.put(in.nextName(), parsed(in));
                }
                in.endObject();
                yield object;
            }
            case BEGIN_ARRAY -> {
                List<Object> list = new ArrayList<>();
                in.beginArray();
                while (in.hasNext()) {
                    list.add(parsed(in));
                }
                in.endArray();
                yield list;
            }
            case NUMBER -> new BigDecimal(in.nextString());
            case STRING -> in.nextString();
            case BOOLEAN -> in.nextBoolean();
            case NULL -> Objects.requireNonNullElse(in.nextNull(), "null");
            default -> throw new IOException("no value at " + in.getPath());
        };
    }

    private static String text(String path) {
        try (InputStream in = Objects.requireNonNull(Examples.class.getResourceAsStream(ROOT + path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
