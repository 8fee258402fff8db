package hk.qos.simulator.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The schema of a value with all schemas that it is composed of, for code that walks a message and its schema together.
 * Thread-safe.
 */
public final class SchemaView {
    private final Documents documents;
    private final List<DocumentNode> parts;

    SchemaView(Documents documents, DocumentNode schema) {
        this.documents = documents;
        this.parts = new ArrayList<>();
        collect(documents.follow(schema));
    }

    private void collect(DocumentNode schema) {
        parts.add(schema);
        JsonNode allOf = schema.node().path("allOf");
        for (int i = 0; i < allOf.size(); i++) {
            collect(documents.follow(schema.member("allOf").element(i)));
        }
    }

    /** The JSON type, such as {@code string}; empty if the schema does not say. */
    public String type() {
        return text("type");
    }

    /** The format, such as {@code decimal}; empty if there is none. */
    public String format() {
        return text("format");
    }

    /** The regular expression of a text; empty if there is none. */
    public String pattern() {
        return text("pattern");
    }

    /** The name in Java; empty if no record has the value. */
    public String javaName() {
        return text("x-java-name");
    }

    /** The separator of a text with several values; empty for other texts. */
    public String delimiter() {
        return text("x-delimited");
    }

    /** Whether the value is a secret. */
    public boolean isSecret() {
        return first("x-secret").asBoolean(false);
    }

    /** Whether older servers send a number instead of the documented text. */
    public boolean isLenient() {
        return text("x-lenient").equals("number");
    }

    /** The values of an enumeration; empty for other schemas. */
    public List<JsonNode> values() {
        return first("enum").valueStream().toList();
    }

    /** The names of the values of an enumeration, in their order. */
    public List<String> names() {
        return first("x-enum-varnames").valueStream().map(JsonNode::asString).toList();
    }

    /** The values in a text with several values, by their names in Java, in order. */
    public Map<String, SchemaView> delimited() {
        Map<String, SchemaView> values = new LinkedHashMap<>();
        for (DocumentNode part : parts) {
            for (int i = 0; i < part.node().path("x-parts").size(); i++) {
                DocumentNode value = part.member("x-parts").element(i);
                values.put(value.text("x-java-name", String.valueOf(i)), new SchemaView(documents, value));
            }
        }
        return values;
    }

    /** The fields of an object, by their names on the wire, in order. */
    public Map<String, SchemaView> fields() {
        Map<String, SchemaView> fields = new LinkedHashMap<>();
        for (DocumentNode part : parts) {
            for (String name : part.node().path("properties").propertyNames()) {
                fields.put(
                        name,
                        new SchemaView(documents, part.member("properties").member(name)));
            }
        }
        return fields;
    }

    /** The required fields. */
    public Set<String> required() {
        Set<String> required = new LinkedHashSet<>();
        for (DocumentNode part : parts) {
            part.node().path("required").forEach(name -> required.add(name.asString()));
        }
        return required;
    }

    /** The schema of a list's elements, or null for other schemas. */
    public @Nullable SchemaView items() {
        return child("items");
    }

    /** The least number of elements of a list; 0 if the schema does not say. */
    public int minItems() {
        return first("minItems").asInt(0);
    }

    /** The schema of a map's values, or null for other schemas. */
    public @Nullable SchemaView members() {
        return child("additionalProperties");
    }

    /** The schema of a map's keys, or null if they are plain text. */
    public @Nullable SchemaView keys() {
        return named(text("x-key"));
    }

    /** The markets that a code may have before its colon; empty if the value is not a code. */
    public Set<String> markets() {
        Set<String> markets = new LinkedHashSet<>();
        SchemaView all = named(first("x-code").path("markets").asString(""));
        if (all != null) {
            all.values().forEach(market -> markets.add(market.asString()));
        }
        return markets;
    }

    /** The name of the schema that an extension refers to; null if there is none. */
    private @Nullable SchemaView named(String reference) {
        DocumentNode schema = documents
                .openApi()
                .member("components")
                .member("schemas")
                .member(reference.substring(reference.lastIndexOf('/') + 1));
        return reference.isEmpty() || !schema.exists() ? null : new SchemaView(documents, schema);
    }

    private @Nullable SchemaView child(String name) {
        for (DocumentNode part : parts) {
            if (part.node().path(name).isObject()) {
                return new SchemaView(documents, part.member(name));
            }
        }
        return null;
    }

    private String text(String name) {
        JsonNode value = first(name);
        return value.isValueNode() ? value.asString() : "";
    }

    private JsonNode first(String name) {
        for (DocumentNode part : parts) {
            if (part.node().has(name)) {
                return part.node().path(name);
            }
        }
        return MissingNode.getInstance();
    }
}
