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
 * @param needsKey whether a key must come with it
 * @param requestsPerMinute how often it may be called, 0 for what the plan says
 * @param permission the interface's name in a registration's permissions
 * @param request check of the body
 * @param reply check of the answer
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
