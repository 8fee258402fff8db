package hk.qos.contract;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.Interaction;
import hk.qos.client.Operation;
import hk.qos.client.internal.stream.StreamOperation;
import hk.qos.client.internal.stream.StreamOperations;
import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.Documents;
import hk.qos.simulator.spec.StreamCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every operation of the documents has a contract. */
class CoverageTest {
    private static final Api API = Api.standard();
    private static final String EXAMPLES = "examples/";

    @Test
    void everyHttpInterfaceHasAContract() {
        assertThat(missing(
                        operationsOf(PactFiles.HTTP),
                        Arrays.stream(Operation.values())
                                .map(Operation::methodName)
                                .toList()))
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
    void everyClientFrameIsDocumented() {
        Set<String> documented =
                API.stream().all().stream().map(StreamCommand::type).collect(Collectors.toSet());
        Set<String> generated = StreamOperations.all().stream()
                .map(StreamOperation::frames)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        assertThat(generated).isEqualTo(documented);
    }

    @Test
    void everyExampleIsPartOfAContract() throws IOException {
        assertThat(missing(files(all()), examples()))
                .as("examples without a contract: a request without its answer, or an answer that no operation shows")
                .isEmpty();
    }

    @Test
    void everyOperationHasAContractWithoutRefusal() {
        Set<String> kept = testedBeyondRefusal(all());
        assertThat(missing(kept, operations(all())))
                .as("operations whose contracts are all refusals")
                .isEmpty();
    }

    @Test
    void missingContractsAreNamed() throws IOException {
        assertThat(missing(Set.of("depths"), List.of("depths", "marketCalendar")))
                .containsExactly("marketCalendar");
        List<Contract> butOne = all().stream()
                .filter(c -> !c.toString().equals("depths: crypto"))
                .toList();
        assertThat(missing(files(butOne), examples()))
                .containsExactly("http/depths.crypto.request.json", "http/depths.crypto.response.json");
        List<Contract> butStatus = all().stream()
                .filter(c -> !c.toString().endsWith(": 403 not-permitted"))
                .toList();
        assertThat(missing(files(butStatus), examples())).containsExactly("responses/Forbidden.not-permitted.json");
        List<Contract> refusals = all().stream()
                .filter(c ->
                        c.failure() != null || !c.conversation().operation().equals("depths"))
                .toList();
        assertThat(missing(testedBeyondRefusal(refusals), operations(all()))).containsExactly("depths");
    }

    private static List<Contract> all() {
        return Stream.of(Contracts.http(), Contracts.commands(), Contracts.pushes())
                .flatMap(List::stream)
                .toList();
    }

    private static Set<String> files(List<Contract> contracts) {
        return contracts.stream()
                .map(c -> c.conversation().files())
                .flatMap(List::stream)
                .map(file -> file.substring(EXAMPLES.length()))
                .collect(Collectors.toSet());
    }

    private static Set<String> operations(List<Contract> contracts) {
        return contracts.stream().map(c -> c.conversation().operation()).collect(Collectors.toSet());
    }

    private static Set<String> testedBeyondRefusal(List<Contract> contracts) {
        return operations(contracts.stream().filter(c -> c.failure() == null).toList());
    }

    /** All files that the documents refer to. */
    private static List<String> examples() throws IOException {
        String index = Documents.FOLDER + EXAMPLES + "index.txt";
        try (InputStream in =
                Objects.requireNonNull(Documents.class.getClassLoader().getResourceAsStream(index), index)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(file -> !file.isBlank() && !file.startsWith("tolerated/"))
                    .toList();
        }
    }

    private static Set<String> operationsOf(String file) {
        return PactFiles.read(file).getInteractions().stream()
                .map(Interaction::getDescription)
                .map(description -> description.substring(0, description.indexOf(':')))
                .collect(Collectors.toSet());
    }

    private static Set<String> missing(Set<String> contracts, Collection<String> documented) {
        Set<String> missing = new TreeSet<>(documented);
        missing.removeAll(contracts);
        return missing;
    }
}
