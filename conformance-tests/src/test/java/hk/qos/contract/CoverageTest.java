package hk.qos.contract;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.Interaction;
import hk.qos.client.api.Operations;
import hk.qos.client.call.Operation;
import hk.qos.client.stream.StreamOperation;
import hk.qos.client.stream.StreamOperations;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.StreamCommand;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nothing that the documents describe is without a contract. */
class CoverageTest {
    private static final Api API = Api.standard();

    @Test
    void everyHttpInterfaceHasAContract() {
        assertThat(missing(
                        operationsOf(PactFiles.HTTP),
                        Operations.all().stream().map(Operation::name).toList()))
                .as("HTTP interfaces without a contract: give them examples, then mvn -Ppacts")
                .isEmpty();
    }

    @Test
    void everyCommandHasAContract() {
        List<String> documented =
                API.stream().all().stream().map(StreamCommand::operationId).toList();
        assertThat(missing(operationsOf(PactFiles.STREAM), documented))
                .as("commands without a contract: give them examples, then mvn -Ppacts")
                .isEmpty();
    }

    @Test
    void everyPushHasAContract() {
        List<String> documented = API.stream().all().stream()
                .filter(c -> c.kind() == StreamCommand.Kind.SUBSCRIBE)
                .map(c -> Objects.requireNonNull(c.subscription()).operationId())
                .toList();
        assertThat(missing(operationsOf(PactFiles.STREAM), documented))
                .as("pushes without a contract: give them examples, then mvn -Ppacts")
                .isEmpty();
    }

    @Test
    void everyFrameOfTheClientIsOneOfTheDocument() {
        Set<String> documented =
                API.stream().all().stream().map(StreamCommand::type).collect(Collectors.toSet());
        Set<String> generated = StreamOperations.all().stream()
                .map(StreamOperation::frames)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        assertThat(generated).isEqualTo(documented);
    }

    @Test
    void namesWhatHasNone() {
        assertThat(missing(Set.of("depth"), List.of("depth", "marketCalendar"))).containsExactly("marketCalendar");
    }

    private static Set<String> operationsOf(String file) {
        return PactFiles.read(file).getInteractions().stream()
                .map(Interaction::getDescription)
                .map(description -> description.substring(0, description.indexOf(':')))
                .collect(Collectors.toSet());
    }

    private static Set<String> missing(Set<String> contracts, List<String> documented) {
        Set<String> missing = new TreeSet<>(documented);
        missing.removeAll(contracts);
        return missing;
    }
}
