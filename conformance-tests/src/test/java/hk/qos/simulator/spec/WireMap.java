package hk.qos.simulator.spec;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The page that maps names on the wire to those in Java, made of the documents and of the client's records. */
final class WireMap {
    private static final String[] PACKAGES = {"hk.qos.client.model.", "hk.qos.client.api."};

    private final Documents documents;
    private final StringBuilder page = new StringBuilder();

    WireMap(Documents documents) {
        this.documents = documents;
    }

    String page() {
        line("# Names on the wire");
        line("");
        line(
                "Each interface, command and push, and each field with its name in Java, for people who know the API from REST or");
        line("Python. Made from the documents by `mvn -q -Ppacts`; every build checks it.");
        interfaces();
        commands();
        records();
        return page.toString();
    }

    private void interfaces() {
        DocumentNode root = documents.openApi();
        heading("HTTP");
        line("Each answer has `" + envelope(root, "status") + "`, which is `" + envelope(root, "ok")
                + "` or the error message, and `" + envelope(root, "data") + "`.");
        line("");
        line("| Section | Interface | Sent | Method of `qos.http()` | Its result |");
        line("|---|---|---|---|---|");
        for (Map.Entry<String, DocumentNode> path : documents.members(root.member("paths"))) {
            for (Map.Entry<String, DocumentNode> operation : documents.members(path.getValue())) {
                if (!operation.getValue().node().has("operationId")) {
                    continue;
                }
                DocumentNode answer =
                        json(operation.getValue().member("responses").member("200"));
                row(
                        operation.getValue().text("x-section", ""),
                        code(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()),
                        sent(operation.getValue()),
                        code(operation.getValue().text("operationId", "")),
                        form(field(answer, envelope(root, "data"))));
            }
        }
    }

    private String sent(DocumentNode operation) {
        if (operation.node().has("requestBody")) {
            return fields(json(documents.follow(operation.member("requestBody"))), List.of());
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < operation.node().path("parameters").size(); i++) {
            DocumentNode parameter =
                    documents.follow(operation.member("parameters").element(i));
            names.add(code(parameter.text("name", "")));
        }
        return String.join(", ", names);
    }

    private DocumentNode json(DocumentNode holder) {
        return documents
                .follow(holder)
                .member("content")
                .member("application/json")
                .member("schema");
    }

    private void commands() {
        DocumentNode root = documents.asyncApi();
        String type = envelope(root, "answer");
        String push = envelope(root, "push");
        heading("Stream");
        line("Each command has `" + type
                + "`, which its answer repeats, as it does `reqid`; the client sets both. A push has `" + push
                + "` instead.");
        line("");
        line("| Section | `" + type + "` | Sent | Method of `QosStream` | Its result |");
        line("|---|---|---|---|---|");
        Map<String, String> pushes = new LinkedHashMap<>();
        for (Map.Entry<String, DocumentNode> entry : documents.members(root.member("operations"))) {
            DocumentNode operation = entry.getValue();
            DocumentNode payload = message(operation).member("payload");
            String section = operation.text("x-section", "");
            if (operation.text("action", "").equals("receive")) {
                pushes.put(
                        section + " " + entry.getKey(),
                        "| " + section + " | " + code(constant(payload, push)) + " | " + form(payload) + " |");
                continue;
            }
            DocumentNode answer =
                    message(documents.follow(operation.member("reply"))).member("payload");
            DocumentNode data = field(answer, envelope(root, "data"));
            row(
                    section,
                    code(constant(payload, type)),
                    fields(payload, List.of(type, "reqid")),
                    code(entry.getKey()),
                    data == null ? "" : form(data));
        }
        line("");
        line("| Section | `" + push + "` of a push | Record |");
        line("|---|---|---|");
        pushes.values().forEach(this::line);
    }

    private DocumentNode message(DocumentNode holder) {
        return documents.follow(holder.member("messages").element(0));
    }

    private void records() {
        heading("Records");
        line(
                "A decimal is a `BigDecimal`, sent as a string such as `\"83538.00\"`. A time is an `Instant`, sent as whole seconds since the epoch.");
        Map<String, DocumentNode> schemas = new TreeMap<>();
        documents
                .members(documents.openApi().member("components").member("schemas"))
                .forEach(schema -> {
                    boolean parts = schema.getValue().node().has("x-parts");
                    if (parts || (schema.getValue().node().has("properties") && !isEnvelope(schema.getValue()))) {
                        schemas.put(schema.getKey(), schema.getValue());
                    }
                });
        schemas.forEach(this::describe);
        enumerations();
    }

    private void enumerations() {
        heading("Values");
        line("| Enumeration | Wire | Java | Meaning |");
        line("|---|---|---|---|");
        documents
                .members(documents.openApi().member("components").member("schemas"))
                .forEach(schema -> {
                    SchemaView view = new SchemaView(documents, schema.getValue());
                    JsonNode meanings = schema.getValue().node().path("x-enum-descriptions");
                    for (int i = 0; i < view.names().size(); i++) {
                        row(
                                code(schema.getKey()),
                                code(view.values().get(i).asString()),
                                code(view.names().get(i)),
                                meanings.path(i).asString());
                    }
                });
    }

