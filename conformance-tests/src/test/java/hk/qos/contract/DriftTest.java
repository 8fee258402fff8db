package hk.qos.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hk.qos.client.model.DayLength;
import hk.qos.client.model.Market;
import hk.qos.client.model.TradeDirection;
import hk.qos.contract.Drift.Finding;
import hk.qos.simulator.spec.SchemaView;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Unknown fields and values are reported with their market, anywhere in a message, however many the documents have. */
class DriftTest {
    private static final String NEW = newMarket();
    private static final String DIRECTION =
            unknown(wires(TradeDirection.values(), TradeDirection.UNRECOGNIZED, TradeDirection::wire));

    private final Drift drift = new Drift();

    /** A market that the documents do not have. */
    private static String newMarket() {
        Set<String> known = new TreeSet<>();
        collectMarkets(contract(Contracts.http(), "trades: us").conversation().told(), known);
        return IntStream.rangeClosed('A', 'Z')
                .mapToObj(letter -> Character.toString(letter).repeat(2))
                .filter(market -> !known.contains(market))
                .findFirst()
                .orElseThrow();
    }

    /** A length of a trading day, one letter, that the documents do not have. */
    private static String newLength() {
        SchemaView told =
                contract(Contracts.http(), "marketCalendar: hk").conversation().told();
        SchemaView byMarket = Objects.requireNonNull(told.fields().get("data")).members();
        SchemaView days = Objects.requireNonNull(byMarket).items();
        SchemaView lengths = Objects.requireNonNull(days).delimited().get("length");
        List<String> known = Objects.requireNonNull(lengths).values().stream()
                .map(JsonNode::asString)
                .toList();
        return IntStream.rangeClosed('A', 'Z')
                .mapToObj(Character::toString)
                .filter(length -> !known.contains(length))
                .findFirst()
                .orElseThrow();
    }

    private static void collectMarkets(SchemaView form, Set<String> markets) {
        markets.addAll(form.markets());
        form.fields().values().forEach(field -> collectMarkets(field, markets));
        SchemaView items = form.items();
        if (items != null) {
            collectMarkets(items, markets);
        }
    }

    private static Contract contract(List<Contract> contracts, String name) {
        return contracts.stream()
                .filter(c -> c.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Set<Finding> look(List<Contract> contracts, String name, String answer) {
        Contract contract = contract(contracts, name);
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

    private static <E> String wires(E[] values, E unrecognized, Function<E, Object> wire) {
        return Arrays.stream(values)
                .filter(value -> value != unrecognized)
                .map(value -> wire.apply(value).toString())
                .collect(Collectors.joining(", "));
    }

    private static String unknown(String documented) {
        return "unknown value, documented: " + documented;
    }

    @Test
    void reportsNewMarketAmongMapKeys() {
        assertThat(look(
                        Contracts.http(),
                        "marketCalendar: hk",
                        "{\"msg\":\"OK\",\"data\":{\"HK\":[\"20260102,F\"],\"" + NEW + "\":[\"20260102,F\"]}}"))
                .containsExactly(new Finding(
                        NEW,
                        "marketCalendar",
                        "data",
                        unknown(wires(Market.values(), Market.UNRECOGNIZED, Market::wire)),
                        "\"" + NEW + "\""));
    }

    @Test
    void reportsUnknownValueOfMultiValueTextWithItsMarket() {
        String length = newLength();
        assertThat(look(
                        Contracts.http(),
                        "marketCalendar: hk",
                        "{\"msg\":\"OK\",\"data\":{\"HK\":[\"20260102,F\",\"20260105," + length + "\"]}}"))
                .containsExactly(new Finding(
                        "HK",
                        "marketCalendar",
                        "data.HK[].length",
                        unknown(wires(DayLength.values(), DayLength.UNRECOGNIZED, DayLength::wire)),
                        "\"" + length + "\""));
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
                        "{\"msg\":\"OK\",\"data\":[{\"c\":\"" + NEW
                                + ":7203\",\"p\":\"1\",\"v\":\"1\",\"ts\":1,\"d\":1}]}"))
                .containsExactly(new Finding(NEW, "trades", "data[].c", "unknown market", NEW + ":7203"));
        assertThat(look(
                        Contracts.http(),
                        "productList: hk",
                        "{\"msg\":\"OK\",\"data\":{\"HK\":[{\"code\":\"" + NEW + ":1\",\"name\":\"x\"}]}}"))
                .contains(new Finding(NEW, "productList", "data.HK[].code", "unknown market", NEW + ":1"));
    }

    @Test
    void streamAnswersAndPushesAreReportedAlike() {
        assertThat(look(
                        Contracts.commands(),
                        "requestTrades: crypto",
                        "{\"type\":\"RT\",\"msg\":\"OK\",\"reqid\":1,\"data\":[{\"c\":\"CF:BTCUSDT\",\"p\":1.5,\"v\":\"1\","
                                + "\"ts\":1,\"d\":-9,\"none such\":1}]}"))
                .contains(
                        new Finding("CF", "requestTrades", "data[].p", "type: string documented, number sent", "1.5"),
                        new Finding("CF", "requestTrades", "data[].d", DIRECTION, "-9"),
                        new Finding("CF", "requestTrades", "data[].none such", "unknown field", "1"));
        assertThat(look(Contracts.pushes(), "pushTrade: us", "{\"tp\":\"T\",\"c\":\"US:AAPL\",\"p\":\"1\",\"d\":-7}"))
                .contains(
                        new Finding("US", "pushTrade", "d", DIRECTION, "-7"),
                        new Finding("US", "pushTrade", "ts", "missing, though in the example", ""));
    }
}
