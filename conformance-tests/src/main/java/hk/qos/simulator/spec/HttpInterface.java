package hk.qos.simulator.spec;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One HTTP interface.
 *
 * @param operationId the document's name for it
 * @param method in capitals
 * @param path such as {@code /snapshot}
 * @param needsKey whether it requires an API key
 * @param requestsPerMinute the rate limit, 0 for that of the plan
 * @param permission the interface's name in a registration's permissions
 * @param parameters what the path and the query have, for an interface without body
 * @param request validates the body, or the parameters as an object
 * @param reply validates the answer
 * @param payload the form of the answer's payload; null if it has none
 * @param examples payloads of the examples of the answer that have one
 * @param beside the fields of an answer beside status and payload, with the values of the first examples that have them
 * @param paging how it is paged; null if it is not
 */
public record HttpInterface(
        String operationId,
        String method,
        String path,
        boolean needsKey,
        int requestsPerMinute,
        @Nullable String permission,
        Parameters parameters,
        PayloadCheck request,
        PayloadCheck reply,
        @Nullable SchemaView payload,
        List<JsonNode> examples,
        ObjectNode beside,
        @Nullable Paging paging) {
    /** What a path has for the parameters in this interface's path; null if it is another's. */
    public @Nullable Map<String, String> match(String path) {
        return Parameters.match(this.path, path);
    }
}
