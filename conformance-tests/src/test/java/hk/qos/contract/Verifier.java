package hk.qos.contract;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.provider.ConsumerInfo;
import au.com.dius.pact.provider.MessageAndMetadata;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderResponse;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.VerificationFailureType;
import au.com.dius.pact.provider.VerificationResult;
import hk.qos.simulator.spec.Conversation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Runs Pact's verifier on answers that a server sent over HTTP or a WebSocket. */
final class Verifier extends ProviderVerifier {
    private static final ProviderInfo SERVER = new ProviderInfo("server");
    private static final ConsumerInfo CLIENT = new ConsumerInfo("client");

    private final Map<String, Conversation> conversations = new HashMap<>();

    Verifier() {
        setReporters(List.of());
        Stream.of(Contracts.http(), Contracts.commands(), Contracts.pushes())
                .flatMap(List::stream)
                .forEach(c -> conversations.put(c.toString(), c.conversation()));
    }

    /** The conversation of a contract; null if the documents no longer have the example. */
    @Nullable
    Conversation conversation(Interaction contract) {
        return conversations.get(contract.getDescription());
    }

    /** The mismatches of an answer by field. */
    List<String> wrong(V4Interaction.SynchronousHttp contract, ProviderResponse answer) {
        List<String> wrong = described(verifyRequestResponsePact(
                PactFiles.pact(PactFiles.HTTP, List.of()),
                contract,
                answer,
                contract.getDescription(),
                new HashMap<>(),
                contract.getDescription(),
                false,
                Map.of()));
        return withUnrequestedCodes(wrong, contract, body(answer));
    }

    /** The mismatches of a stream frame by field. */
    List<String> wrong(Interaction contract, JsonNode frame) {
        setResponseFactory(description -> new MessageAndMetadata(
                frame.toString().getBytes(StandardCharsets.UTF_8), Map.of("contentType", "application/json")));
        List<String> wrong = described(verifyResponseByFactory(
                SERVER, CLIENT, contract, contract.getDescription(), new HashMap<>(), false, Map.of()));
        return withUnrequestedCodes(wrong, contract, frame);
    }

    /** Checks the elements that Pact ignores when a list has several shapes. */
    private List<String> withUnrequestedCodes(List<String> wrong, Interaction contract, JsonNode answer) {
        List<String> all = new ArrayList<>(wrong);
        Conversation like = conversation(contract);
        if (like != null) {
            AnswerSubject asked = AnswerSubject.of(like);
            asked.unrequestedCodes(answer, like.told())
                    .forEach(code -> all.add(code + " is not one of the requested instruments " + asked.codes()));
        }
        return all;
    }

    /** The body of an answer; a string if it is not JSON. */
    static JsonNode body(ProviderResponse answer) {
        String body = answer.getBody() == null ? "" : answer.getBody().valueAsString();
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.stringNode(body);
        }
    }

    private static List<String> described(VerificationResult result) {
        List<String> wrong = new ArrayList<>();
        if (result instanceof VerificationResult.Failed failed) {
            failed.getFailures()
                    .values()
                    .forEach(failures -> failures.stream()
                            .map(VerificationFailureType::description)
                            .forEach(wrong::add));
            if (wrong.isEmpty()) {
                wrong.add(failed.getDescription());
            }
        }
        return wrong;
    }

    static ProviderResponse response(int status, String body) {
        return new ProviderResponse(
                status,
                Map.of("Content-Type", List.of("application/json")),
                ContentType.getJSON(),
                OptionalBody.body(body.getBytes(StandardCharsets.UTF_8), ContentType.getJSON()));
    }
}
