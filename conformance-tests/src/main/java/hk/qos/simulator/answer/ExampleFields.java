package hk.qos.simulator.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fields of the documents that {@link Figures} does not write yet. Each has the value of the first example that has it.
 */
final class ExampleFields {
    private static final Set<String> SNAPSHOT =
            Set.of("tp", "c", "lp", "yp", "o", "h", "l", "ts", "v", "t", "s", "tt", "pq", "aq", "nq");
    private static final Set<String> DEPTH = Set.of("tp", "c", "b", "a", "ts");
    private static final Set<String> TRADE = Set.of("tp", "c", "p", "v", "ts", "d");
    private static final Set<String> BAR = Set.of("tp", "c", "o", "cl", "h", "l", "v", "ts", "kt");
    private static final Set<String> SERIES = Set.of("c", "k");
    private static final Set<String> SESSION = Set.of("lp", "yp", "h", "l", "ts", "v", "t");
    private static final Set<String> LEVEL = Set.of("p", "v");

    /** The fields that the market writes, by operation. */
    private static final Map<String, Set<String>> WRITTEN = Map.ofEntries(
            Map.entry("snapshots", SNAPSHOT),
            Map.entry("requestSnapshots", SNAPSHOT),
            Map.entry("pushSnapshot", SNAPSHOT),
            Map.entry("depths", DEPTH),
            Map.entry("requestDepths", DEPTH),
            Map.entry("pushDepth", DEPTH),
            Map.entry("trades", TRADE),
            Map.entry("requestTrades", TRADE),
            Map.entry("pushTrade", TRADE),
            Map.entry("kLines", SERIES),
            Map.entry("requestKLines", SERIES),
            Map.entry("historyKLines", SERIES),
            Map.entry("requestHistoryKLines", SERIES),
            Map.entry("pushKLine", BAR));

    /** The fields that the market writes in nested records, by the field that contains them. */
    private static final Map<String, Set<String>> WITHIN =
            Map.of("k", BAR, "b", LEVEL, "a", LEVEL, "pq", SESSION, "aq", SESSION, "nq", SESSION);

    private final Map<String, Missing> missing = new ConcurrentHashMap<>();

    /** The missing fields of a record type with their values, and the missing fields of nested records. */
    private record Missing(Map<String, JsonNode> values, Map<String, Missing> within) {
        boolean isNothing() {
            return values.isEmpty() && within.isEmpty();
        }
    }

    /**
     * Adds the missing fields to computed records.
     *
     * @param records one, or a list of them
     * @param examples the documents' records of this operation, alone or in lists
     */
    <T extends JsonNode> T addTo(String operationId, T records, List<JsonNode> examples) {
        Set<String> written = WRITTEN.get(operationId);
        if (written != null) {
            add(missing.computeIfAbsent(operationId, first -> missing(written, alone(examples))), records);
        }
        return records;
    }

    private static Missing missing(Set<String> written, List<JsonNode> examples) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        Map<String, List<JsonNode>> inner = new HashMap<>();
        for (JsonNode example : examples) {
            example.properties().forEach(field -> {
                if (!written.contains(field.getKey())) {
                    values.putIfAbsent(field.getKey(), field.getValue());
                } else if (WITHIN.containsKey(field.getKey())) {
                    inner.computeIfAbsent(field.getKey(), none -> new ArrayList<>())
                            .add(field.getValue());
                }
            });
        }
        Map<String, Missing> within = new HashMap<>();
        inner.forEach((field, parts) -> {
            Missing part = missing(WITHIN.getOrDefault(field, Set.of()), alone(parts));
            if (!part.isNothing()) {
                within.put(field, part);
            }
        });
        return new Missing(values, within);
    }

    /** Flattens lists into their objects. */
    private static List<JsonNode> alone(List<JsonNode> nodes) {
        List<JsonNode> objects = new ArrayList<>();
        nodes.forEach(node -> {
            if (node.isArray()) {
                node.forEach(objects::add);
            } else {
                objects.add(node);
            }
        });
        return objects;
    }

    private static void add(Missing missing, JsonNode records) {
        if (missing.isNothing()) {
            return;
        }
        for (JsonNode each : alone(List.of(records))) {
            if (each instanceof ObjectNode record) {
                missing.values().forEach(record::set);
                missing.within().forEach((field, part) -> {
                    if (record.has(field)) {
                        add(part, record.get(field));
                    }
                });
            }
        }
    }
}
