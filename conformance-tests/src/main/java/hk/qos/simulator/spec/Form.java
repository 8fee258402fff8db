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
 * What the documents say of a value, read from its schema and all that the schema is composed of: for those who walk a
 * message beside it. Safe for all threads.
 */
public final class Form {
    private final Documents documents;
    private final List<Located> parts;

    Form(Documents documents, Located schema) {
        this.documents = documents;
        this.parts = new ArrayList<>();
        collect(documents.follow(schema));
    }

    private void collect(Located schema) {
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

    /** The name in Java; empty for what reaches no record. */
    public String javaName() {
        return text("x-java-name");
    }

    /** What separates the values of a text with several of them; empty for other texts. */
    public String delimiter() {
        return text("x-delimited");
    }

    /** Whether the value must be shown nowhere. */
    public boolean isSecret() {
        return first("x-secret").asBoolean(false);
    }

    /** Whether older servers send a number where a text is documented. */
    public boolean isLenient() {
        return text("x-lenient").equals("number");
    }

    /** The values of an enumeration; empty for what is none. */
    public List<JsonNode> values() {
        return first("enum").valueStream().toList();
    }

    /** The names of the values of an enumeration, in their order. */
    public List<String> names() {
        return first("x-enum-varnames").valueStream().map(JsonNode::asString).toList();
    }

    /** The values in a text with several of them, by their names in Java, in order. */
    public Map<String, Form> delimited() {
        Map<String, Form> values = new LinkedHashMap<>();
        for (Located part : parts) {
            for (int i = 0; i < part.node().path("x-parts").size(); i++) {
                Located value = part.member("x-parts").element(i);
                values.put(value.text("x-java-name", String.valueOf(i)), new Form(documents, value));
            }
        }
        return values;
    }

    /** The fields of an object, by their names on the wire, in order. */
    public Map<String, Form> fields() {
        Map<String, Form> fields = new LinkedHashMap<>();
        for (Located part : parts) {
            for (String name : part.node().path("properties").propertyNames()) {
                fields.put(name, new Form(documents, part.member("properties").member(name)));
            }
        }
        return fields;
    }

    /** The fields that are always there. */
    public Set<String> required() {
        Set<String> required = new LinkedHashSet<>();
        for (Located part : parts) {
            part.node().path("required").forEach(name -> required.add(name.asString()));
        }
        return required;
    }

    /** The elements of a list, or null for what is none. */
    public @Nullable Form items() {
        return child("items");
    }

    /** The values of a map, or null for what is none. */
    public @Nullable Form members() {
        return child("additionalProperties");
    }

    /** The keys of a map, or null where they are just text. */
    public @Nullable Form keys() {
        return named(text("x-key"));
    }

    /** What may stand before the colon of a code; empty for what is no code. */
    public Set<String> markets() {
        Set<String> markets = new LinkedHashSet<>();
        Form all = named(first("x-code").path("markets").asString(""));
        if (all != null) {
            all.values().forEach(market -> markets.add(market.asString()));
        }
        return markets;
    }

    /** The schema that a reference of an extension means, by its name; null if there is none. */
    private @Nullable Form named(String reference) {
        Located schema = documents
                .openApi()
                .member("components")
                .member("schemas")
                .member(reference.substring(reference.lastIndexOf('/') + 1));
        return reference.isEmpty() || !schema.exists() ? null : new Form(documents, schema);
    }

    private @Nullable Form child(String name) {
        for (Located part : parts) {
            if (part.node().path(name).isObject()) {
                return new Form(documents, part.member(name));
            }
        }
        return null;
    }

    private String text(String name) {
        JsonNode value = first(name);
        return value.isValueNode() ? value.asString() : "";
    }

    private JsonNode first(String name) {
        for (Located part : parts) {
            if (part.node().has(name)) {
                return part.node().path(name);
            }
        }
        return MissingNode.getInstance();
    }
}
