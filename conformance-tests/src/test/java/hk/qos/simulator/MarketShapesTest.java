package hk.qos.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.simulator.spec.Api;
import hk.qos.simulator.spec.HttpInterface;
import hk.qos.simulator.spec.SchemaView;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Of the fields that the vendor shows, each market's answers have exactly those that the vendor's answers have. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarketShapesTest {
    /** In New York 21:00, 05:00, 12:00 and 17:00 of the same trading day. */
    private static final String NIGHT = "2026-03-04T02:00:10Z";

    private static final String PRE_MARKET = "2026-03-04T10:00:10Z";
    private static final String INTRADAY = "2026-03-04T17:00:10Z";
    private static final String AFTER_HOURS = "2026-03-04T22:00:10Z";

    private static final String SNAPSHOT = "c lp yp o h l ts v t s pq aq nq tt";
    private static final String SESSION = "lp yp h l ts v t";
    private static final String INFORMATION = "c e tc nc ne ls ts os ep na dy";
    private static final String TRADE = "c p v ts d";
    private static final String BAR = "c o cl h l v ts kt";

    private final SettableClock clock = new SettableClock(INTRADAY);
    private final QosSimulator simulator =
            QosSimulator.builder().unlimited().clock(clock).start();
    private final RawHttp http = new RawHttp(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void catalogueHasPromisedInstruments() {
        assertThat(simulator.market().codes())
                .contains("US:AAPL", "US:TSLA", "HK:700", "HK:9988", "SH:600519", "SH:600518", "SZ:000001", "SZ:002594")
                .contains("CF:BTCUSDT", "CF:ETHUSDT", "FX:USDJPY", "FX:EURUSD", "IX:JPN225", "CM:XAUUSD", "CM:XAGUSD");
    }

    @ParameterizedTest
    @CsvSource({
        "US:AAPL, c lp yp o h l ts v t s pq aq nq tt",
        "HK:700, c lp yp o h l ts v t s",
        "SH:600519, c lp yp o h l ts v t s",
        "SZ:000001, c lp yp o h l ts v t s",
        "CF:BTCUSDT, c lp o h l ts v t s",
        "FX:EURUSD, c lp yp o h l ts v t s",
        "IX:JPN225, c lp yp o h l ts v t s",
        "CM:XAUUSD, c lp yp o h l ts v t s"
    })
    void snapshotHasTheFieldsOfItsMarket(String code, String fields) throws Exception {
        clock.set(AFTER_HOURS);
        assertFields(http.row("/snapshot", codes(code)), fields, SNAPSHOT, "/snapshot");
    }

    @ParameterizedTest
    @CsvSource({
        "US:AAPL, 1",
        "SH:600519, 5",
        "SZ:000001, 5",
        "HK:700, 10",
        "CF:BTCUSDT, 20",
        "FX:EURUSD, 1",
        "IX:JPN225, 1",
        "CM:XAUUSD, 1"
    })
    void bookHasTheDepthOfItsMarket(String code, int levels) throws Exception {
        JsonNode book = http.row("/depth", codes(code));
        for (String side : List.of("b", "a")) {
            assertThat(book.path(side).size()).as(side).isEqualTo(levels);
        }
    }

    @ParameterizedTest
    @CsvSource({
        NIGHT + ", 1, nq aq",
        PRE_MARKET + ", 2, nq pq aq",
        INTRADAY + ", 3, nq pq aq",
        AFTER_HOURS + ", 4, nq pq aq"
    })
    void unitedStatesHasFourSessionsADay(String now, int session, String quotes) throws Exception {
        clock.set(now);
        JsonNode snapshot = http.row("/snapshot", codes("US:AAPL"));
        assertThat(snapshot.path("tt").asInt()).isEqualTo(session);
        Set<String> names = new TreeSet<>(snapshot.propertyNames());
        names.retainAll(Set.of("nq", "pq", "aq"));
        assertThat(names).containsExactlyInAnyOrder(quotes.split(" "));
        for (String name : names) {
            assertFields(snapshot.path(name), SESSION, SESSION, "/snapshot", name);
            assertThat(snapshot.path(name).path("ts").asLong())
                    .as(name)
                    .isLessThanOrEqualTo(Instant.parse(now).getEpochSecond());
        }
    }

    @Test
    void cryptoInfoIsExchangeAndCurrencyOnly() throws Exception {
        String path = "/instrument-info";
        assertFields(http.row(path, codes("CF:BTCUSDT")), "c e tc", INFORMATION, path);
        assertFields(http.row(path, codes("HK:700")), INFORMATION, INFORMATION, path);
        assertThat(http.row("/instrument-info", codes("SH:600519")).path("nc").asString())
                .isEqualTo("贵州茅台");
    }

    @ParameterizedTest
    @CsvSource({"SH:600519, SSE", "SZ:000001, SZSE", "US:AAPL, NASD", "CF:BTCUSDT, Crypto Perpetual Contract"})
    void exchangesHaveVendorNames(String code, String exchange) throws Exception {
        assertThat(http.row("/instrument-info", codes(code)).path("e").asString())
                .isEqualTo(exchange);
    }

    @Test
    void hongKongVolumesAreWholeLotsAndPricesHaveNoTrailingZeros() throws Exception {
        for (JsonNode trade : http.data("/trade", "{\"codes\":[\"HK:700\"],\"count\":50}")) {
            assertThat(new BigDecimal(trade.path("v").asString()).intValueExact() % 100)
                    .isZero();
            assertThat(trade.path("p").asString()).matches("\\d+(\\.\\d*[1-9])?");
        }
    }

    /** The vendor's Python SDK requires them. */
    @ParameterizedTest
    @ValueSource(strings = {"FX:EURUSD", "IX:JPN225", "CM:XAUUSD"})
    void everyTradeAndBarHasAVolume(String code) throws Exception {
        assertFields(http.row("/trade", trades(code)), TRADE, TRADE, "/trade");
        assertFields(http.row("/kline", bars(code, 1001)).path("k").path(0), BAR, BAR, "/kline", "k");
    }

    @Test
    void sparseRecordsHaveTheRequiredFields() throws Exception {
        try (QosSimulator sparse =
                QosSimulator.builder().unlimited().sparseRecords(true).start()) {
            RawHttp other = new RawHttp(sparse);
            for (String code : List.of("FX:EURUSD", "IX:JPN225", "CM:XAUUSD")) {
                assertThat(other.row("/snapshot", codes(code)).propertyNames())
                        .containsExactlyInAnyOrder("c", "lp", "yp", "ts");
                assertThat(other.row("/trade", trades(code)).propertyNames()).containsExactlyInAnyOrder("c", "p", "ts");
                assertThat(other.row("/kline", bars(code, 1001))
                                .path("k")
                                .path(0)
                                .propertyNames())
                        .containsExactlyInAnyOrder("c", "o", "cl", "h", "l", "ts", "kt");
                JsonNode book = other.row("/depth", codes(code));
                assertThat(book.propertyNames()).containsExactlyInAnyOrder("c", "b", "a");
                assertThat(book.path("b").path(0).propertyNames()).containsExactly("p");
            }
            assertThat(other.row("/snapshot", codes("HK:700")).propertyNames()).contains("o", "v", "t", "s");
        }
    }

    @Test
    void fourMarketsHaveCalendarsAndProductListHasStockIndices() throws Exception {
        String all = "{\"market\":[\"US\",\"HK\",\"SH\",\"SZ\",\"CF\",\"FX\",\"IX\",\"CM\",\"SI\"]}";
        assertThat(http.data("/market-calendar", all).propertyNames())
                .containsExactlyInAnyOrder("US", "HK", "SH", "SZ");
        assertThat(http.data("/product-list", all)
                        .path("SI")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("上证指数");
    }

    @ParameterizedTest
    @CsvSource({
        "US:AAPL, America/New_York",
        "HK:700, Asia/Hong_Kong",
        "SH:600519, Asia/Shanghai",
        "SZ:000001, Asia/Shanghai",
        "CF:BTCUSDT, UTC"
    })
    void dailyBarStartsAtMidnightOfItsExchange(String code, ZoneId zone) throws Exception {
        long start = http.row("/kline", bars(code, 1001))
                .path("k")
                .path(0)
                .path("ts")
                .asLong();
        assertThat(Instant.ofEpochSecond(start).atZone(zone).toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
    }

    @Test
    void writesLeadingZerosIfConfigured() throws Exception {
        try (QosSimulator spelling =
                QosSimulator.builder().unlimited().hongKongLeadingZeros(true).start()) {
            RawHttp other = new RawHttp(spelling);
            assertThat(other.row("/snapshot", codes("HK:700")).path("c").asString())
                    .isEqualTo("HK:00700");
            assertThat(other.row("/snapshot", codes("SZ:000001")).path("c").asString())
                    .isEqualTo("SZ:000001");
        }
    }

    @Test
    void answersEveryInterfaceForEveryInstrument() throws Exception {
        for (String code : simulator.market().codes()) {
            for (String path : List.of("/snapshot", "/depth", "/instrument-info")) {
                assertThat(http.row(path, codes(code)).path("c").asString()).isEqualTo(code);
            }
            assertThat(http.data("/trade", "{\"codes\":[\"" + code + "\"],\"count\":3}")
                            .size())
                    .isEqualTo(3);
            assertThat(http.row("/kline", bars(code, 60)).path("k").size()).isEqualTo(1);
        }
    }

    /**
     * Asserts which of the vendor's fields a record has. The documents may have further ones, and may have lost some.
     *
     * @param path of the interface
     * @param within fields from the interface's records to the record
     */
    private static void assertFields(JsonNode record, String expected, String vendors, String path, String... within) {
        Set<String> documented = form(path, within).fields().keySet();
        List<String> wanted =
                Arrays.stream(expected.split(" ")).filter(documented::contains).toList();
        assertThat(record.propertyNames().stream().filter(Set.of(vendors.split(" "))::contains))
                .as(path + " " + List.of(within))
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    private static SchemaView form(String path, String... within) {
        SchemaView form = Api.standard().http().all().stream()
                .filter(http -> http.path().equals(path))
                .map(HttpInterface::payload)
                .findFirst()
                .orElseThrow();
        form = record(form);
        for (String field : within) {
            form = record(form.fields().get(field));
        }
        return form;
    }

    private static SchemaView record(@Nullable SchemaView form) {
        SchemaView items = Objects.requireNonNull(form, "a form").items();
        return items == null ? form : items;
    }

    private static String codes(String code) {
        return "{\"codes\":[\"" + code + "\"]}";
    }

    private static String trades(String code) {
        return "{\"codes\":[\"" + code + "\"],\"count\":1}";
    }

    private static String bars(String code, int type) {
        return "{\"kline_reqs\":[{\"c\":\"" + code + "\",\"co\":1,\"a\":0,\"kt\":" + type + "}]}";
    }
}
