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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Pact's verifier, given what a server has really said over HTTP or a WebSocket. */
final class Verifier extends ProviderVerifier {
    private static final ProviderInfo SERVER = new ProviderInfo("server");
    private static final ConsumerInfo CLIENT = new ConsumerInfo("client");

    Verifier() {
        setReporters(List.of());
    }

    /** What is wrong with an answer, field by field; empty if nothing. */
    List<String> wrong(V4Interaction.SynchronousHttp contract, ProviderResponse answer) {
        return described(verifyRequestResponsePact(
                PactFiles.pact(PactFiles.HTTP, List.of()),
                contract,
                answer,
                contract.getDescription(),
                new HashMap<>(),
                contract.getDescription(),
                false,
                Map.of()));
    }

    /** What is wrong with a frame of the stream, field by field; empty if nothing. */
    List<String> wrong(Interaction contract, JsonNode frame) {
        setResponseFactory(description -> new MessageAndMetadata(
                frame.toString().getBytes(StandardCharsets.UTF_8), Map.of("contentType", "application/json")));
        return described(verifyResponseByFactory(
                SERVER, CLIENT, contract, contract.getDescription(), new HashMap<>(), false, Map.of()));
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
