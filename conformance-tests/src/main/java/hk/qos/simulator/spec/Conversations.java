package hk.qos.simulator.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The examples of the documents, as conversations: every request with its answer, every command, every push. */
public final class Conversations {
    private static final String SUFFIX = "-without-reqid";
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;
    private static final int BAD_GATEWAY = 502;

    private final Documents documents;
    private final Schemas schemas;
    private final List<Conversation> http = new ArrayList<>();
    private final List<Conversation> commands = new ArrayList<>();
    private final List<Conversation> pushes = new ArrayList<>();

    private Conversations(Documents documents) {
        this.documents = documents;
        this.schemas = new Schemas(documents);
        List<DocumentNode> operations = new ArrayList<>();
        for (Map.Entry<String, DocumentNode> path :
                documents.members(documents.openApi().member("paths"))) {
            documents.members(path.getValue()).stream()
                    .map(Map.Entry::getValue)
                    .filter(operation -> operation.node().has("operationId"))
                    .forEach(operations::add);
        }
        operations.forEach(this::readHttp);
        readRefusals(operations);
        documents
                .members(documents.asyncApi().member("operations"))
                .forEach(operation -> readStream(operation.getKey(), operation.getValue()));
    }

    /** The conversations of these documents. */
    public static Conversations of(Documents documents) {
        return new Conversations(documents);
    }

    /**
     * Requests and answers of the HTTP interfaces, in the document's order; last those with another status than 200.
     */
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

    private void readHttp(DocumentNode operation) {
        DocumentNode told =
                content(documents.follow(operation.member("responses").member("200")));
        Map<String, DocumentNode> requests = requests(operation);
        named(told).forEach((name, answer) -> {
            DocumentNode request = requests.get(name);
            if (request != null) {
                http.add(conversation(
                        operation.text("operationId", ""),
                        name,
                        OK,
                        request,
                        form(operation),
                        answer,
                        told.member("schema")));
            }
        });
    }

    /**
     * Interfaces share the answers with other statuses; each is listed once, for the first interface that only reads.
     */
    private void readRefusals(List<DocumentNode> operations) {
        Set<String> told = new HashSet<>();
        for (DocumentNode operation : operations) {
            if (!operation.node().path("x-read-only").asBoolean(false)) {
                continue;
            }
            for (Map.Entry<String, DocumentNode> response : documents.members(operation.member("responses"))) {
                for (Map.Entry<String, DocumentNode> type :
                        documents.members(response.getValue().member("content"))) {
                    named(type.getValue()).forEach((name, answer) -> {
                        if (!response.getKey().equals("200") && told.add(answer.file())) {
                            int status = status(response.getKey(), type.getKey());
                            http.add(refusal(operation, name, status, answer, type.getValue()));
                        }
                    });
                }
            }
        }
    }

    private Conversation refusal(
            DocumentNode operation, String name, int status, DocumentNode answer, DocumentNode content) {
        return conversation(
                operation.text("operationId", ""),
                status + " " + name,
                status,
                requests(operation).values().iterator().next(),
                form(operation),
                answer,
                content.member("schema"));
    }

    /** A range is represented by a typical status of a server, or of a gateway if the answer is not JSON. */
    private static int status(String documented, String type) {
        if (documented.chars().allMatch(Character::isDigit)) {
            return Integer.parseInt(documented);
        }
        return type.contains("json") ? SERVER_ERROR : BAD_GATEWAY;
    }

    private void readStream(String name, DocumentNode operation) {
        DocumentNode message = documents.follow(operation.member("messages").element(0));
        if (!operation.text("action", "").equals("send")) {
            frames(message).forEach((example, push) -> {
                DocumentNode form = message.member("payload");
                pushes.add(new Conversation(
                        name,
                        example,
                        OK,
                        null,
                        null,
                        push.node(),
                        new SchemaView(documents, form),
                        schemas.check(form),
                        List.of(push.file())));
            });
            return;
        }
        DocumentNode answer = documents.follow(
                documents.follow(operation.member("reply")).member("messages").element(0));
        Map<String, DocumentNode> requests = frames(message);
        frames(answer).forEach((example, told) -> {
            DocumentNode request = request(requests, example);
            commands.add(conversation(
                    name, example, OK, request, message.member("payload"), told, answer.member("payload")));
        });
    }

    /** An answer without a request belongs to the request of a similar answer, or to the first. */
    private static DocumentNode request(Map<String, DocumentNode> requests, String example) {
        String like = example.endsWith(SUFFIX) ? example.substring(0, example.length() - SUFFIX.length()) : example;
        DocumentNode first = requests.values().iterator().next();
        return requests.getOrDefault(example, requests.getOrDefault(like, first));
    }

    private Conversation conversation(
            String operation,
            String name,
            int status,
            DocumentNode request,
            DocumentNode asked,
            DocumentNode answer,
            DocumentNode told) {
        return new Conversation(
                operation,
                name,
                status,
                request.node(),
                new SchemaView(documents, asked),
                answer.node(),
                new SchemaView(documents, told),
                schemas.check(told),
                List.of(request.file(), answer.file()));
    }

    private DocumentNode asked(DocumentNode operation) {
        return content(documents.follow(operation.member("requestBody")));
    }

    /** The schema of the body, or of the parameters. */
    private DocumentNode form(DocumentNode operation) {
        return operation.member("parameters").exists()
                ? Parameters.schema(documents, operation)
                : asked(operation).member("schema");
    }

    private Map<String, DocumentNode> requests(DocumentNode operation) {
        return operation.member("parameters").exists()
                ? named(operation, "x-examples")
                : named(asked(operation), "examples");
    }

    private static DocumentNode content(DocumentNode holder) {
        return holder.member("content").member("application/json");
    }

    private Map<String, DocumentNode> named(DocumentNode content) {
        return named(content, "examples");
    }

    private Map<String, DocumentNode> named(DocumentNode holder, String field) {
        Map<String, DocumentNode> named = new LinkedHashMap<>();
        for (Map.Entry<String, DocumentNode> example : documents.members(holder.member(field))) {
            named.put(example.getKey(), documents.follow(example.getValue().member("value")));
        }
        return named;
    }

    private Map<String, DocumentNode> frames(DocumentNode message) {
        Map<String, DocumentNode> frames = new LinkedHashMap<>();
        DocumentNode examples = message.member("examples");
        for (int i = 0; i < examples.node().size(); i++) {
            DocumentNode example = documents.follow(examples.element(i));
            frames.put(example.text("name", String.valueOf(i)), documents.follow(example.member("payload")));
        }
        return frames;
    }
}
