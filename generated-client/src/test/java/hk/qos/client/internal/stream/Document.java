package hk.qos.client.internal.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A part of the documents on the class path, with references resolved. */
public record Document(String file, Object value) {
    private static final String ROOT = "/hk/qos/spec/";
    private static final Map<String, Object> FILES = new ConcurrentHashMap<>();

    /** The methods that read and write a value, by the documents' table of formats. */
    static String codec(String type, String format) {
        Document table = root("formats.json");
        Document row = table.at("formats").has(format) ? table.at("formats", format) : table.at("types", type);
        return row.text("codec");
    }

    /** The operations with this action: {@code send} has the commands, {@code receive} the pushes. */
    static List<String> operations(String action) {
        Document all = root("asyncapi.yaml").at("operations");
        return all.members().keySet().stream()
                .filter(name -> all.at(name).text("action").equals(action))
                .toList();
    }

    /** The message of an operation. */
    static Document message(String operation) {
        return root("asyncapi.yaml").at("operations", operation, "messages").element(0);
    }

    /** The schema of an HTTP operation's request: the body, or an object with the parameters. */
    public static Document request(String operationId) {
        Document operation = http(operationId);
        if (!operation.has("parameters")) {
            return operation.at("requestBody", "content", "application/json", "schema");
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (int i = 0; i < operation.size("parameters"); i++) {
            Document parameter = operation.at("parameters").element(i);
            parameters.put(parameter.text("name"), parameter.member("schema"));
        }
        return new Document(operation.file, Map.of("properties", parameters));
    }

    /** The schema of an HTTP operation's answer. */
    public static Document answer(String operationId) {
        return http(operationId).at("responses", "200", "content", "application/json", "schema");
    }

    /** The field of HTTP answers with the payload. */
    public static String data() {
        return root("openapi.yaml").at("x-envelope").text("data");
    }

    private static Document http(String operationId) {
        Document paths = root("openapi.yaml").at("paths");
        return paths.members().keySet().stream()
                .map(paths::at)
                .flatMap(path -> path.members().keySet().stream().map(path::at))
                .filter(operation -> operation.value instanceof Map
                        && operation.text("operationId").equals(operationId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No operation is called " + operationId));
    }

    /** The name of the schema of an operation's payload, apart from the field with its type. */
    static String record(String operation) {
        for (Object part : (List<?>) message(operation).at("payload").member("allOf")) {
            if (((Map<?, ?>) part).get("$ref") instanceof String reference) {
                return reference.substring(reference.lastIndexOf('/') + 1);
            }
        }
        throw new AssertionError(operation + " has no payload with a name");
    }

    /** The fields of a schema and its composed schemas, by their names on the wire. */
    public Map<String, Document> fields() {
        Map<String, Document> fields = new LinkedHashMap<>();
        for (int i = 0; i < size("allOf"); i++) {
            fields.putAll(at("allOf").element(i).fields());
        }
        if (has("properties")) {
            Document properties = at("properties");
            properties.members().keySet().forEach(name -> fields.put(name, properties.at(name)));
        }
        return fields;
    }

    /** A text member of a schema or of its composed schemas; empty if there is none. */
    public String text(String name) {
        if (members().get(name) instanceof String text) {
            return text;
        }
        for (int i = 0; i < size("allOf"); i++) {
            String text = at("allOf").element(i).text(name);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** The values of an enumeration; empty for other schemas. */
    List<?> values() {
        for (int i = 0; i < size("allOf"); i++) {
            List<?> values = at("allOf").element(i).values();
            if (!values.isEmpty()) {
                return values;
            }
        }
        return has("enum") ? (List<?>) member("enum") : List.of();
    }

    /** The schema of a list's elements; null for other schemas. */
    public @Nullable Document items() {
        return child("items");
    }

    /** The schema of a map's values; null for other schemas. */
    public @Nullable Document entries() {
        return child("additionalProperties");
    }

    private @Nullable Document child(String name) {
        for (int i = 0; i < size("allOf"); i++) {
            Document child = at("allOf").element(i).child(name);
            if (child != null) {
                return child;
            }
        }
        return members().get(name) instanceof Map ? at(name) : null;
    }

    /** What lies there. */
    Document at(String... path) {
        Document piece = this;
        for (String name : path) {
            piece = new Document(piece.file, piece.member(name)).followed();
        }
        return piece;
    }

    boolean has(String name) {
        return members().containsKey(name);
    }

    private int size(String name) {
        return members().get(name) instanceof List<?> list ? list.size() : 0;
    }

    private Document element(int index) {
        return new Document(file, Objects.requireNonNull(((List<?>) value).get(index), file)).followed();
    }

    private Object member(String name) {
        return Objects.requireNonNull(members().get(name), () -> file + " has no " + name);
    }

    @SuppressWarnings("unchecked")
    private Map<String, @Nullable Object> members() {
        return (Map<String, @Nullable Object>) value;
    }

    private Document followed() {
        if (!(value instanceof Map<?, ?> map) || !(map.get("$ref") instanceof String reference)) {
            return this;
        }
        int hash = reference.indexOf('#');
        String target = hash == 0
                ? file
                : URI.create(file).resolve(reference.substring(0, hash)).toString();
        return root(target).at(reference.substring(hash + 2).split("/", -1));
    }

    private static Document root(String file) {
        return new Document(file, FILES.computeIfAbsent(file, Document::read));
    }

    private static Object read(String file) {
        try (InputStream in = Objects.requireNonNull(Document.class.getResourceAsStream(ROOT + file), file)) {
            return new Load(LoadSettings.builder().build()).loadFromInputStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
