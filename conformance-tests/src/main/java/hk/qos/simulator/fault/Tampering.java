package hk.qos.simulator.fault;

import hk.qos.simulator.spec.Codes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Removes records of muted instruments from answers and pushes, and replaces values. Thread-safe. */
final class Tampering {
    private static final String CODE = "c";

    private final Codes codes;
    private final Set<String> mute = ConcurrentHashMap.newKeySet();
    private final Map<String, Map<String, JsonNode>> values = new ConcurrentHashMap<>();

    Tampering(Codes codes) {
        this.codes = codes;
    }

    void mute(String code) {
        mute.add(code);
    }

    void replace(String code, String field, JsonNode value) {
        values.computeIfAbsent(code, first -> new ConcurrentHashMap<>()).put(field, value);
    }

    void clear() {
        mute.clear();
        values.clear();
    }

    /** The payload to send; null for a record of a muted instrument. */
    @Nullable
    JsonNode sent(JsonNode payload) {
        return mute.isEmpty() && values.isEmpty() ? payload : tampered(payload.deepCopy());
    }

    private @Nullable JsonNode tampered(JsonNode node) {
        if (node instanceof ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (tampered(list.get(i)) == null) {
                    list.remove(i);
                }
            }
        } else if (node instanceof ObjectNode record) {
            String code = canonical(record.path(CODE).asString(""));
            if (mute.contains(code)) {
                return null;
            }
            record.forEach(this::tampered);
            values.getOrDefault(code, Map.of()).forEach((field, value) -> {
                if (record.has(field)) {
                    record.set(field, value);
                }
            });
        }
        return node;
    }

    private String canonical(String code) {
        return code.indexOf(':') > 0 ? codes.split(code).get(0) : code;
    }
}
