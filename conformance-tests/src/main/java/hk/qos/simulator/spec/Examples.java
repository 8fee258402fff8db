package hk.qos.simulator.spec;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Finds payloads and what stands beside them among the examples of a document. */
final class Examples {
    private Examples() {}

    /** The payloads of the answers that carry one. */
    static List<JsonNode> payloads(List<JsonNode> answers, String field) {
        return answers.stream()
                .filter(answer -> answer.has(field))
                .map(answer -> answer.get(field))
                .toList();
    }

    /** The fields of answers beside status and payload, each with the value of the first answer that has it. */
    static ObjectNode beside(List<JsonNode> answers, Envelope envelope) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (JsonNode answer : answers) {
            answer.properties().forEach(field -> fields.putIfAbsent(field.getKey(), field.getValue()));
        }
        fields.remove(List.of(envelope.status(), envelope.data()));
        return fields;
    }
}
