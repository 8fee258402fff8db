package hk.qos.spec.diff.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Tells the stream in the words of HTTP, so that one tool that knows directions compares both documents: what the client
 * sends is a request, its reply and every push are answers.
 *
 * <p>The AsyncAPI project's own diff tool gives a verdict by the place of a change alone. It cannot tell a field that
 * became required in a command from one in a push, since both sit under {@code components/messages}.
 */
final class StreamAsHttp {
    private StreamAsHttp() {}

    /** An OpenAPI document with one path for each operation of a resolved AsyncAPI document. */
    static ObjectNode of(ObjectNode stream) {
        ObjectNode http = stream.objectNode();
        http.put("openapi", "3.0.3");
        http.putObject("info").put("title", "stream").put("version", "0");
        ObjectNode paths = http.putObject("paths");
        stream.path("operations").properties().forEach(operation -> {
            ObjectNode post = paths.putObject("/" + operation.getKey()).putObject("post");
            post.put("operationId", operation.getKey());
            describe(operation.getValue(), post);
        });
        return http;
    }

    private static void describe(JsonNode operation, ObjectNode post) {
        boolean sends = operation.path("action").asText().equals("send");
        if (sends) {
            ObjectNode body = post.putObject("requestBody").put("required", true);
            content(operation.path("messages"), body.putObject("content"));
        }
        ObjectNode responses = post.putObject("responses");
        JsonNode answers = sends ? operation.path("reply").path("messages") : operation.path("messages");
        if (!answers.isEmpty()) {
            ObjectNode answer = responses.putObject("200").put("description", "answer");
            content(answers, answer.putObject("content"));
        }
    }

    /** One message is plain JSON; of several, each has a media type of its own, so that they are compared by name. */
    private static void content(JsonNode messages, ObjectNode content) {
        messages.forEach(message -> {
            String name = message.path(DocumentTree.NAMED).asText();
            String type = messages.size() == 1 ? "application/json" : "message/" + name;
            content.putObject(type).set("schema", message.path("payload"));
        });
    }
}
