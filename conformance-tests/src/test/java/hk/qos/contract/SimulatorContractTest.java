package hk.qos.contract;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.provider.ProviderResponse;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.fault.HttpFault;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.StreamCommand;
import hk.qos.simulator.spec.StreamCommands;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;

/** The simulator keeps the committed contracts: what it computes where it can, what it is told to play in other states. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatorContractTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final StreamCommands STREAM = Api.standard().stream();

    private final QosSimulator simulator =
            QosSimulator.builder().key(KEY).unlimited().pushRate(50).start();
    private final Exchange exchange = new Exchange(simulator.httpUri(), simulator.wsUri(), KEY, PATIENCE);
    private final Verifier verifier = new Verifier();

    @TestFactory
    Stream<DynamicTest> theSimulatorKeepsTheContractsOfHttp() {
        return PactFiles.read(PactFiles.HTTP).getInteractions().stream()
                .map(i -> test(i, () -> http((V4Interaction.SynchronousHttp) i)));
    }

    @TestFactory
    Stream<DynamicTest> theSimulatorKeepsTheContractsOfTheStream() {
        return PactFiles.read(PactFiles.STREAM).getInteractions().stream()
                .map(i -> test(i, () -> stream((V4Interaction) i)));
    }

    private DynamicTest test(Interaction contract, Executable body) {
        return DynamicTest.dynamicTest(contract.getDescription(), () -> {
            simulator.faults().clear();
            body.execute();
        });
    }

    private void http(V4Interaction.SynchronousHttp contract) {
        if (!contract.getProviderStates().isEmpty()) {
            HttpFault played = HttpFault.answer(
                    contract.getResponse().getStatus(),
                    "application/json",
                    contract.getResponse().getBody().valueAsString());
            simulator.faults().http(contract.getRequest().getPath(), played, 1);
        }
        ProviderResponse answer = exchange.ask(contract);
        assertThat(verifier.wrong(contract, answer))
                .as("what the simulator answers to %s", contract.getDescription())
                .isEmpty();
    }

    private void stream(V4Interaction contract) throws InterruptedException {
        JsonNode said = contract instanceof V4Interaction.AsynchronousMessage push
                ? pushed(push)
                : answered((V4Interaction.SynchronousMessages) contract);
        assertThat(said).as("what came for %s", contract.getDescription()).isNotNull();
        assertThat(verifier.wrong(contract, Objects.requireNonNull(said)))
                .as("what the simulator says for %s", contract.getDescription())
                .isEmpty();
    }

    private @Nullable JsonNode answered(V4Interaction.SynchronousMessages contract) throws InterruptedException {
        JsonNode asked = PactServer.read(contract.getRequest());
        JsonNode answer = PactServer.read(contract.getResponse().get(0));
        String type = asked.path(STREAM.envelope().answer()).asString();
        if (has(contract, States.REFUSED)) {
            simulator
                    .faults()
                    .refuseFrames(type, answer.path(STREAM.envelope().status()).asString(), 1);
        } else if (!contract.getProviderStates().isEmpty()) {
            simulator.faults().loseAnswers(type, 1);
            return exchange.command(contract, () -> simulator.faults().send(answer.toString()));
        }
        return exchange.command(contract, () -> {});
    }

    private static boolean has(Interaction contract, String state) {
        return contract.getProviderStates().stream().anyMatch(s -> state.equals(s.getName()));
    }

    private @Nullable JsonNode pushed(V4Interaction.AsynchronousMessage contract) throws InterruptedException {
        JsonNode like = PactServer.read(contract.getContents());
        StreamCommand command = STREAM.all().stream()
                .filter(c -> c.kind() == StreamCommand.Kind.SUBSCRIBE)
                .filter(c -> contract.getDescription()
                        .startsWith(Objects.requireNonNull(c.subscription()).operationId() + ":"))
                .findFirst()
                .orElseThrow();
        boolean played = !contract.getProviderStates().isEmpty();
        if (played) {
            simulator.faults().mutePushes();
        }
        assertThat(exchange.subscribe(command, like))
                .as("the answer to the subscription")
                .isNotNull();
        if (played) {
            simulator.faults().send(like.toString());
        }
        JsonNode push = exchange.push(Objects.requireNonNull(command.subscription()), like, PATIENCE);
        exchange.cancel(command, like);
        return push;
    }

    @AfterAll
    void close() {
        exchange.close();
        simulator.close();
    }
}
