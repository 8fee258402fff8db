package hk.qos.simulator.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One HTTP interface.
 *
 * @param operationId the document's name for it
 * @param method in capitals
 * @param path such as {@code /snapshot}
 * @param needsKey whether it requires an API key
 * @param requestsPerMinute the rate limit, 0 for that of the plan
 * @param permission the interface's name in a registration's permissions
 * @param request validates the body
 * @param reply validates the answer
 * @param examples payloads of the examples of the answer that have one
 */
public record HttpInterface(
        String operationId,
        String method,
        String path,
        boolean needsKey,
        int requestsPerMinute,
        @Nullable String permission,
        PayloadCheck request,
        PayloadCheck reply,
        List<JsonNode> examples) {}
