package hk.qos.contract;

import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Conversation;
import hk.qos.simulator.spec.Envelope;
import hk.qos.simulator.spec.SchemaView;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Optional fields of an answer: contracts contain them, but a service may omit one, or send null or an empty list.
 * {@link Drift} reports it.
 */
final class OptionalFields {
    private static final Envelope ENVELOPE = Api.standard().stream().envelope();

    /** Fields of the message itself that an answer to this request must have. */
    private static final Set<String> NEEDED =
            Set.of(ENVELOPE.data(), Api.standard().stream().correlation());

    private OptionalFields() {}

    /** The answer with the optional fields of the example that it lacks. */
    static JsonNode filled(Conversation like, JsonNode answer) {
        JsonNode filled = answer.deepCopy();
        fill(filled, like.told(), like.answer(), NEEDED);
        return filled;
    }

    private static void fill(
            @Nullable JsonNode sent, @Nullable SchemaView form, @Nullable JsonNode shown, Set<String> needed) {
        if (sent == null || form == null || shown == null) {
            return;
        }
        if (sent instanceof ObjectNode object && shown.isObject()) {
            Map<String, SchemaView> fields = form.fields();
            for (Map.Entry<String, JsonNode> field : shown.properties()) {
                SchemaView known = fields.containsKey(field.getKey()) ? fields.get(field.getKey()) : form.members();
                boolean optional = fields.containsKey(field.getKey())
                        && !form.required().contains(field.getKey())
                        && !needed.contains(field.getKey());
                if (optional && isNothing(object.get(field.getKey()))) {
                    object.set(field.getKey(), field.getValue().deepCopy());
                } else {
                    fill(object.get(field.getKey()), known, field.getValue(), Set.of());
                }
            }
        } else if (sent.isArray() && shown.isArray()) {
            SchemaView items = form.items();
            sent.forEach(element -> fill(element, items, like(element, shown, items), Set.of()));
        }
    }

    /** Whether a field has no value: it is absent, null or an empty list or map. */
    static boolean isNothing(@Nullable JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode() || (value.isContainer() && value.isEmpty());
    }

    /** The example element about the same instrument, or else the one with the fewest fields. */
    private static @Nullable JsonNode like(JsonNode element, JsonNode shown, @Nullable SchemaView items) {
        if (items == null) {
            return null;
        }
        Set<String> codes = AnswerSubject.codes(element, items);
        return shown.valueStream()
                .min(Comparator.comparing((JsonNode one) ->
                                !AnswerSubject.codes(one, items).equals(codes))
                        .thenComparingInt(JsonNode::size))
                .orElse(null);
    }
}
