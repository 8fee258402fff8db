package hk.qos.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** History requests with any end time return the same bars; only the seed determines them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryTest {
    private static final long NOW = Instant.parse("2026-03-04T17:00:30Z").getEpochSecond();

    private final SettableClock clock = new SettableClock("2026-03-04T17:00:30Z");
    private final QosSimulator simulator =
            QosSimulator.builder().unlimited().clock(clock).start();
    private final RawHttp http = new RawHttp(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 15, 30, 60, 120, 240, 1001, 1007, 1030, 2001})
    void lastBarStartsAtOrBeforeTheRequestedEnd(int type) throws Exception {
        for (String code : List.of("US:AAPL", "SZ:000001", "CF:BTCUSDT")) {
            List<JsonNode> newest = history(http, code, type, 7, 0);
            assertThat(history(http, code, type, 7, -7)).isEqualTo(newest);
            assertThat(history(http, code, type, 7, NOW)).isEqualTo(newest);
            assertThat(history(http, code, type, 7, NOW + 1_000_000_000)).isEqualTo(newest);
            assertThat(starts(newest)).isSorted().doesNotHaveDuplicates().hasSize(7);

            long fifth = starts(newest).get(4);
            assertThat(history(http, code, type, 5, fifth)).isEqualTo(newest.subList(0, 5));
            assertThat(history(http, code, type, 4, fifth - 1)).isEqualTo(newest.subList(0, 4));
        }
    }

    @Test
    void latestBarsAreReturnedWithoutEndTime() throws Exception {
        String body = "{\"kline_reqs\":[{\"c\":\"HK:700\",\"co\":3,\"a\":0,\"kt\":1001}]}";
        assertThat(list(http.row("/history", body).path("k"))).isEqualTo(history(http, "HK:700", 1001, 3, 0));
        assertThat(list(http.row("/kline", body).path("k"))).isEqualTo(history(http, "HK:700", 1001, 3, 0));
    }

    @Test
    void pagesJoinWithoutGapsOverYears() throws Exception {
        List<JsonNode> whole = history(http, "SH:600519", 1001, 1000, NOW);
        List<JsonNode> paged = new ArrayList<>();
        long end = NOW;
        while (paged.size() < 1000) {
            List<JsonNode> page = history(http, "SH:600519", 1001, 250, end);
            assertThat(page).hasSize(250);
            paged.addAll(0, page);
            end = starts(page).get(0) - 1;
        }
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void returnsNothingBeforeTheFirstTradingDay() throws Exception {
        assertThat(history(http, "US:TSLA", 1001, 5, 1)).isEmpty();
        long listed = Instant.parse("2010-06-29T04:00:00Z").getEpochSecond();
        assertThat(starts(history(http, "US:TSLA", 1001, 5, listed + 86_400))).containsExactly(listed, listed + 86_400);
    }

    @Test
    void adjustedPricesDifferBeforeThisYearOnly() throws Exception {
        long lastYear = Instant.parse("2025-06-02T12:00:00Z").getEpochSecond();
        assertThat(adjusted("US:AAPL", lastYear)).isNotEqualTo(history(http, "US:AAPL", 1001, 1, lastYear));
        assertThat(adjusted("US:AAPL", NOW)).isEqualTo(history(http, "US:AAPL", 1001, 1, NOW));
        assertThat(adjusted("CF:BTCUSDT", lastYear)).isEqualTo(history(http, "CF:BTCUSDT", 1001, 1, lastYear));
    }

    @Test
    void sameSeedMakesTheSameMarket() throws Exception {
        try (QosSimulator twin = QosSimulator.builder().unlimited().clock(clock).start();
                QosSimulator other =
                        QosSimulator.builder().unlimited().clock(clock).seed(2).start()) {
            for (String code : simulator.market().codes()) {
                String body = "{\"codes\":[\"" + code + "\"]}";
                JsonNode mine = http.data("/snapshot", body);
                assertThat(new RawHttp(twin).data("/snapshot", body)).isEqualTo(mine);
                assertThat(new RawHttp(other).data("/snapshot", body)).isNotEqualTo(mine);
            }
            for (String path : List.of("/depth", "/snapshot")) {
                String all = "{\"codes\":[\"US:AAPL,TSLA\",\"HK:700,9988\",\"CF:BTCUSDT\"]}";
                assertThat(new RawHttp(twin).data(path, all)).isEqualTo(http.data(path, all));
            }
            String trades = "{\"codes\":[\"US:AAPL\",\"CM:XAUUSD\"],\"count\":50}";
            assertThat(new RawHttp(twin).data("/trade", trades)).isEqualTo(http.data("/trade", trades));
            assertThat(history(new RawHttp(twin), "FX:USDJPY", 5, 100, NOW))
                    .isEqualTo(history(http, "FX:USDJPY", 5, 100, NOW));
            assertThat(history(new RawHttp(other), "FX:USDJPY", 5, 100, NOW))
                    .isNotEqualTo(history(http, "FX:USDJPY", 5, 100, NOW));
        }
    }

    private List<JsonNode> adjusted(String code, long end) throws Exception {
        String body = "{\"kline_reqs\":[{\"c\":\"" + code + "\",\"co\":1,\"a\":1,\"kt\":1001,\"e\":" + end + "}]}";
        return list(http.row("/history", body).path("k"));
    }

    private static List<JsonNode> history(RawHttp http, String code, int type, int count, long end) throws Exception {
        String body = "{\"kline_reqs\":[{\"c\":\"" + code + "\",\"co\":" + count + ",\"a\":0,\"kt\":" + type + ",\"e\":"
                + end + "}]}";
        return list(http.row("/history", body).path("k"));
    }

    private static List<Long> starts(List<JsonNode> bars) {
        return bars.stream().map(bar -> bar.path("ts").asLong()).toList();
    }

    private static List<JsonNode> list(JsonNode rows) {
        List<JsonNode> list = new ArrayList<>();
        rows.forEach(list::add);
        return list;
    }
}
