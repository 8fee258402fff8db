package hk.qos.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.model.InstrumentCodes;
import hk.qos.error.RequestLimitException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputRulesTest {
    private final InputRules rules =
            new InputRules(CodeSpelling::split, code -> InstrumentCodes.market(code) != null, 3, false);

    @Test
    void codesAreSplitCanonicalAndUnique() {
        assertThat(rules.codes("codes", List.of("HK:00700", "US:TSLA,AAPL", "HK:700")))
                .containsExactly("HK:700", "US:TSLA", "US:AAPL");
        assertThat(rules.codes("codes", List.of("SZ:000001"))).containsExactly("SZ:000001");
    }

    @Test
    void planLimitCountsDistinctInstruments() {
        assertThat(rules.codes("codes", List.of("US:A", "US:A", "US:B,C"))).hasSize(3);
        assertThatThrownBy(() -> rules.codes("codes", List.of("US:A,B,C,D")))
                .isInstanceOf(RequestLimitException.class)
                .hasMessage("codes names 4 instruments, and the plan allows 3 (setting: PlanLimits.withInstruments)");
        assertThat(rules.anyNumberOfCodes("codes", List.of("US:A,B,C,D"))).hasSize(4);
        assertThatThrownBy(() -> rules.withInstruments(1, 1, "elsewhere").codes("codes", List.of("US:A,B")))
                .hasMessageEndingWith("the plan allows 1 (setting: elsewhere)");
    }

    @Test
    void callOfSeveralRequestsHasALimitOfItsOwn() {
        InputRules split = rules.withInstruments(3, Integer.MAX_VALUE, "elsewhere");
        assertThat(split.codesOfCall("codes", List.of("US:A,B,C,D"))).hasSize(4);
        assertThatThrownBy(() -> split.codes("codes", List.of("US:A,B,C,D")))
                .isInstanceOf(RequestLimitException.class)
                .hasMessageEndingWith("the plan allows 3 (setting: elsewhere)");
    }

    @Test
    void planLimitOfItemsNamesTheQuery() {
        InputRules limited = rules.withItems(5_000);
        limited.items("queries", "count", List.of(1, 5_000), Integer::intValue);
        assertThatThrownBy(() -> limited.items("queries", "count", List.of(1, 5_001), Integer::intValue))
                .isInstanceOf(RequestLimitException.class)
                .hasMessage("queries[1].count is 5001, and the plan allows 5000 in a request"
                        + " (setting: PlanLimits.withBarsPerRequest)");
    }

    @Test
    void invalidArgumentIsNamedWithItsValue() {
        refuses("codes must not be empty: []");
        refuses("\"US AAPL\"", "US AAPL");
        refuses("\"AAPL\"", "AAPL");
        refuses("\"US:AAPL,\"", "US:AAPL,");
        refuses("\"XX:A\" (setting: allowUnknownMarkets)", "XX:A");
        refuses("\"HKEX:700\" (setting: allowUnknownMarkets); did you mean \"HK:700\"?", "HKEX:700");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules.codes("codes", Arrays.asList("US:A", null)))
                .withMessageContaining("codes");
    }

    @Test
    void batchedTextIsNotASingleInstrument() {
        assertThat(rules.code("code", "HK:00700")).isEqualTo("HK:700");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules.code("code", "US:A,B"))
                .withMessage("code must name one instrument: \"US:A,B\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules.code("code", "AAPL"))
                .withMessage("code must have the form MARKET:SYMBOL: \"AAPL\"");
    }

    private void refuses(String says, String... codes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules.codes("codes", List.of(codes)))
                .withMessageStartingWith("codes")
                .withMessageContaining(says);
    }
}
