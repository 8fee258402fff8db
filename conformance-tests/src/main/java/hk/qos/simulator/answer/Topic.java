package hk.qos.simulator.answer;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What one push is about.
 *
 * @param code canonical
 * @param parameters the command's other fields that belong to the subscription, by wire name
 */
public record Topic(String code, Map<String, JsonNode> parameters) {}
