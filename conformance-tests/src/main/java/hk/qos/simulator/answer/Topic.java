package hk.qos.simulator.answer;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The subject of a push.
 *
 * @param code canonical
 * @param parameters the command's other fields that identify the subscription, by wire name
 */
public record Topic(String code, Map<String, JsonNode> parameters) {}
