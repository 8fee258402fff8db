package hk.qos.simulator.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Walks a message beside its schema, to find what a plain schema check does not tell: stray fields, and the codes. */
final class Shape {
    private final Documents documents;
    private final Located schema;

    Shape(Documents documents, Located schema) {
        this.documents = documents;
        this.schema = documents.follow(schema);
    }

    /** What a walk meets. */
    interface Visitor {
        /** A field that no part of the schema names. */
        void stray(String path, JsonNode value);

        /** A value whose schema has a format. */
        void formatted(String format, JsonNode value);
    }

    /** The fields that the schema and its {@code allOf} parts name. */
    Map<String, Located> fields() {
        return fields(schema);
    }

    void walk(JsonNode message, Visitor visitor) {
        walk(message, schema, "", visitor);
    }

    private void walk(JsonNode value, Located at, String path, Visitor visitor) {
        for (Located part : parts(at)) {
            String format = part.text("format", "");
            if (!format.isEmpty()) {
                visitor.formatted(format, value);
            }
            if (value.isArray() && part.node().has("items")) {
                Located items = documents.follow(part.member("items"));
                for (int i = 0; i < value.size(); i++) {
                    walk(value.get(i), items, path + "[" + i + "]", visitor);
                }
            }
        }
        if (value.isObject()) {
            walkFields(value, at, path, visitor);
        }
    }

    private void walkFields(JsonNode value, Located at, String path, Visitor visitor) {
        Map<String, Located> known = fields(at);
        boolean open =
                known.isEmpty() || parts(at).stream().anyMatch(p -> p.node().has("additionalProperties"));
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            Located fieldSchema = known.get(field.getKey());
            if (fieldSchema != null) {
                walk(field.getValue(), fieldSchema, name, visitor);
            } else if (!open) {
                visitor.stray(name, field.getValue());
            }
        }
    }

    private Map<String, Located> fields(Located at) {
        Map<String, Located> fields = new LinkedHashMap<>();
        for (Located part : parts(at)) {
            for (Map.Entry<String, Located> member : documents.members(part.member("properties"))) {
                fields.put(member.getKey(), member.getValue());
            }
        }
        return fields;
    }

    /** The schema itself and everything that it is made of. */
    private List<Located> parts(Located at) {
        List<Located> parts = new ArrayList<>();
        parts.add(at);
        JsonNode allOf = at.node().path("allOf");
        for (int i = 0; i < allOf.size(); i++) {
            parts.addAll(parts(documents.follow(at.member("allOf").element(i))));
        }
        return parts;
    }
}
