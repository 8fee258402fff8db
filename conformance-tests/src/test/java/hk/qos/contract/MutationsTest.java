package hk.qos.contract;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.V4Interaction;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A deliberately violated contract fails and names the field. */
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
        int status = http.getResponse().getStatus();
        return verifier.wrong(http, Verifier.response(status, answer.replace(from, to)))
                .toString();
    }

    private String answered(String name, String from, String to) {
        return stream(contract(Contracts.commands(), name), from, to);
    }

    private String push(String name, String from, String to) {
        return stream(contract(Contracts.pushes(), name), from, to);
    }

    private String stream(Contract contract, String from, String to) {
        String answer = contract.conversation().answer().toString();
        assertThat(answer).contains(from);
        JsonNode changed = JsonMapper.shared().readTree(answer.replace(from, to));
        return verifier.wrong(contract.interaction(), changed).toString();
    }

    private static String sent(String name, String from, String to) {
        V4Interaction.SynchronousMessages command = (V4Interaction.SynchronousMessages)
                contract(Contracts.commands(), name).interaction();
        String frame = PactServer.read(command.getRequest()).toString();
        assertThat(frame).contains(from);
        return PactServer.mismatches(command.getRequest(), frame.replace(from, to));
    }

    @Test
    void answerLikeTheExampleIsAccepted() {
        assertThat(http("trades: us", "US", "US")).isEqualTo("[]");
        assertThat(sent("requestTrades: us", "US", "US")).isEmpty();
    }

    @Test
    void otherSpellingOfTheInstrumentIsAccepted() {
        assertThat(http("depths: hk", "HK:00700", "HK:700")).isEqualTo("[]");
    }

    @Test
    void wrongInstrumentIsNamed() {
        assertThat(http("trades: unknown code missing, partial data", "CF:BTCUSDT", "CF:ETHUSDT"))
                .contains("$.data[0].c")
                .contains("CF:ETHUSDT");
        assertThat(http("depths: crypto", "CF:BTCUSDT", "CF:ETHUSDT")).contains("$.data[0].c");
        assertThat(push("pushTrade: us", "US:AAPL", "US:TSLA")).contains("$.c");
        assertThat(answered("requestDepths: us", "US:AAPL", "US:NVDA")).contains("].c");
    }

    @Test
    void leadingZeroOutsideHongKongIsAnotherInstrument() {
        assertThat(http("depths: cn", "SZ:000001", "SZ:1")).contains("SZ:1 is not one of the requested instruments");
    }

    @Test
    void unknownInstrumentIsNamed() {
        String row = "{\"c\":\"CF:NOSUCH\",\"p\":\"1.0\",\"ts\":1773155060}";
        assertThat(http("trades: unknown code missing, partial data", "\"data\":[", "\"data\":[" + row + ","))
                .contains("$.data[0].c")
                .contains("CF:NOSUCH");
    }

    @Test
    void additionalInstrumentIsNamed() {
        assertThat(http("snapshots: markets", "\"data\":[", "\"data\":[{\"c\":\"US:NOSUCH\",\"lp\":\"1.0\"},"))
                .contains("US:NOSUCH is not one of the requested instruments");
    }

    @Test
    void barsOfWrongLengthAreNamed() {
        assertThat(http("kLines: crypto", "\"kt\":1}", "\"kt\":5}")).contains(".kt");
    }

    @Test
    void wrongStateIsNamed() {
        assertThat(http("snapshots: suspended", "\"s\":1", "\"s\":0")).contains(".s");
        assertThat(http("snapshots: us-night", "\"tt\":1", "\"tt\":3")).contains(".tt");
        assertThat(push("pushSnapshot: us-pre-market", "\"tt\":2", "\"tt\":3")).contains(".tt");
    }

    @Test
    void spellingContractAcceptsNoOtherSpelling() {
        assertThat(http("snapshots: HK:00700", "HK:00700", "HK:700")).contains("$.data[0].c");
    }

    @Test
    void successInsteadOfRefusalIsNamed() {
        assertThat(http("snapshots: wrong key", "Unknown key.", "OK")).contains("$.msg");
        assertThat(answered("requestSnapshots: expired key", "Key expired.", "OK"))
                .contains("$.msg");
    }

    @Test
    void differentStatusIsAcceptedIfInferred() {
        Contract contract = contract(Contracts.http(), "snapshots: wrong key");
        String body = contract.conversation().answer().toString();
        var http = (V4Interaction.SynchronousHttp) contract.interaction();
        assertThat(verifier.wrong(http, Verifier.response(200, body))).isEmpty();
        assertThat(verifier.wrong(http, Verifier.response(403, body))).isEmpty();
        assertThat(verifier.wrong(http, Verifier.response(500, body)).toString())
                .contains("500");
    }

    @Test
    void numericPriceIsNamed() {
        assertThat(http("trades: us", "\"p\":\"228.1", "\"p\":228.1,\"x\":\"1"))
                .contains("$.data[")
                .contains("].p");
    }

    @Test
    void missingOrRenamedFieldIsNamed() {
        assertThat(http("depths: crypto", "\"c\":", "\"code\":"))
                .contains("$.data[0]")
                .contains("c");
    }

    @Test
    void undocumentedEnumValueIsNamed() {
        assertThat(http("trades: us", "\"d\":", "\"d\":9")).contains(".d");
    }

    @Test
    void fieldRenamedByTheClientIsNamed() {
        assertThat(sent("requestTrades: us", "\"count\"", "\"cnt\"")).contains("count");
    }

    @Test
    void numberSentAsTextIsNamed() {
        assertThat(sent("requestTrades: us", "\"count\":", "\"count\":\"7\",\"x\":"))
                .contains("$.count");
    }

    @Test
    void pushPriceOfWrongTypeIsNamed() {
        Contract contract = contract(Contracts.pushes(), "pushTrade: us");
        ObjectNode push = (ObjectNode) contract.conversation().answer().deepCopy();
        JsonNode number = JsonMapper.shared().readTree("1.5");
        push.set("p", number);

        assertThat(verifier.wrong(contract.interaction(), push).toString()).contains("$.p");
    }
}
