package hk.qos.simulator.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds payloads among the examples of a document. */
final class Examples {
    private Examples() {}

    /** The payload of the first answer that carries one, or null. */
    static @Nullable JsonNode payload(List<JsonNode> answers, String field) {
        for (JsonNode answer : answers) {
            if (answer.has(field)) {
                return answer.get(field);
            }
        }
        return null;
    }
}
