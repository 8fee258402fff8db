package hk.qos.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** At any time, snapshot, trades, book and bars of an instrument are consistent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketAgreementTest {
    private static final List<Integer> WITHIN_A_DAY = List.of(1, 5, 15, 30, 60, 120, 240);
    private static final int INTRADAY = 3;

    private final SettableClock clock = new SettableClock("2026-03-04T17:00:30Z");
    private final QosSimulator simulator =
            QosSimulator.builder().unlimited().clock(clock).start();
    private final RawHttp http = new RawHttp(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "US:AAPL",
                "HK:700",
                "SH:600519",
                "SZ:000001",
                "CF:BTCUSDT",
                "FX:EURUSD",
                "IX:JPN225",
                "CM:XAUUSD"
            })
    void allFiguresAgree(String code) throws Exception {
        // In New York: night, pre-market, the regular session's first minute and its middle, after hours.
        for (String now : List.of(
                "2026-03-04T02:00:30Z",
                "2026-03-04T10:20:30Z",
                "2026-03-04T14:30:59Z",
                "2026-03-04T17:00:30Z",
                "2026-03-04T22:59:30Z")) {
            clock.set(now);
            JsonNode snapshot = http.row("/snapshot", codes(code));
            lastTradeIsTheLastPrice(code, snapshot);
            bookSurroundsTheLastPrice(code, snapshot);
            barsEndInTheLastPrice(code, snapshot);
            dailyBarIsTheDayOfTheSnapshot(code, snapshot);
            if (!now.endsWith(":59Z")) {
                tradesMakeTheMinute(code);
            }
            longerBarsAreMadeOfDays(code);
        }
    }

    private void lastTradeIsTheLastPrice(String code, JsonNode snapshot) throws Exception {
        JsonNode trade = http.row("/trade", "{\"codes\":[\"" + code + "\"],\"count\":1}");
        assertThat(trade.path("p")).isEqualTo(snapshot.path("lp"));
        assertThat(trade.path("ts")).isEqualTo(snapshot.path("ts"));
    }

    private void bookSurroundsTheLastPrice(String code, JsonNode snapshot) throws Exception {
        JsonNode book = http.row("/depth", codes(code));
        List<BigDecimal> bids = numbers(book.path("b"), "p");
        List<BigDecimal> asks = numbers(book.path("a"), "p");
        assertThat(bids).isSortedAccordingTo(Comparator.reverseOrder()).doesNotHaveDuplicates();
        assertThat(asks).isSorted().doesNotHaveDuplicates();
        assertThat(bids.get(0)).isLessThan(asks.get(0));
        assertThat(number(snapshot, "lp")).isIn(bids.get(0), asks.get(0));
        assertThat(book.path("ts")).isEqualTo(snapshot.path("ts"));
    }

    private void barsEndInTheLastPrice(String code, JsonNode snapshot) throws Exception {
        for (int type : WITHIN_A_DAY) {
            JsonNode last = bars(code, type, 1).get(0);
            assertThat(last.path("cl")).as("close of type " + type).isEqualTo(snapshot.path("lp"));
        }
    }

    private void dailyBarIsTheDayOfTheSnapshot(String code, JsonNode snapshot) throws Exception {
        List<JsonNode> days = bars(code, 1001, 2);
        JsonNode today = days.get(1);
        for (String field : List.of("o", "h", "l", "v")) {
            assertThat(today.path(field)).as(field).isEqualTo(snapshot.path(field));
        }
        if (snapshot.path("tt").asInt(INTRADAY) == INTRADAY) {
            assertThat(today.path("cl")).isEqualTo(snapshot.path("lp"));
        }
        if (snapshot.has("yp")) {
            assertThat(snapshot.path("yp")).isEqualTo(days.get(0).path("cl"));
        }
    }

    /** There are sixty trades a minute; in its first half, the latest fifty reach back to its start. */
    private void tradesMakeTheMinute(String code) throws Exception {
        JsonNode bar = bars(code, 1, 1).get(0);
        List<JsonNode> trades = new ArrayList<>();
        for (JsonNode trade : http.data("/trade", "{\"codes\":[\"" + code + "\"],\"count\":50}")) {
            if (trade.path("ts").asLong() >= bar.path("ts").asLong()) {
                trades.add(trade);
            }
        }
        List<BigDecimal> prices = trades.stream().map(t -> number(t, "p")).toList();
        assertThat(prices).isNotEmpty();
        assertThat(prices.get(0)).isEqualByComparingTo(number(bar, "o"));
        assertThat(prices).allMatch(p -> p.compareTo(number(bar, "h")) <= 0 && p.compareTo(number(bar, "l")) >= 0);
        assertThat(prices.stream().max(Comparator.naturalOrder()).orElseThrow()).isEqualByComparingTo(number(bar, "h"));
        assertThat(prices.stream().min(Comparator.naturalOrder()).orElseThrow()).isEqualByComparingTo(number(bar, "l"));
        if (bar.has("v")) {
            assertThat(sum(trades, "v")).isEqualByComparingTo(number(bar, "v"));
        }
    }

    private void longerBarsAreMadeOfDays(String code) throws Exception {
        for (int type : List.of(1007, 1030)) {
            JsonNode longer = bars(code, type, 1).get(0);
            List<JsonNode> days = bars(code, 1001, 40).stream()
                    .filter(day -> day.path("ts").asLong() >= longer.path("ts").asLong())
                    .toList();
            assertThat(days.get(0).path("o")).as("open").isEqualTo(longer.path("o"));
            assertThat(days.get(days.size() - 1).path("cl")).as("close").isEqualTo(longer.path("cl"));
            assertThat(days.stream().map(d -> number(d, "h")).max(Comparator.naturalOrder()))
                    .hasValue(number(longer, "h"));
            assertThat(days.stream().map(d -> number(d, "l")).min(Comparator.naturalOrder()))
                    .hasValue(number(longer, "l"));
            if (longer.has("v")) {
                assertThat(sum(days, "v")).isEqualByComparingTo(number(longer, "v"));
            }
        }
    }

    private List<JsonNode> bars(String code, int type, int count) throws Exception {
        String body = "{\"kline_reqs\":[{\"c\":\"" + code + "\",\"co\":" + count + ",\"a\":0,\"kt\":" + type + "}]}";
        List<JsonNode> bars = new ArrayList<>();
        http.row("/kline", body).path("k").forEach(bars::add);
        return bars;
    }

    private static BigDecimal sum(List<JsonNode> rows, String field) {
        return rows.stream().map(row -> number(row, field)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<BigDecimal> numbers(JsonNode rows, String field) {
        List<BigDecimal> numbers = new ArrayList<>();
        rows.forEach(row -> numbers.add(number(row, field)));
        return numbers;
    }

    private static BigDecimal number(JsonNode row, String field) {
        return new BigDecimal(row.path(field).asString());
    }

    private static String codes(String code) {
        return "{\"codes\":[\"" + code + "\"]}";
    }
}
