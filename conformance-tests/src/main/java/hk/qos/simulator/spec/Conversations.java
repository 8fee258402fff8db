package hk.qos.simulator.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The examples of the documents, as conversations: every request with its answer, every command, every push. */
public final class Conversations {
    private static final String SUFFIX = "-without-reqid";

    private final Documents documents;
    private final Schemas schemas;
    private final List<Conversation> http = new ArrayList<>();
    private final List<Conversation> commands = new ArrayList<>();
    private final List<Conversation> pushes = new ArrayList<>();

    private Conversations(Documents documents) {
        this.documents = documents;
        this.schemas = new Schemas(documents);
        for (Map.Entry<String, Located> path :
                documents.members(documents.openApi().member("paths"))) {
            for (Map.Entry<String, Located> operation : documents.members(path.getValue())) {
                if (operation.getValue().node().has("operationId")) {
                    readHttp(operation.getValue());
                }
            }
        }
        documents
                .members(documents.asyncApi().member("operations"))
                .forEach(operation -> readStream(operation.getKey(), operation.getValue()));
    }

    /** Those of these documents. */
    public static Conversations of(Documents documents) {
        return new Conversations(documents);
    }

    /** Requests and answers of the HTTP interfaces, in the document's order. */
    public List<Conversation> http() {
        return List.copyOf(http);
    }

    /** Commands and answers of the stream, in the document's order. */
    public List<Conversation> commands() {
        return List.copyOf(commands);
    }

    /** Pushes of the stream, in the document's order. */
    public List<Conversation> pushes() {
        return List.copyOf(pushes);
    }

    private void readHttp(Located operation) {
        Located asked = content(documents.follow(operation.member("requestBody")));
        Located told = content(documents.follow(operation.member("responses").member("200")));
        Map<String, JsonNode> requests = named(asked);
        named(told).forEach((name, answer) -> {
            JsonNode request = requests.get(name);
            if (request != null) {
                http.add(conversation(
                        operation.text("operationId", ""),
                        name,
                        request,
                        asked.member("schema"),
                        answer,
                        told.member("schema")));
            }
        });
    }

    private void readStream(String name, Located operation) {
        Located message = documents.follow(operation.member("messages").element(0));
        if (!operation.text("action", "").equals("send")) {
            frames(message).forEach((example, push) -> {
                Located form = message.member("payload");
                pushes.add(new Conversation(
                        name, example, null, null, push, new Form(documents, form), schemas.check(form)));
            });
            return;
        }
        Located answer = documents.follow(
                documents.follow(operation.member("reply")).member("messages").element(0));
        Map<String, JsonNode> requests = frames(message);
        frames(answer).forEach((example, told) -> {
            JsonNode request = request(requests, example);
            commands.add(
                    conversation(name, example, request, message.member("payload"), told, answer.member("payload")));
        });
    }

    /** An answer that stands alone answers what its like does, or the first. */
    private static JsonNode request(Map<String, JsonNode> requests, String example) {
        String like = example.endsWith(SUFFIX) ? example.substring(0, example.length() - SUFFIX.length()) : example;
        JsonNode first = requests.values().iterator().next();
        return requests.getOrDefault(example, requests.getOrDefault(like, first));
    }

    private Conversation conversation(
            String operation, String name, JsonNode request, Located asked, JsonNode answer, Located told) {
        return new Conversation(
                operation,
                name,
                request,
                new Form(documents, asked),
                answer,
                new Form(documents, told),
                schemas.check(told));
    }

    private static Located content(Located holder) {
        return holder.member("content").member("application/json");
    }

    private Map<String, JsonNode> named(Located content) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        for (Map.Entry<String, Located> example : documents.members(content.member("examples"))) {
            named.put(
                    example.getKey(),
                    documents.follow(example.getValue().member("value")).node());
        }
        return named;
    }

    private Map<String, JsonNode> frames(Located message) {
        Map<String, JsonNode> frames = new LinkedHashMap<>();
        Located examples = message.member("examples");
        for (int i = 0; i < examples.node().size(); i++) {
            Located example = documents.follow(examples.element(i));
            frames.put(
                    example.text("name", String.valueOf(i)),
                    documents.follow(example.member("payload")).node());
        }
        return frames;
    }
}
