package hk.qos.simulator.answer;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The subject of a push.
 *
 * @param key what the push is about: an instrument in canonical spelling, or the text of another key
 * @param parameters the command's other fields that identify the subscription, by wire name
 */
public record Topic(String key, Map<String, JsonNode> parameters) {}
