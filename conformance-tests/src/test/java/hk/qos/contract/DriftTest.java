package hk.qos.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hk.qos.contract.Drift.Finding;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Unknown fields and values are reported with their market, anywhere in a message. */
class DriftTest {
    private final Drift drift = new Drift();

    private Set<Finding> look(List<Contract> contracts, String name, String answer) {
        Contract contract = contracts.stream()
                .filter(c -> c.toString().equals(name))
                .findFirst()
                .orElseThrow();
        drift.look(contract.conversation(), JsonMapper.shared().readTree(answer));
        return drift.findings().keySet();
    }

    @Test
    void examplesHaveNoDrift() {
        List.of(Contracts.http(), Contracts.commands(), Contracts.pushes())
                .forEach(all -> all.forEach(
                        c -> drift.look(c.conversation(), c.conversation().answer())));

        assertThat(drift.findings()).isEmpty();
    }

    @Test
    void reportsNewMarketAmongMapKeys() {
        assertThat(look(
                        Contracts.http(),
                        "marketCalendar: hk",
                        "{\"msg\":\"OK\",\"data\":{\"HK\":[\"20260102,F\"],\"JP\":[\"20260102,F\"]}}"))
                .containsExactly(new Finding("JP", "marketCalendar", "data", "unknown value", "\"JP\""));
    }

    @Test
    void reportsUnknownValueOfMultiValueTextWithItsMarket() {
        assertThat(look(
                        Contracts.http(),
                        "marketCalendar: hk",
                        "{\"msg\":\"OK\",\"data\":{\"HK\":[\"20260102,F\",\"20260105,X\"]}}"))
                .containsExactly(new Finding("HK", "marketCalendar", "data.HK[].length", "unknown value", "\"X\""));
    }

    @Test
    void reportsMultiValueTextOfUnknownForm() {
        assertThat(look(Contracts.http(), "marketCalendar: hk", "{\"msg\":\"OK\",\"data\":{\"HK\":[\"2026-01-02\"]}}"))
                .extracting(Finding::market, Finding::field)
                .containsExactly(tuple("HK", "data.HK[]"));
    }

    @Test
    void reportsNewMarketInACode() {
        assertThat(look(
                        Contracts.http(),
                        "trades: us",
                        "{\"msg\":\"OK\",\"data\":[{\"c\":\"JP:7203\",\"p\":\"1\",\"v\":\"1\",\"ts\":1,\"d\":1}]}"))
                .containsExactly(new Finding("JP", "trades", "data[].c", "unknown market", "JP:7203"));
        assertThat(look(
                        Contracts.http(),
                        "productList: hk",
                        "{\"msg\":\"OK\",\"data\":{\"HK\":[{\"code\":\"ZZ:1\",\"name\":\"x\"}]}}"))
                .contains(new Finding("ZZ", "productList", "data.HK[].code", "unknown market", "ZZ:1"));
    }

    @Test
    void streamAnswersAndPushesAreReportedAlike() {
        assertThat(look(
                        Contracts.commands(),
                        "requestTrades: crypto",
                        "{\"type\":\"RT\",\"msg\":\"OK\",\"reqid\":1,\"data\":[{\"c\":\"CF:BTCUSDT\",\"p\":1.5,\"v\":\"1\","
                                + "\"ts\":1,\"d\":9,\"x\":1}]}"))
                .contains(
                        new Finding("CF", "requestTrades", "data[].p", "type: string documented, number sent", "1.5"),
                        new Finding("CF", "requestTrades", "data[].d", "unknown value", "9"),
                        new Finding("CF", "requestTrades", "data[].x", "unknown field", "1"));
        assertThat(look(Contracts.pushes(), "pushTrade: us", "{\"tp\":\"T\",\"c\":\"US:AAPL\",\"p\":\"1\",\"d\":7}"))
                .contains(
                        new Finding("US", "pushTrade", "d", "unknown value", "7"),
                        new Finding("US", "pushTrade", "ts", "missing, though in the example", ""));
    }
}
