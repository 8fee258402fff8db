package hk.qos.contract;

import hk.qos.simulator.spec.Conversation;
import hk.qos.simulator.spec.SchemaView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Values of enumerations that are newer than the documents: they break no contract, since clients read them as {@code
 * UNRECOGNIZED}. {@link Drift} reports them.
 */
final class UnknownValues {
    /** Names of fields whose values were requested. */
    private final Set<String> requested;

    private UnknownValues(Set<String> requested) {
        this.requested = requested;
    }

    /** The answer with a documented value in place of each unknown one; what was requested must be as requested. */
    static JsonNode replaced(Conversation like, JsonNode answer) {
        Set<String> requested = AnswerSubject.of(like).values().keySet();
        return new UnknownValues(requested).known(answer, like.told());
    }

    private JsonNode known(JsonNode sent, @Nullable SchemaView form) {
        if (form == null) {
            return sent;
        }
        if (sent.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            Map<String, SchemaView> fields = form.fields();
            sent.properties().forEach(field -> {
                String name = field.getKey();
                SchemaView at = fields.containsKey(name) ? fields.get(name) : form.members();
                object.set(name, requested.contains(name) ? field.getValue() : known(field.getValue(), at));
            });
            return object;
        }
        if (sent.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            sent.forEach(element -> list.add(known(element, form.items())));
            return list;
        }
        return sent.isString() && !form.delimiter().isEmpty() ? parts(sent.asString(), form) : value(sent, form);
    }

    private static JsonNode value(JsonNode sent, SchemaView form) {
        List<JsonNode> documented = form.values();
        boolean isNew = documented.size() > 1
                && !documented.contains(sent)
                && documented.get(0).getNodeType() == sent.getNodeType();
        return isNew ? documented.get(0) : sent;
    }

    /** A text of several values. */
    private static JsonNode parts(String text, SchemaView form) {
        List<String> known = new ArrayList<>(List.of(text.split(Pattern.quote(form.delimiter()), -1)));
        int i = 0;
        for (SchemaView part : form.delimited().values()) {
            if (i < known.size()) {
                known.set(i, value(StringNode.valueOf(known.get(i)), part).asString());
            }
            i++;
        }
        return StringNode.valueOf(String.join(form.delimiter(), known));
    }
}
