package hk.qos.contract;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.V4Interaction;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The simulator meets the committed contracts in every provider state that it can reach. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatorContractTest {
    private final ContractHarness stage = new ContractHarness();
    private final Verifier verifier = new Verifier();
    private final List<Interaction> http = PactFiles.read(PactFiles.HTTP).getInteractions();
    private final List<Interaction> stream = PactFiles.read(PactFiles.STREAM).getInteractions();

    @TestFactory
    Stream<DynamicTest> simulatorKeepsHttpContracts() {
        return http.stream()
                .map(i -> DynamicTest.dynamicTest(i.getDescription(), () -> http((V4Interaction.SynchronousHttp) i)));
    }

    @TestFactory
    Stream<DynamicTest> simulatorKeepsStreamContracts() {
        return stream.stream().map(i -> DynamicTest.dynamicTest(i.getDescription(), () -> stream((V4Interaction) i)));
    }

    private void http(V4Interaction.SynchronousHttp contract) throws IOException {
        assertThat(verifier.wrong(contract, stage.ask(contract)))
                .as("what the simulator answers to %s", contract.getDescription())
                .isEmpty();
    }

    private void stream(V4Interaction contract) throws InterruptedException {
        JsonNode said = contract instanceof V4Interaction.AsynchronousMessage push
                ? stage.push(push, one -> verifier.wrong(contract, one).isEmpty())
                : stage.command((V4Interaction.SynchronousMessages) contract);
        assertThat(said).as("what came for %s", contract.getDescription()).isNotNull();
        assertThat(verifier.wrong(contract, Objects.requireNonNull(said)))
                .as("what the simulator says for %s", contract.getDescription())
                .isEmpty();
    }

    @AfterAll
    void close() {
        stage.close();
    }
}
