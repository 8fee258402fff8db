package hk.qos.simulator.spec;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Finds payloads among the examples of a document. */
final class Examples {
    private Examples() {}

    /** The payloads of the answers that carry one. */
    static List<JsonNode> payloads(List<JsonNode> answers, String field) {
        return answers.stream()
                .filter(answer -> answer.has(field))
                .map(answer -> answer.get(field))
                .toList();
    }
}
