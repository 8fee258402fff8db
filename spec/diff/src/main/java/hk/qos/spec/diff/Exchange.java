package hk.qos.spec.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeSet;

/**
 * The requests and answers of both documents in one form, so that one table of verdicts applies: everything that the
 * client sends is a request; replies and pushes of the stream are answers.
 */
final class Exchange {
    private Exchange() {}

    /** The operations of two resolved documents, of HTTP by path and method, of the stream by name. */
    static ObjectNode of(ObjectNode http, ObjectNode stream) {
        ObjectNode operations = http.objectNode();
        http(http, operations);
        stream(stream, operations);
        return operations;
    }

    private static void http(ObjectNode document, ObjectNode operations) {
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (method.getValue() instanceof ObjectNode operation && operation.has("responses")) {
                    named(operation, "HTTP " + operation.path("operationId").asText(path.getKey()));
                    ObjectNode parameters = document.objectNode();
                    path.getValue().path("parameters").forEach(one -> parameter(one, parameters));
                    operation.path("parameters").forEach(one -> parameter(one, parameters));
                    operation.set("parameters", parameters);
                    keys(operation.has("security") ? operation : document, operation);
                    exchanged(operation);
                    operations.set(path.getKey() + " " + method.getKey(), operation);
                }
            }
        }
    }

    private static void parameter(JsonNode written, ObjectNode parameters) {
        String name = written.path("name").asText();
        parameters.set(written.path("in").asText() + " " + name, named(written, name));
    }

    /** Each alternative of security is a set of keys. */
    private static void keys(ObjectNode asked, ObjectNode operation) {
        TreeSet<String> ways = new TreeSet<>();
        asked.path("security").forEach(way -> ways.add(String.join(" and ", Difference.names(way, way))));
        operation.remove("security");
        ways.forEach(way -> operation.withArray("security").add(way));
    }

    private static void exchanged(ObjectNode operation) {
        if (operation.remove("requestBody") instanceof ObjectNode body) {
            operation.set("request", named(body, "request"));
        }
        for (Map.Entry<String, JsonNode> answer : operation.path("responses").properties()) {
            named(answer.getValue(), "answer " + answer.getKey());
            answer.getValue().path("headers").properties().forEach(one -> named(one.getValue(), one.getKey()));
        }
    }

    private static void stream(ObjectNode document, ObjectNode operations) {
        for (Map.Entry<String, JsonNode> written : document.path("operations").properties()) {
            boolean sends = written.getValue().path("action").asText().equals("send");
            JsonNode answer = sends ? written.getValue().path("reply") : written.getValue();
            ObjectNode operation = operations.putObject(written.getKey());
            named(operation, "stream " + written.getKey());
            written.getValue().path("x-formerly").forEach(operation.withArray("x-formerly")::add);
            if (sends) {
                messages(written.getValue(), operation.putObject("requestBody"));
            }
            if (!answer.path("messages").isEmpty()) {
                messages(answer, operation.putObject("responses").putObject("200"));
            }
            exchanged(operation);
        }
    }

    /** A single message is plain JSON; several have a media type each, so that they are compared by name. */
    private static void messages(JsonNode owner, ObjectNode part) {
        for (JsonNode message : owner.path("messages")) {
            String name = "message/" + message.path(DocumentTree.NAMED).asText();
            String type = owner.path("messages").size() == 1 ? "application/json" : name;
            part.withObject("/content").putObject(type).set("schema", message.path("payload"));
        }
    }

    private static JsonNode named(JsonNode node, String name) {
        ((ObjectNode) node).remove(DocumentTree.NAMED);
        return ((ObjectNode) node).put(DocumentTree.OWNER, name);
    }
}
