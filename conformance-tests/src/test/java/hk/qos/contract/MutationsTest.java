package hk.qos.contract;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.V4Interaction;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A contract that is broken on purpose is red, and says which field it is. */
class MutationsTest {
    private final Verifier verifier = new Verifier();

    private static Contract contract(List<Contract> contracts, String name) {
        return contracts.stream()
                .filter(c -> c.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String http(String name, String from, String to) {
        Contract contract = contract(Contracts.http(), name);
        V4Interaction.SynchronousHttp http = (V4Interaction.SynchronousHttp) contract.interaction();
        String answer = contract.conversation().answer().toString();
        assertThat(answer).contains(from);
        return verifier.wrong(http, Verifier.response(200, answer.replace(from, to)))
                .toString();
    }

    private static String sent(String name, String from, String to) {
        V4Interaction.SynchronousMessages command = (V4Interaction.SynchronousMessages)
                contract(Contracts.commands(), name).interaction();
        String frame = PactServer.read(command.getRequest()).toString();
        assertThat(frame).contains(from);
        return PactServer.mismatches(command.getRequest(), frame.replace(from, to));
    }

    @Test
    void anAnswerLikeTheExampleIsRight() {
        assertThat(http("trades: us", "US", "US")).isEqualTo("[]");
        assertThat(sent("requestTrades: us", "US", "US")).isEmpty();
    }

    @Test
    void aPriceThatIsANumberIsNamed() {
        assertThat(http("trades: us", "\"p\":\"228.1", "\"p\":228.1,\"x\":\"1"))
                .contains("$.data[")
                .contains("].p");
    }

    @Test
    void aFieldThatIsGoneOrRenamedIsNamed() {
        assertThat(http("depth: crypto", "\"c\":", "\"code\":"))
                .contains("$.data[0]")
                .contains("c");
    }

    @Test
    void aValueOutsideItsEnumerationIsNamed() {
        assertThat(http("trades: us", "\"d\":", "\"d\":9")).contains(".d");
    }

    @Test
    void aFieldThatTheClientRenamesIsNamed() {
        assertThat(sent("requestTrades: us", "\"count\"", "\"cnt\"")).contains("count");
    }

    @Test
    void aNumberThatTheClientSendsAsTextIsNamed() {
        assertThat(sent("requestTrades: us", "\"count\":", "\"count\":\"7\",\"x\":"))
                .contains("$.count");
    }

    @Test
    void aPushWithAPriceOfAnotherTypeIsNamed() {
        Contract contract = contract(Contracts.pushes(), "pushTrades: us");
        ObjectNode push = (ObjectNode) contract.conversation().answer().deepCopy();
        JsonNode number = JsonMapper.shared().readTree("1.5");
        push.set("p", number);

        assertThat(verifier.wrong(contract.interaction(), push).toString()).contains("$.p");
    }
}
