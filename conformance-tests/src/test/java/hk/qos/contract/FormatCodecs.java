package hk.qos.contract;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.client.internal.format.JsonFormats;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes values by the documents' table of formats, so that a new format needs no code here. */
public final class FormatCodecs {
    private static final JsonNode TABLE = load();

    private FormatCodecs() {}

    /** The names of all formats. */
    public static Set<String> names() {
        return TABLE.path("formats").propertyNames().stream().collect(Collectors.toSet());
    }

    /** What the table says of a format. */
    public static JsonNode row(String format) {
        return TABLE.path("formats").path(format);
    }

    /** The value in Java of what is on the wire. */
    static @Nullable Object read(String type, String format, String json) {
        JsonNode row = row(format).isMissingNode() ? TABLE.path("types").path(type) : row(format);
        return read(row, json);
    }

    /** The value in Java of what is on the wire; the exception of the reader if it refuses it. */
    public static @Nullable Object read(JsonNode row, String json) {
        Method reader = method(JsonFormats.class, "read", row);
        return invoke(reader, JsonReader.of(new Buffer().writeUtf8(json)));
    }

    /** The value as it is written. */
    public static String written(JsonNode row, Object value) {
        Buffer out = new Buffer();
        JsonWriter writer = JsonWriter.of(out);
        writer.setLenient(true);
        boolean batch = row.path("codec").asString().equals("codes");
        invoke(
                batch ? method(JsonFormats.class, "writeBatch") : method(JsonFormats.class, "write", row),
                writer,
                value);
        return out.readUtf8();
    }

    /** The method of a class that reads or writes the format. */
    public static Method method(Class<?> formats, String verb, JsonNode row) {
        String codec = row.path("codec").asString();
        return method(formats, verb + Character.toUpperCase(codec.charAt(0)) + codec.substring(1));
    }

    private static Method method(Class<?> formats, String name) {
        return Arrays.stream(formats.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(formats.getSimpleName() + " has no " + name));
    }

    private static @Nullable Object invoke(Method method, Object... arguments) {
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new AssertionError(method.toString(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new LinkageError(method.toString(), e);
        }
    }

    private static JsonNode load() {
        try (InputStream in = FormatCodecs.class.getResourceAsStream("/hk/qos/spec/formats.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in, "formats.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
