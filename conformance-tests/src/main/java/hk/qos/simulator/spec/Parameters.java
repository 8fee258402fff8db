package hk.qos.simulator.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parameters of an operation, as one object: so they are validated and shown like a body. */
public final class Parameters {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, SchemaView> forms;
    private final List<String> inPath;

    private Parameters(Map<String, SchemaView> forms, List<String> inPath) {
        this.forms = forms;
        this.inPath = inPath;
    }

    static Parameters of(Documents documents, DocumentNode operation) {
        Map<String, SchemaView> forms = new LinkedHashMap<>();
        List<String> inPath = new ArrayList<>();
        for (DocumentNode parameter : each(documents, operation)) {
            String name = parameter.text("name", "");
            forms.put(name, new SchemaView(documents, parameter.member("schema")));
            if (parameter.text("in", "").equals("path")) {
                inPath.add(name);
            }
        }
        return new Parameters(forms, inPath);
    }

    private static List<DocumentNode> each(Documents documents, DocumentNode operation) {
        List<DocumentNode> all = new ArrayList<>();
        DocumentNode parameters = operation.member("parameters");
        for (int i = 0; i < parameters.node().size(); i++) {
            all.add(documents.follow(parameters.element(i)));
        }
        return all;
    }

    /** The schema of the object; a missing node if there are no parameters. */
    static DocumentNode schema(Documents documents, DocumentNode operation) {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        for (DocumentNode parameter : each(documents, operation)) {
            String name = parameter.text("name", "");
            ObjectNode property = properties.putObject(name);
            property.putArray("allOf").add(parameter.node().path("schema"));
            property.set("x-java-name", parameter.node().path("x-java-name"));
            if (parameter.node().path("required").asBoolean(false)) {
                required.add(name);
            }
        }
        return new DocumentNode(operation.file(), operation.pointer(), schema);
    }

    /** Whether there are any. */
    public boolean isEmpty() {
        return forms.isEmpty();
    }

    /** The parameters in a request's path and query as an object. A text where a number is required stays a text. */
    public ObjectNode read(Map<String, List<String>> texts) {
        ObjectNode message = JSON.objectNode();
        texts.forEach((name, values) -> {
            SchemaView form = forms.get(name);
            SchemaView items = form == null ? null : form.items();
            if (form != null && items != null) {
                ArrayNode list = message.putArray(name);
                values.forEach(value -> list.add(value(value, items)));
            } else {
                message.set(name, value(values.get(0), form));
            }
        });
        return message;
    }

    private static JsonNode value(String text, @Nullable SchemaView form) {
        String type = form == null ? "" : form.type();
        if (type.equals("boolean") && (text.equals("true") || text.equals("false"))) {
            return JSON.booleanNode(text.equals("true"));
        }
        if ((type.equals("integer") && text.matches("-?[0-9]{1,18}"))) {
            return JSON.numberNode(Long.parseLong(text));
        }
        if (type.equals("number") && text.matches("-?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?")) {
            return JSON.numberNode(new java.math.BigDecimal(text));
        }
        return JSON.stringNode(text);
    }

    /** The path of a request with these parameters. */
    public String path(String template, JsonNode message) {
        String path = template;
        for (String name : inPath) {
            path = path.replace("{" + name + "}", message.path(name).asString());
        }
        return path;
    }

    /** The query of a request with these parameters. */
    public Map<String, List<String>> query(JsonNode message) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        message.properties().forEach(field -> {
            if (!inPath.contains(field.getKey())) {
                List<String> values = field.getValue().isArray()
                        ? field.getValue().valueStream().map(JsonNode::asString).toList()
                        : List.of(field.getValue().asString());
                query.put(field.getKey(), values);
            }
        });
        return query;
    }

    /** What a path has for the parameters of its template, such as {@code /news/{id}}; null if it is not of the template. */
    public static @Nullable Map<String, String> match(String template, String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        Map<String, String> values = new LinkedHashMap<>();
        boolean fits = wanted.length == given.length;
        for (int i = 0; fits && i < wanted.length; i++) {
            if (wanted[i].startsWith("{")) {
                values.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
            } else {
                fits = wanted[i].equals(given[i]);
            }
        }
        return fits ? values : null;
    }
}
