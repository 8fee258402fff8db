package hk.qos.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A document with all references resolved and every {@code allOf} merged, so that plain schemas are compared: values of
 * an enumeration are fields, and each property has its own {@code required}.
 */
final class DocumentTree {
    /** Name of the schema that a reference led to. */
    static final String NAMED = "x-named";
    /** The name in reports: schema and property, such as {@code Snapshot.lp}, where the property is defined. */
    static final String OWNER = "x-owner";
    /** Type and format as one value. */
    static final String FORM = "x-form";

    private static final ObjectMapper YAML = new YAMLMapper();
    /** Members whose values contain no schema and no reference. */
    private static final Set<String> OPAQUE = Set.of("example", "examples", "default", "required");

    private static final Set<String> SCHEMAS = Set.of("schema", "payload", "items", "additionalProperties");

    private final Map<Path, JsonNode> files = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    private DocumentTree() {}

    /** Reads a file without resolving references. */
    static JsonNode raw(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Reads a document and resolves its references. */
    static ObjectNode read(Path document) {
        return (ObjectNode) new DocumentTree().resolve(raw(document), document, "");
    }

    private JsonNode resolve(JsonNode node, Path file, String owner) {
        if (node.isArray()) {
            ArrayNode copy = YAML.createArrayNode();
            node.forEach(item -> copy.add(resolve(item, file, owner)));
            return copy;
        }
        if (node.path("$ref").isTextual()) {
            return follow(node.path("$ref").asText(), file);
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode copy = YAML.createObjectNode();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            copy.set(field.getKey(), value(field.getKey(), field.getValue(), file, owner));
        }
        return plain(copy);
    }

    private JsonNode value(String key, JsonNode value, Path file, String owner) {
        ObjectNode fields = YAML.createObjectNode();
        if (key.equals("enum")) {
            value.forEach(one -> fields.put(one.asText(), true));
        } else if (key.equals("properties") && value.isObject()) {
            for (Map.Entry<String, JsonNode> property : value.properties()) {
                String name = owner.isEmpty() ? property.getKey() : owner + "." + property.getKey();
                JsonNode schema = formed(resolve(property.getValue(), file, owner));
                fields.set(property.getKey(), schema instanceof ObjectNode known ? known.put(OWNER, name) : schema);
            }
        } else if (OPAQUE.contains(key)) {
            return value.deepCopy();
        } else {
            JsonNode resolved = resolve(value, file, owner);
            return SCHEMAS.contains(key) ? formed(resolved) : resolved;
        }
        return fields;
    }

    private static JsonNode formed(JsonNode schema) {
        String type = schema.path("type").asText("of any type");
        String form = schema.has("format") ? type + " (" + schema.path("format").asText() + ")" : type;
        return schema instanceof ObjectNode fields ? fields.put(FORM, form) : schema;
    }

    private JsonNode follow(String reference, Path file) {
        int hash = reference.indexOf('#');
        Path target =
                hash > 0 ? file.resolveSibling(reference.substring(0, hash)).normalize() : file;
        String pointer = reference.substring(hash + 1);
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        ObjectNode result = YAML.createObjectNode();
        if (!open.contains(target + pointer)) {
            JsonNode found = files.computeIfAbsent(target, DocumentTree::raw).at(pointer);
            if (found.isMissingNode()) {
                throw new IllegalArgumentException(
                        file.getFileName() + " refers to " + reference + ", which does not exist");
            }
            open.push(target + pointer);
            result.setAll((ObjectNode) resolve(found, target, name));
            open.pop();
        }
        return result.put(NAMED, name);
    }

    /**
     * Merges the parts of an {@code allOf} in order, then its siblings: later values replace earlier ones, required fields
     * accumulate.
     */
    private static ObjectNode plain(ObjectNode written) {
        ObjectNode schema = YAML.createObjectNode();
        if (written.remove("allOf") instanceof ArrayNode parts) {
            parts.forEach(part -> add((ObjectNode) part, schema));
        }
        add(written, schema);
        for (JsonNode name : schema.path("required")) {
            if (schema.path("properties").path(name.asText()) instanceof ObjectNode property) {
                property.put("required", true);
            }
        }
        if (schema.path("additionalProperties").isBoolean()) {
            schema.remove("additionalProperties");
        }
        return schema;
    }

    private static void add(ObjectNode part, ObjectNode schema) {
        for (Map.Entry<String, JsonNode> field : part.properties()) {
            JsonNode present = schema.path(field.getKey());
            if (field.getKey().equals("properties") && present instanceof ObjectNode properties) {
                properties.setAll((ObjectNode) field.getValue());
            } else if (field.getKey().equals("required") && present instanceof ArrayNode names) {
                names.addAll((ArrayNode) field.getValue());
            } else {
                schema.set(field.getKey(), field.getValue());
            }
        }
    }
}
