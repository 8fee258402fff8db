package hk.qos.simulator.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Walks a message and its schema together, to find what schema validation does not report: unknown fields, the codes, and
 * the numbers that a plan limits.
 */
final class Shape {
    private final Documents documents;
    private final DocumentNode schema;

    Shape(Documents documents, DocumentNode schema) {
        this.documents = documents;
        this.schema = documents.follow(schema);
    }

    /** Receives the findings of a walk. */
    interface Visitor {
        /** Called for a field that the schema does not have. */
        default void stray(String path, JsonNode value) {}

        /** Called for a value whose schema has a format. */
        default void formatted(String format, JsonNode value) {}

        /** Called for a value whose schema has {@code x-limit}. */
        default void limited(String path, JsonNode value) {}
    }

    /** The fields that the schema and its {@code allOf} parts name. */
    Map<String, DocumentNode> fields() {
        return fields(schema);
    }

    void walk(JsonNode message, Visitor visitor) {
        walk(message, schema, "", visitor);
    }

    private void walk(JsonNode value, DocumentNode at, String path, Visitor visitor) {
        for (DocumentNode part : parts(at)) {
            String format = part.text("format", "");
            if (!format.isEmpty()) {
                visitor.formatted(format, value);
            }
            if (part.node().has("x-limit")) {
                visitor.limited(path, value);
            }
            if (value.isArray() && part.node().has("items")) {
                DocumentNode items = documents.follow(part.member("items"));
                for (int i = 0; i < value.size(); i++) {
                    walk(value.get(i), items, path + "[" + i + "]", visitor);
                }
            }
        }
        if (value.isObject()) {
            walkFields(value, at, path, visitor);
        }
    }

    private void walkFields(JsonNode value, DocumentNode at, String path, Visitor visitor) {
        Map<String, DocumentNode> known = fields(at);
        boolean open =
                known.isEmpty() || parts(at).stream().anyMatch(p -> p.node().has("additionalProperties"));
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            DocumentNode fieldSchema = known.get(field.getKey());
            if (fieldSchema != null) {
                walk(field.getValue(), fieldSchema, name, visitor);
            } else if (!open) {
                visitor.stray(name, field.getValue());
            }
        }
    }

    private Map<String, DocumentNode> fields(DocumentNode at) {
        Map<String, DocumentNode> fields = new LinkedHashMap<>();
        for (DocumentNode part : parts(at)) {
            for (Map.Entry<String, DocumentNode> member : documents.members(part.member("properties"))) {
                fields.put(member.getKey(), member.getValue());
            }
        }
        return fields;
    }

    /** The schema and all schemas that it is composed of. */
    private List<DocumentNode> parts(DocumentNode at) {
        List<DocumentNode> parts = new ArrayList<>();
        parts.add(at);
        JsonNode allOf = at.node().path("allOf");
        for (int i = 0; i < allOf.size(); i++) {
            parts.addAll(parts(documents.follow(at.member("allOf").element(i))));
        }
        return parts;
    }
}
