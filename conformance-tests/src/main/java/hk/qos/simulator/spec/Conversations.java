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
        List<Located> operations = new ArrayList<>();
        for (Map.Entry<String, Located> path :
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

    /** Those of these documents. */
    public static Conversations of(Documents documents) {
        return new Conversations(documents);
    }

    /** Requests and answers of the HTTP interfaces, in the document's order; last those with another status than 200. */
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
        Located asked = asked(operation);
        Located told = content(documents.follow(operation.member("responses").member("200")));
        Map<String, Located> requests = named(asked);
        named(told).forEach((name, answer) -> {
            Located request = requests.get(name);
            if (request != null) {
                http.add(conversation(
                        operation.text("operationId", ""),
                        name,
                        OK,
                        request,
                        asked.member("schema"),
                        answer,
                        told.member("schema")));
            }
        });
    }

    /** Interfaces share the answers with other statuses: each is told once, by the first that only reads. */
    private void readRefusals(List<Located> operations) {
        Set<String> told = new HashSet<>();
        for (Located operation : operations) {
            if (!operation.node().path("x-read-only").asBoolean(false)) {
                continue;
            }
            for (Map.Entry<String, Located> response : documents.members(operation.member("responses"))) {
                for (Map.Entry<String, Located> type :
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

    private Conversation refusal(Located operation, String name, int status, Located answer, Located content) {
        Located asked = asked(operation);
        return conversation(
                operation.text("operationId", ""),
                status + " " + name,
                status,
                named(asked).values().iterator().next(),
                asked.member("schema"),
                answer,
                content.member("schema"));
    }

    /** What stands for a range is the usual one of a server, or of a gateway, which does not speak JSON. */
    private static int status(String documented, String type) {
        if (documented.chars().allMatch(Character::isDigit)) {
            return Integer.parseInt(documented);
        }
        return type.contains("json") ? SERVER_ERROR : BAD_GATEWAY;
    }

    private void readStream(String name, Located operation) {
        Located message = documents.follow(operation.member("messages").element(0));
        if (!operation.text("action", "").equals("send")) {
            frames(message).forEach((example, push) -> {
                Located form = message.member("payload");
                pushes.add(new Conversation(
                        name,
                        example,
                        OK,
                        null,
                        null,
                        push.node(),
                        new Form(documents, form),
                        schemas.check(form),
                        List.of(push.file())));
            });
            return;
        }
        Located answer = documents.follow(
                documents.follow(operation.member("reply")).member("messages").element(0));
        Map<String, Located> requests = frames(message);
        frames(answer).forEach((example, told) -> {
            Located request = request(requests, example);
            commands.add(conversation(
                    name, example, OK, request, message.member("payload"), told, answer.member("payload")));
        });
    }

    /** An answer that stands alone answers what its like does, or the first. */
    private static Located request(Map<String, Located> requests, String example) {
        String like = example.endsWith(SUFFIX) ? example.substring(0, example.length() - SUFFIX.length()) : example;
        Located first = requests.values().iterator().next();
        return requests.getOrDefault(example, requests.getOrDefault(like, first));
    }

    private Conversation conversation(
            String operation, String name, int status, Located request, Located asked, Located answer, Located told) {
        return new Conversation(
                operation,
                name,
                status,
                request.node(),
                new Form(documents, asked),
                answer.node(),
                new Form(documents, told),
                schemas.check(told),
                List.of(request.file(), answer.file()));
    }

    private Located asked(Located operation) {
        return content(documents.follow(operation.member("requestBody")));
    }

    private static Located content(Located holder) {
        return holder.member("content").member("application/json");
    }

    private Map<String, Located> named(Located content) {
        Map<String, Located> named = new LinkedHashMap<>();
        for (Map.Entry<String, Located> example : documents.members(content.member("examples"))) {
            named.put(example.getKey(), documents.follow(example.getValue().member("value")));
        }
        return named;
    }

    private Map<String, Located> frames(Located message) {
        Map<String, Located> frames = new LinkedHashMap<>();
        Located examples = message.member("examples");
        for (int i = 0; i < examples.node().size(); i++) {
            Located example = documents.follow(examples.element(i));
            frames.put(example.text("name", String.valueOf(i)), documents.follow(example.member("payload")));
        }
        return frames;
    }
}
