package hk.qos.spec.diff.document;

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
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A document with every reference replaced by what it refers to and every {@code allOf} merged, so that a comparison
 * meets nothing but plain schemas. Each schema remembers its name, and each property who defines it.
 */
final class DocumentTree {
    /** Name of the schema that a reference led to. */
    static final String NAMED = "x-named";
    /** Schema and property, such as {@code Snapshot.lp}, where a property is defined. */
    static final String OWNER = "x-owner";

    private static final ObjectMapper YAML = new YAMLMapper();
    /** Free values, in which nothing is a schema or a reference. */
    private static final Set<String> OPAQUE = Set.of("example", "examples", "default", "enum", "required");

    private final Map<Path, JsonNode> files = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    private DocumentTree() {}

    /** Reads a file as it is. */
    static JsonNode raw(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Reads a document and all that it refers to. */
    static ObjectNode read(Path document) {
        DocumentTree tree = new DocumentTree();
        return (ObjectNode) tree.resolve(tree.file(document), document, "");
    }

    private JsonNode file(Path file) {
        return files.computeIfAbsent(file.normalize(), DocumentTree::raw);
    }

    private JsonNode resolve(JsonNode node, Path file, String owner) {
        if (node.isArray()) {
            ArrayNode copy = YAML.createArrayNode();
            node.forEach(item -> copy.add(resolve(item, file, owner)));
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        if (node.path("$ref").isTextual()) {
            return follow(node.path("$ref").asText(), file);
        }
        ObjectNode copy = YAML.createObjectNode();
        node.properties()
                .forEach(field -> copy.set(field.getKey(), value(field.getKey(), field.getValue(), file, owner)));
        return copy.path("allOf").isArray() ? merged(copy) : copy;
    }

    private JsonNode value(String key, JsonNode value, Path file, String owner) {
        if (OPAQUE.contains(key)) {
            return value;
        }
        if (!key.equals("properties") || !value.isObject()) {
            return resolve(value, file, owner);
        }
        ObjectNode properties = YAML.createObjectNode();
        value.properties().forEach(property -> {
            JsonNode schema = resolve(property.getValue(), file, owner).deepCopy();
            if (schema instanceof ObjectNode fields) {
                fields.put(OWNER, owner.isEmpty() ? property.getKey() : owner + "." + property.getKey());
            }
            properties.set(property.getKey(), schema);
        });
        return properties;
    }

    private JsonNode follow(String reference, Path file) {
        int hash = reference.indexOf('#');
        Path target = hash > 0 ? file.resolveSibling(reference.substring(0, hash)) : file;
        String pointer = reference.substring(hash + 1);
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        String key = target.normalize() + "#" + pointer;
        ObjectNode result = YAML.createObjectNode();
        if (!open.contains(key)) {
            JsonNode found = file(target).at(pointer);
            if (found.isMissingNode()) {
                throw new IllegalArgumentException(
                        file.getFileName() + " refers to " + reference + ", which is not there");
            }
            open.push(key);
            result.setAll((ObjectNode) resolve(found, target, name));
            open.pop();
        }
        result.put(NAMED, name);
        return result;
    }

    /** The parts of an {@code allOf} in their order, then its siblings: later ones win, required fields add up. */
    private static ObjectNode merged(ObjectNode schema) {
        ObjectNode result = YAML.createObjectNode();
        schema.path("allOf").forEach(part -> add((ObjectNode) part, result));
        ObjectNode siblings = schema.deepCopy();
        siblings.remove("allOf");
        add(siblings, result);
        return result;
    }

    private static void add(ObjectNode part, ObjectNode result) {
        part.properties().forEach(field -> {
            JsonNode present = result.path(field.getKey());
            if (field.getKey().equals("properties") && present instanceof ObjectNode properties) {
                properties.setAll((ObjectNode) field.getValue().deepCopy());
            } else if (field.getKey().equals("required")
                    && present.isArray()
                    && field.getValue().isArray()) {
                Set<JsonNode> names = new LinkedHashSet<>();
                present.forEach(names::add);
                field.getValue().forEach(names::add);
                result.set("required", YAML.createArrayNode().addAll(names));
            } else {
                result.set(field.getKey(), field.getValue().deepCopy());
            }
        });
    }
}
