package hk.qos.simulator.spec;

import hk.qos.simulator.spec.StreamCommand.Kind;
import hk.qos.simulator.spec.StreamCommand.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The commands of the AsyncAPI document. */
public final class StreamCommands {
    private final Documents documents;
    private final Schemas schemas;
    private final DocumentNode root;
    private final Envelope envelope;
    private final Map<String, DocumentNode> operations = new LinkedHashMap<>();
    /** The operation id of a cancelling command, mapped to that of the command it cancels. */
    private final Map<String, Subscription> cancels = new LinkedHashMap<>();

    private final Map<String, StreamCommand> byType = new LinkedHashMap<>();

    StreamCommands(Documents documents, Schemas schemas) {
        this.documents = documents;
        this.schemas = schemas;
        this.root = documents.asyncApi();
        this.envelope = Envelope.of(root);
        documents.members(root.member("operations")).forEach(o -> operations.put(o.getKey(), o.getValue()));
        Map<String, Subscription> subscriptions = new LinkedHashMap<>();
        operations.forEach((name, operation) -> {
            if (operation.node().has("x-subscription")) {
                Subscription subscription = subscription(operation.member("x-subscription"));
                subscriptions.put(name, subscription);
                cancels.put(operation.member("x-subscription").text("cancel", ""), subscription);
            }
        });
        operations.forEach((name, operation) -> {
            if (operation.text("action", "").equals("send")) {
                StreamCommand command = command(name, operation, subscriptions.get(name));
                byType.put(command.type(), command);
            }
        });
    }

    /** All of them, in the document's order. */
    public List<StreamCommand> all() {
        return List.copyOf(byType.values());
    }

    /** The command with this type, or null. */
    public @Nullable StreamCommand of(String type) {
        return byType.get(type);
    }

    /** The fields of every answer. */
    public Envelope envelope() {
        return envelope;
    }

    /** The path of the one channel. */
    public String path() {
        return documents.members(root.member("channels")).get(0).getValue().text("address", "/");
    }

    /** A limit of the document's {@code x-limits}. */
    public int limit(String name) {
        return root.member("x-limits").node().path(name).asInt();
    }

    /** The shortest time between two frames of a client. */
    public Duration spacing() {
        return Duration.parse(root.member("x-limits").text("spacing", "PT1S"));
    }

    /** The correlation field, which an answer repeats. */
    public String correlation() {
        for (Map.Entry<String, DocumentNode> id :
                documents.members(root.member("components").member("correlationIds"))) {
            String location = id.getValue().text("location", "");
            return location.substring(location.lastIndexOf('/') + 1);
        }
        throw new IllegalStateException("The stream's document has no correlation id");
    }

    private StreamCommand command(String name, DocumentNode operation, @Nullable Subscription subscription) {
        PayloadCheck request = schemas.check(message(operation).member("payload"));
        DocumentNode answer = message(documents.follow(operation.member("reply")));
        PayloadCheck reply = schemas.check(answer.member("payload"));
        Subscription cancelled = cancels.get(name);
        Kind kind = subscription != null ? Kind.SUBSCRIBE : cancelled != null ? Kind.CANCEL : Kind.REQUEST;
        if (operation.node().has("x-heartbeat")) {
            kind = Kind.HEARTBEAT;
        }
        return new StreamCommand(
                name,
                request.fixed(envelope.answer()),
                kind,
                subscription != null ? subscription : cancelled,
                reply.names("time"),
                request,
                reply,
                new SchemaView(documents, answer.member("payload")).fields().get(envelope.data()),
                Examples.payloads(examples(answer), envelope.data()),
                beside(answer));
    }

    private ObjectNode beside(DocumentNode answer) {
        ObjectNode beside = Examples.beside(examples(answer), envelope);
        beside.remove(List.of(envelope.answer(), correlation()));
        return beside;
    }

    private Subscription subscription(DocumentNode facts) {
        String push = facts.text("push", "");
        DocumentNode operation = operations.get(push);
        if (operation == null) {
            throw new IllegalStateException("No operation " + push + ", named at " + facts.pointer());
        }
        DocumentNode message = message(operation);
        PayloadCheck check = schemas.check(message.member("payload"));
        List<String> parameters = new ArrayList<>();
        facts.node().path("parameters").forEach(p -> parameters.add(p.asString()));
        String key = message.member("x-push").text("key", "c");
        SchemaView payload = new SchemaView(documents, message.member("payload"));
        SchemaView keyed = payload.fields().get(key);
        return new Subscription(
                push,
                check.fixed(envelope.push()),
                facts.text("keys", ""),
                keyed != null && keyed.format().equals("instrument-code"),
                key,
                parameters,
                check,
                payload,
                examples(message));
    }

    private DocumentNode message(DocumentNode holder) {
        return documents.follow(holder.member("messages").element(0));
    }

    private List<JsonNode> examples(DocumentNode message) {
        List<JsonNode> examples = new ArrayList<>();
        for (int i = 0; i < message.node().path("examples").size(); i++) {
            DocumentNode example = documents.follow(message.member("examples").element(i));
            examples.add(documents.follow(example.member("payload")).node());
        }
        return examples;
    }
}
