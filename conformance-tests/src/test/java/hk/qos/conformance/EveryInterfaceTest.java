package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.client.Operation;
import hk.qos.client.PlanLimits;
import hk.qos.client.QosClient;
import hk.qos.client.QosHttp;
import hk.qos.client.QosStream;
import hk.qos.client.api.QosApi;
import hk.qos.client.model.Adjustment;
import hk.qos.client.model.HistoryKLineQuery;
import hk.qos.client.model.InstrumentInfo;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineSeries;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Registration;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.simulator.observe.ReceivedRequest;
import hk.qos.simulator.spec.Conversation;
import hk.qos.simulator.spec.Conversations;
import hk.qos.simulator.spec.Documents;
import hk.qos.stream.fixtures.LeakGuard;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each HTTP interface of the documents, and the corresponding stream requests. */
@ExtendWith({LeakGuard.class, NettyWarnings.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryInterfaceTest {
    private static final Conversations EXAMPLES = Conversations.of(Documents.load());
    private static final Instant NOW = Instant.parse("2025-06-18T15:04:05Z");

    private final Harness harness = Harness.builder()
            .simulator(s -> s.clock(Clock.fixed(NOW, ZoneOffset.UTC)))
            .client(c -> c.planLimits(Harness.planLimits().withInstruments(20)))
            .start();
    private final QosHttp http = harness.client.http();
    private final QosStream stream = harness.stream();

    @AfterEach
    void noViolationAndNoFailure() {
        assertThat(harness.simulator.observations().violations()).isEmpty();
    }

    @AfterAll
    void close() {
        harness.close();
    }

    static List<Operation> all() {
        return List.of(Operation.values());
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachInterfaceAnswersItsDocumentedRequest(Operation operation) throws Exception {
        Method raw = method(QosApi.class, operation, m -> true);
        Conversation example = EXAMPLES.http().stream()
                .filter(said -> said.operation().equals(operation.methodName()))
                .findFirst()
                .orElseThrow();
        Class<?> type = requestOf(raw);
        Object request = Objects.requireNonNull(
                harness.client.moshi().adapter(type).fromJson(String.valueOf(example.request())));
        Method method = method(
                QosHttp.class,
                operation,
                m -> !m.isVarArgs() && !List.of(m.getParameterTypes()).contains(type));
        List<Object> arguments = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            arguments.add(type.getMethod(parameter.getName()).invoke(request));
        }
        int before = harness.simulator.observations().requests(operation.path()).size();

        assertThat(method.invoke(http, arguments.toArray())).isNotNull();

        assertThat(harness.simulator.observations().requests(operation.path())).hasSize(before + 1);
    }

    /** The record of the body, or of the parameters. */
    private static Class<?> requestOf(Method raw) throws ClassNotFoundException {
        Class<?> first = raw.getParameterTypes()[0];
        String name = raw.getName();
        String record = Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Request";
        return first.isRecord() ? first : Class.forName(QosApi.class.getPackageName() + "." + record);
    }

    private static Method method(Class<?> face, Operation operation, Predicate<Method> wanted) {
        return Arrays.stream(face.getMethods())
                .filter(method -> method.getName().equals(operation.methodName()) && wanted.test(method))
                .findFirst()
                .orElseThrow(() -> new AssertionError(face.getSimpleName() + " has no " + operation));
    }

    @Test
    void snapshotsHaveTheShapesOfTheirMarkets() throws Exception {
        List<Snapshot> snapshots = http.snapshots("US:AAPL", "HK:700", "SH:600519", "CF:BTCUSDT", "FX:EURUSD");
        assertThat(snapshots)
                .extracting(Snapshot::code)
                .containsExactlyInAnyOrder("US:AAPL", "HK:700", "SH:600519", "CF:BTCUSDT", "FX:EURUSD");
        assertThat(of(snapshots, "CF:BTCUSDT").previousClose()).isNull();
        assertThat(of(snapshots, "US:AAPL").session()).isNotNull();
        assertThat(of(snapshots, "HK:700").session()).isNull();
        assertThat(of(snapshots, "HK:700").lastPrice()).isPositive();
        List<Snapshot> same =
                Harness.get(stream.requestSnapshots("US:AAPL", "HK:700", "SH:600519", "CF:BTCUSDT", "FX:EURUSD"));
        assertSame(same, snapshots, "snapshots", "requestSnapshots");
    }

    @ParameterizedTest
    @CsvSource({"US:AAPL, 1", "SH:600519, 5", "SZ:000001, 5", "HK:700, 10", "CF:BTCUSDT, 20"})
    void orderBooksHaveTheLevelsOfTheirMarkets(String code, int levels) throws Exception {
        assertThat(http.depths(code)).singleElement().satisfies(depth -> {
            assertThat(depth.bids())
                    .hasSize(levels)
                    .isSortedAccordingTo(Comparator.comparing(l -> l.price(), Comparator.reverseOrder()));
            assertThat(depth.asks()).hasSize(levels).isSortedAccordingTo(Comparator.comparing(l -> l.price()));
            assertThat(depth.bids().get(0).price())
                    .isLessThan(depth.asks().get(0).price());
        });
        assertSame(Harness.get(stream.requestDepths(code)), http.depths(code), "depths", "requestDepths");
    }

    @Test
    void tradesAreOldestFirstForEachInstrument() throws Exception {
        List<Trade> trades = http.trades(50, "HK:700", "US:AAPL");
        assertThat(trades.stream().collect(Collectors.groupingBy(Trade::code)))
                .hasSize(2)
                .allSatisfy((code, own) ->
                        assertThat(own).hasSize(50).isSortedAccordingTo(Comparator.comparing(Trade::time)));
        List<Trade> same = Harness.get(stream.requestTrades(50, "HK:700", "US:AAPL"));
        assertSame(same, trades, "trades", "requestTrades");
    }

    @Test
    void barsAreOneSeriesForEachInstrument() throws Exception {
        KLineQuery days = KLineQuery.of(KLineType.DAY, 10, "SH:600519", "SH:600518", "HK:700")
                .adjustment(Adjustment.FORWARD);
        List<KLineSeries> series = http.kLines(days, KLineQuery.of(KLineType.MINUTE_5, 3, "US:TSLA"));
        assertThat(series)
                .extracting(KLineSeries::code)
                .containsExactlyInAnyOrder("SH:600519", "SH:600518", "HK:700", "US:TSLA");
        assertThat(series).allSatisfy(one -> {
            boolean daily = !one.code().equals("US:TSLA");
            assertThat(one.kLines())
                    .hasSize(daily ? 10 : 3)
                    .allMatch(bar -> bar.type() == (daily ? KLineType.DAY : KLineType.MINUTE_5))
                    .isSortedAccordingTo(Comparator.comparing(KLine::time));
        });
        List<KLineSeries> same =
                Harness.get(stream.requestKLines(days, KLineQuery.of(KLineType.MINUTE_5, 3, "US:TSLA")));
        assertSame(same, series, "kLines", "requestKLines");
    }

    @Test
    void historyBarsEndAtRequestedTime() throws Exception {
        Instant end = NOW.minus(Duration.ofDays(400));
        HistoryKLineQuery query =
                HistoryKLineQuery.of(KLineType.HOUR_1, 1000, "CF:BTCUSDT").endTime(end);
        List<KLineSeries> series = http.historyKLines(query);
        assertThat(series).singleElement().satisfies(one -> {
            assertThat(one.kLines()).hasSize(1000).isSortedAccordingTo(Comparator.comparing(KLine::time));
            Instant last = one.kLines().get(999).time();
            assertThat(last).isBeforeOrEqualTo(end).isAfter(end.minus(Duration.ofHours(1)));
        });
        assertSame(Harness.get(stream.requestHistoryKLines(query)), series, "historyKLines", "requestHistoryKLines");
    }

    @Test
    void cryptoInfoHasCurrencyAndNoShares() throws Exception {
        List<InstrumentInfo> rows = http.instrumentInfo("US:AAPL", "CF:BTCUSDT");
        assertThat(rows)
                .filteredOn(r -> r.code().equals("US:AAPL"))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.totalShares()).isGreaterThan(Integer.MAX_VALUE);
                    assertThat(r.englishName()).isNotBlank();
                });
        assertThat(rows)
                .filteredOn(r -> r.code().equals("CF:BTCUSDT"))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.currency()).isNotBlank();
                    assertThat(r.totalShares()).isNull();
                });
        List<InstrumentInfo> same = Harness.get(stream.requestInstrumentInfo("US:AAPL", "CF:BTCUSDT"));
        assertSame(same, rows, "instrumentInfo", "requestInstrumentInfo");
    }

    @Test
    @SuppressWarnings("deprecation") // The documentation refers users to a web page, but the interface exists.
    void registrationReturnsWorkingKeyAndLimits() {
        Registration registration;
        try (QosClient nobody =
                Harness.clientOf(harness.simulator, harness.key).withoutApiKey().build()) {
            registration = nobody.http().register("someone@example.com");
        }
        assertThat(registration.email()).isEqualTo("someone@example.com");
        PlanLimits limits = PlanLimits.from(registration);
        assertThat(limits.streamInstruments())
                .isEqualTo(harness.simulator.plan().instruments());
        try (QosClient newcomer = Harness.clientOf(harness.simulator, registration.key())
                .planLimits(limits)
                .build()) {
            assertThat(newcomer.http().snapshots("US:AAPL")).hasSize(1);
        }
    }

    @Test
    void codesOfOneMarketAreJoined() {
        http.snapshots("US:AAPL", "HK:700", "US:TSLA", "HK:09988");
        assertThat(harness.simulator.observations().requests("/snapshot"))
                .last()
                .extracting(ReceivedRequest::body)
                .isEqualTo("{\"codes\":[\"US:AAPL,TSLA\",\"HK:700,9988\"]}");
    }

    @Test
    void reportsUnknownInstrumentsAsMissing() throws Exception {
        assertThat(http.snapshots("US:AAPL", "US:NOSUCH"))
                .extracting(Snapshot::code)
                .containsExactly("US:AAPL");
        assertThat(Harness.get(stream.requestSnapshots("US:NOSUCH"))).isEmpty();
    }

    @Test
    void heartbeatReturnsTheServersTime() throws Exception {
        assertThat(Harness.get(stream.heartbeat())).isEqualTo(NOW);
    }

    private static <T> void assertSame(List<T> stream, List<T> http, String operation, String request) {
        assertThat(stream)
                .usingRecursiveFieldByFieldElementComparator(ShownFields.ofBoth(operation, request))
                .containsExactlyInAnyOrderElementsOf(http);
    }

    private static Snapshot of(List<Snapshot> snapshots, String code) {
        return snapshots.stream().filter(s -> s.code().equals(code)).findFirst().orElseThrow();
    }
}
