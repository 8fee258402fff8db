package hk.qos.simulator.answer;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What is asked.
 *
 * @param request the request's body or frame, valid
 * @param codes the instruments that it names, canonical
 * @param millis the moment, milliseconds since the epoch
 */
public record Query(JsonNode request, Set<String> codes, long millis) {}
