package hk.qos.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import au.com.dius.pact.consumer.BaseMockServer;
import au.com.dius.pact.consumer.MockHttpServerKt;
import au.com.dius.pact.consumer.PactVerificationResult;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction;
import hk.qos.client.PlanLimits;
import hk.qos.client.QosClient;
import hk.qos.client.RatePolicy;
import hk.qos.client.RetryPolicy;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Conversation;
import hk.qos.simulator.spec.Envelope;
import hk.qos.simulator.spec.SchemaView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The generated client with Pact's server: its requests match the contract, and it decodes the example. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpContractTest {
    private static final Envelope ENVELOPE = Api.standard().http().envelope();

    private final List<Contract> all = Contracts.http();
    private final List<Contract> kept = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> clientKeepsContract() {
        return all.stream().map(contract -> DynamicTest.dynamicTest(contract.toString(), () -> keep(contract)));
    }

    private void keep(Contract contract) {
        BaseMockServer server = MockHttpServerKt.mockServer(
                PactFiles.pact(PactFiles.HTTP, List.of(contract)),
                MockProviderConfig.createDefault(PactSpecVersion.V4));
        server.start();
        Throwable wrong = catchThrowable(() -> {
            try (QosClient client = client(server.getUrl(), contract)) {
                expect(contract, client);
            }
        });
        server.stop();
        PactVerificationResult result = server.validateMockServerState(null);
        if (!(result instanceof PactVerificationResult.Ok)) {
            throw new AssertionError(contract + ": the client sends something else: " + result.getDescription(), wrong);
        }
        if (wrong != null) {
            throw new AssertionError(contract + ": the client cannot use the answer: " + wrong.getMessage(), wrong);
        }
        kept.add(contract);
    }

    private static QosClient client(String url, Contract contract) {
        V4Interaction.SynchronousHttp http = (V4Interaction.SynchronousHttp) contract.interaction();
        List<String> key = http.getRequest()
                .getHeaders()
                .getOrDefault(Api.standard().http().keyName(), List.of(Contracts.ANY_KEY));
        return QosClient.builder()
                .apiKey(key.get(0))
                .httpUrl(url)
                .wsUrl("ws://127.0.0.1:1/ws")
                .retryPolicy(RetryPolicy.none())
                .planLimits(PlanLimits.defaults().withInstruments(1000))
                .ratePolicy(RatePolicy.defaults().withMaxPause(Duration.ZERO)) // The next server may have this address.
                .build();
    }

    private static void expect(Contract contract, QosClient client) {
        Conversation said = contract.conversation();
        JsonNode request = Objects.requireNonNull(said.request());
        SchemaView asked = Objects.requireNonNull(said.asked());
        Failure failure = contract.failure();
        if (failure != null) {
            Throwable thrown =
                    catchThrowable(() -> ClientCalls.operation(client.http(), said.operation(), request, asked));
            failure.check(thrown, Contracts.refusal(said));
            return;
        }
        Object data = ClientCalls.operation(client.http(), said.operation(), request, asked);
        JsonNode again = ClientCalls.envelope(said.operation(), ENVELOPE.ok(), data);
        assertThat(CanonicalJson.of(again, said.told()))
                .as("what the client read from %s", contract)
                .isEqualTo(CanonicalJson.of(said.answer(), said.told()));
    }

    @AfterAll
    void writesTheFile() {
        if (kept.size() == all.size()) {
            PactFiles.write(PactFiles.HTTP, kept);
            PactFiles.settle(PactFiles.HTTP);
        }
    }
}
