package hk.qos.simulator.answer;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A valid request.
 *
 * @param request the body or frame, which is valid
 * @param codes its instruments in canonical spelling
 * @param millis the time in milliseconds since the epoch
 */
public record Query(JsonNode request, Set<String> codes, long millis) {}
