package hk.qos.client.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import hk.qos.client.api.QosApi;
import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.internal.stream.Document;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every HTTP example of the documents, through the adapters and back. */
class DocumentedExamplesTest {
    private static final Moshi MOSHI =
            new Moshi.Builder().add(new QosJsonAdapterFactory()).build();

    static Stream<String> http() {
        return Examples.paths().stream().filter(path -> path.startsWith("http/"));
    }

    static Stream<String> tolerated() {
        return Examples.paths().stream().filter(path -> path.startsWith("tolerated/http/"));
    }

    @ParameterizedTest
    @MethodSource("http")
    void encodedExampleEqualsDecodedOne(String path) throws IOException {
        JsonAdapter<Object> adapter = adapter(path);
        Object decoded = decode(adapter, path);
        Buffer encoded = new Buffer();
        adapter.toJson(JsonWriter.of(encoded), decoded);

        Document schema = schema(path);
        assertThat(canonical(Examples.tree(encoded), schema)).isEqualTo(canonical(Examples.tree(path), schema));
    }

    @ParameterizedTest
    @MethodSource("tolerated")
    void unusualSpellingsDecodeLikeTheUsualOne(String path) throws IOException {
        Object decoded = decode(adapter(path), path);
        String like = Examples.like(path);

        if (like == null) {
            assertThat(decoded.toString()).contains("UNRECOGNIZED");
        } else {
            assertThat(decoded).isEqualTo(decode(adapter(like), like));
        }
    }

    private static Object decode(JsonAdapter<Object> adapter, String path) throws IOException {
        JsonReader in = Examples.value(path);
        return Objects.requireNonNull(adapter.fromJson(in));
    }

    /** The request or answer type of the Retrofit method for the operation in the file name. */
    private static JsonAdapter<Object> adapter(String path) {
        String[] name = path.substring(path.lastIndexOf('/') + 1).split("\\.", -1);
        Method operation = Arrays.stream(QosApi.class.getMethods())
                .filter(method -> method.getName().equals(name[0]))
                .findFirst()
                .orElseThrow();
        Type type = name[2].equals("request")
                ? requestOf(operation)
                : ((ParameterizedType) operation.getGenericReturnType()).getActualTypeArguments()[0];
        return MOSHI.adapter(type);
    }

    /** The record of the body, or of the parameters. */
    private static Class<?> requestOf(Method operation) {
        Class<?> first = operation.getParameterTypes()[0];
        String name = operation.getName();
        String record = Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Request";
        try {
            return first.isRecord() ? first : Class.forName(QosApi.class.getPackageName() + "." + record);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }

    /** The schema of the example in the documents. */
    private static Document schema(String path) {
        String[] name = path.substring(path.lastIndexOf('/') + 1).split("\\.", -1);
        return name[2].equals("request") ? Document.request(name[0]) : Document.answer(name[0]);
    }

    /** Normalizes codes and times; empty lists and maps count as absent, except the payload. */
    private static Object canonical(Object tree, @Nullable Document schema) {
        if (schema == null) {
            return tree;
        }
        if (tree instanceof Map<?, ?> map) {
            Map<String, Document> fields = schema.fields();
            Map<String, Object> members = new TreeMap<>();
            map.forEach((name, value) -> {
                boolean empty = (value instanceof List<?> list && list.isEmpty())
                        || (value instanceof Map<?, ?> entries && entries.isEmpty());
                if (!fields.containsKey(name) || !empty || name.equals(Document.data())) {
                    Document known = fields.containsKey(name) ? fields.get(name) : schema.entries();
                    members.put(String.valueOf(name), canonical(value, known));
                }
            });
            return members;
        }
        if (tree instanceof List<?> list) {
            Document items = schema.items();
            return list.stream().map(item -> canonical(item, items)).toList();
        }
        return tree instanceof String text ? canonical(text, schema.text("format")) : tree;
    }

    private static Object canonical(String text, String format) {
        return switch (format) {
            case "date-time" -> OffsetDateTime.parse(text).toInstant();
            case "instrument-code", "instrument-code-batch" -> String.join(",", CodeSpelling.batch(List.of(text)));
            default -> text;
        };
    }
}
