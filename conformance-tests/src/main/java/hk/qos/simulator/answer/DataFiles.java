package hk.qos.simulator.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Payloads of operations that are not computed, from files {@code data/<operationId>.json}: an object with {@code
 * data}, the whole payload, and optionally {@code select}, the request field whose values select from it: members of an
 * object by name, or rows of a list by their field {@code by}. For pushes, {@code data} is a list whose elements are
 * sent in turn.
 */
final class DataFiles {
    private static final String FOLDER = "/hk/qos/simulator/data/";

    private final Map<String, Optional<JsonNode>> files = new ConcurrentHashMap<>();

    /** The payload, or null if there is no file. */
    @Nullable
    JsonNode payload(String operationId, Query query) {
        JsonNode file = file(operationId);
        if (file == null) {
            return null;
        }
        JsonNode data = file.path("data");
        JsonNode field = file.path("select");
        if (!field.isString()) {
            return data;
        }
        Set<String> wanted = values(query.request().path(field.asString()));
        wanted.addAll(query.codes());
        return data.isObject()
                ? members(data, wanted)
                : rows(data, file.path("by").asString(""), wanted);
    }

    /** The next push, or null if there is no file. */
    @Nullable
    JsonNode push(String operationId, long turn) {
        JsonNode file = file(operationId);
        JsonNode pushes = file == null ? null : file.path("data");
        return pushes == null || pushes.isEmpty() ? null : pushes.get((int) (turn % pushes.size()));
    }

    private @Nullable JsonNode file(String operationId) {
        return files.computeIfAbsent(operationId, DataFiles::read).orElse(null);
    }

    private static Optional<JsonNode> read(String operationId) {
        try (InputStream in = DataFiles.class.getResourceAsStream(FOLDER + operationId + ".json")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the data of " + operationId, e);
        }
    }

    private static Set<String> values(JsonNode field) {
        Set<String> values = new HashSet<>();
        if (field.isArray()) {
            field.forEach(value -> values.add(value.asString()));
        } else if (field.isValueNode()) {
            values.add(field.asString());
        }
        return values;
    }

    private static JsonNode members(JsonNode data, Set<String> wanted) {
        ObjectNode chosen = JsonNodeFactory.instance.objectNode();
        data.properties().forEach(member -> {
            if (wanted.contains(member.getKey())) {
                chosen.set(member.getKey(), member.getValue());
            }
        });
        return chosen;
    }

    private static JsonNode rows(JsonNode data, String by, Set<String> wanted) {
        ArrayNode chosen = JsonNodeFactory.instance.arrayNode();
        for (JsonNode row : data) {
            if (wanted.contains(row.path(by).asString(""))) {
                chosen.add(row);
            }
        }
        return chosen;
    }
}