    private boolean isEnvelope(DocumentNode schema) {
        return schema.node().path("properties").has(envelope(documents.openApi(), "status"));
    }

    private void describe(String name, DocumentNode schema) {
        line("");
        line("### " + name);
        line("");
        if (schema.node().has("x-parts")) {
            parts(name, schema);
            return;
        }
        line("| Wire | Java | Type | Meaning |");
        line("|---|---|---|---|");
        for (String wire : schema.node().path("properties").propertyNames()) {
            DocumentNode stated = schema.member("properties").member(wire);
            DocumentNode value = stated.node().has("allOf")
                    ? documents.follow(stated.member("allOf").element(0))
                    : documents.follow(stated);
            String description = text(stated, value, "description");
            if (stated.node().path("x-unsent").asBoolean(false)) {
                row(code(wire), "", "", description + " The client does not send it.");
            } else {
                String java = text(stated, value, "x-java-name");
                row(code(wire), code(java + "()"), code(type(name, java)), description);
            }
        }
        derived(name, schema);
    }

    /** The parts of a delimited text, which have no names on the wire. */
    private void parts(String record, DocumentNode schema) {
        line("A text whose parts are separated by " + code(schema.text("x-delimited", "")) + ":");
        line("");
        line("| Part | Java | Type | Meaning |");
        line("|---|---|---|---|");
        for (int i = 0; i < schema.node().path("x-parts").size(); i++) {
            DocumentNode part = schema.member("x-parts").element(i);
            String java = part.text("x-java-name", "");
            row(Integer.toString(i + 1), code(java + "()"), code(type(record, java)), part.text("description", ""));
        }
    }

    /** What the record computes; its name must be a method. */
    private void derived(String record, DocumentNode schema) {
        DocumentNode derived = schema.member("x-derived");
        for (String name : derived.node().propertyNames()) {
            row(
                    "",
                    code(name + "()"),
                    code(type(record, name)),
                    derived.member(name).text("description", ""));
        }
    }

    private static String text(DocumentNode stated, DocumentNode value, String key) {
        return stated.text(key, value.text(key, "")).replace("|", "\\|").strip();
    }

    /** The type of a record's component, which must exist. */
    private static String type(String record, String component) {
        for (String home : PACKAGES) {
            try {
                Type type = Class.forName(home + record).getMethod(component).getGenericReturnType();
                return type.getTypeName().replaceAll("[a-z]\\w*\\.", "").replace("$", ".");
            } catch (ClassNotFoundException elsewhere) {
                // In the next package.
            } catch (NoSuchMethodException e) {
                throw new AssertionError("record " + record + " has no component " + component, e);
            }
        }
        throw new AssertionError("there is no record " + record);
    }

    /** The wire names of an object's fields. */
    private String fields(DocumentNode schema, List<String> without) {
        Map<String, SchemaView> fields = new LinkedHashMap<>(new SchemaView(documents, schema).fields());
        without.forEach(fields::remove);
        fields.values().removeIf(field -> field.javaName().isEmpty());
        return fields.keySet().stream().map(WireMap::code).collect(Collectors.joining(", "));
    }

    private @Nullable DocumentNode field(DocumentNode schema, String wire) {
        DocumentNode at = documents.follow(schema);
        DocumentNode own = at.member("properties").member(wire);
        if (own.exists()) {
            return own;
        }
        for (int i = 0; i < at.node().path("allOf").size(); i++) {
            DocumentNode found = field(at.member("allOf").element(i), wire);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private String constant(DocumentNode payload, String wire) {
        DocumentNode field = field(payload, wire);
        return field == null ? "" : field.node().path("enum").path(0).asString("");
    }

    /** What a value is: a record, a list of it, or a map to it. */
    private String form(@Nullable DocumentNode schema) {
        if (schema == null) {
            return "";
        }
        String record = name(schema);
        DocumentNode at = documents.follow(schema);
        if (!record.isEmpty()) {
            return record;
        }
        if (at.node().has("items")) {
            return "list of " + form(at.member("items"));
        }
        if (at.node().path("additionalProperties").isObject()) {
            return "map to " + form(at.member("additionalProperties"));
        }
        return "";
    }

    /** A link to the record of a schema; empty if it has no name. */
    private String name(DocumentNode schema) {
        JsonNode reference = schema.node().path("$ref");
        if (reference.isString()) {
            String name = reference.asString().substring(reference.asString().lastIndexOf('/') + 1);
            DocumentNode target = documents.follow(schema);
            if (target.node().has("properties") || target.node().has("x-parts")) {
                return "[" + name + "](#" + name.toLowerCase(Locale.ROOT) + ")";
            }
            return name(target);
        }
        String found = "";
        for (int i = 0;
                i < schema.node().path("allOf").size()
                        && schema.node().path("allOf").isArray();
                i++) {
            DocumentNode part = schema.member("allOf").element(i);
            found = part.node().has("$ref") ? name(part) : found;
        }
        return found;
    }

    private static String envelope(DocumentNode root, String field) {
        return root.member("x-envelope").text(field, "");
    }

    private void heading(String words) {
        line("");
        line("## " + words);
        line("");
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String words) {
        page.append(words.stripTrailing()).append('\n');
    }
}
