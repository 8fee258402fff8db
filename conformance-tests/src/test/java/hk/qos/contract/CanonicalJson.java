package hk.qos.contract;

import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Envelope;
import hk.qos.simulator.spec.SchemaView;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Converts messages to a form that is the same for client and server: one spelling of codes and times; in records, empty lists
 * and maps are absent; records about instruments in the order of their codes, since the client keeps the order of the request.
 */
final class CanonicalJson {
    private static final Envelope ENVELOPE = Api.standard().http().envelope();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CanonicalJson() {}

    static JsonNode of(JsonNode value, @Nullable SchemaView form) {
        return of(value, form, form != null && form.fields().containsKey(ENVELOPE.status()));
    }

    private static JsonNode of(JsonNode value, @Nullable SchemaView form, boolean envelope) {
        if (form == null) {
            return value;
        }
        if (value.isObject()) {
            ObjectNode object = JSON.objectNode();
            Map<String, SchemaView> fields = form.fields();
            value.properties().forEach(field -> {
                SchemaView known = fields.containsKey(field.getKey()) ? fields.get(field.getKey()) : form.members();
                boolean collection = field.getValue().isArray() || (known != null && known.members() != null);
                if (envelope || !collection || !field.getValue().isEmpty()) {
                    object.set(field.getKey(), of(field.getValue(), known, false));
                }
            });
            return object;
        }
        if (value.isArray()) {
            return list(value, form.items());
        }
        return value.isString() ? text(value.asString(), form.format()) : value;
    }

    private static JsonNode list(JsonNode list, @Nullable SchemaView items) {
        ArrayNode elements = JSON.arrayNode();
        if (items != null && items.format().equals("instrument-code-batch")) {
            List<String> batches = list.valueStream().map(JsonNode::asString).toList();
            CodeSpelling.batch(batches).forEach(elements::add);
        } else {
            list.valueStream()
                    .map(element -> of(element, items, false))
                    .sorted(Comparator.comparing(element -> instrument(element, items)))
                    .forEach(elements::add);
        }
        return elements;
    }

    /** The code of a record about an instrument; of others, the same text. */
    private static String instrument(JsonNode element, @Nullable SchemaView form) {
        if (form == null || !element.isObject()) {
            return "";
        }
        return form.fields().entrySet().stream()
                .filter(field -> field.getValue().format().equals("instrument-code"))
                .map(field -> element.path(field.getKey()).asString(""))
                .findFirst()
                .orElse("");
    }

    private static JsonNode text(String text, String format) {
        return StringNode.valueOf(
                switch (format) {
                    case "instrument-code", "instrument-code-batch" ->
                        String.join(",", CodeSpelling.batch(List.of(text)));
                    case "date-time" -> OffsetDateTime.parse(text).toInstant().toString();
                    default -> text;
                });
    }
}
