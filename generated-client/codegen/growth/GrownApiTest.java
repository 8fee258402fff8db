package hk.qos.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import hk.qos.client.Operation;
import hk.qos.client.PlanLimits;
import hk.qos.client.QosClient;
import hk.qos.client.QosStream;
import hk.qos.client.TradingHours;
import hk.qos.client.api.ActionsRequest;
import hk.qos.client.api.NewsRequest;
import hk.qos.client.internal.request.HttpPages;
import hk.qos.client.internal.stream.StreamOperations;
import hk.qos.client.model.ActionKind;
import hk.qos.client.model.Adjustment;
import hk.qos.client.model.Auction;
import hk.qos.client.model.Broker;
import hk.qos.client.model.BrokersAnswer;
import hk.qos.client.model.CorporateAction;
import hk.qos.client.model.Fixing;
import hk.qos.client.model.InstrumentCodes;
import hk.qos.client.model.InstrumentInfo;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Market;
import hk.qos.client.model.MarketStatus;
import hk.qos.client.model.PastAuction;
import hk.qos.client.model.PastAuctionQuery;
import hk.qos.client.model.PastAuctionSeries;
import hk.qos.client.model.RequestAuctionAnswer;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.TradeDirection;
import hk.qos.client.model.TradingStatus;
import hk.qos.error.RefusedException;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.observe.ReceivedFrame;
import hk.qos.simulator.observe.ReceivedRequest;
import hk.qos.simulator.observe.Violation;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.Subscription;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Uses the additions to the documents beside this file, as an application would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrownApiTest {
    private static final List<String> TENCENT = List.of("HK:00700");

    private final QosSimulator simulator =
            QosSimulator.builder().unlimited().pushRate(20).start();
    private final QosClient qos = QosClient.builder()
            .apiKey("0123456789abcdef0123456789abcdef")
            .httpUrl(simulator.httpUri().toString())
            .wsUrl(simulator.wsUri().toString())
            .planLimits(PlanLimits.defaults().withSpacing(Duration.ofMillis(20)))
            .build();

    @AfterAll
    void close() {
        qos.close();
        simulator.close();
    }

    @Test
    void newInterfacesAreListed() {
        assertThat(Operation.values())
                .extracting(Operation::path)
                .contains("/corporate-actions", "/brokers", "/news/{market}");
        assertThat(StreamOperations.all().stream().flatMap(operation -> operation.frames().stream()))
                .contains("A", "AC", "RA");
    }

    @Test
    void answerMayBeAMapOfListsOfDelimitedEntries() {
        Map<String, List<CorporateAction>> actions = qos.http().corporateActions("HK:00700");

        assertThat(actions).containsOnlyKeys("HK:700");
        assertThat(actions.get("HK:700"))
                .containsExactly(
                        new CorporateAction(LocalDate.of(2026, 5, 15), ActionKind.DIVIDEND, new BigDecimal("5.30")),
                        new CorporateAction(LocalDate.of(2014, 5, 15), ActionKind.SPLIT, new BigDecimal("5")));
        assertThat(simulator.observations().requests("/corporate-actions"))
                .last()
                .satisfies(request -> assertThat(request.body()).isEqualTo("{\"codes\":[\"HK:700\"]}"));
        assertThat(qos.http().async().corporateActions("HK:700"))
                .succeedsWithin(Duration.ofSeconds(5))
                .isEqualTo(actions);
    }

    @Test
    void absentFieldsAreOmittedAndNumbersAreSentAsNumbers() throws Exception {
        qos.http()
                .corporateActions(ActionsRequest.builder()
                        .codes("HK:700")
                        .kinds(ActionKind.SPLIT)
                        .leastAmounts(Map.of(Market.HK, new BigDecimal("0.50")))
                        .since(Instant.ofEpochMilli(1773155061123L))
                        .leastRatio(new BigDecimal("1.50"))
                        .build());
        assertThat(simulator.observations().requests("/corporate-actions"))
                .last()
                .satisfies(request -> assertThat(request.body())
                        .isEqualTo("{\"codes\":[\"HK:700\"],\"kinds\":[\"S\"],\"least\":{\"HK\":0.50},"
                                + "\"since\":1773155061123,\"ratio\":1.50}"));
        qos.http().corporateActions(ActionsRequest.builder().codes("HK:700").build());
        assertThat(simulator.observations().requests("/corporate-actions"))
                .last()
                .satisfies(request -> assertThat(request.body()).isEqualTo("{\"codes\":[\"HK:700\"]}"));

        BigDecimal ratio = new BigDecimal("1.50");
        Instant since = Instant.ofEpochMilli(1773155061123L);
        qos.stream()
                .requestAuction(
                        TENCENT,
                        List.of(),
                        since,
                        ratio,
                        Map.of(Market.HK, new BigDecimal("0.250")),
                        Map.of(),
                        null,
                        RequestOptions.defaults())
                .get(10, TimeUnit.SECONDS);
        assertThat(simulator.observations().frames("RA"))
                .last()
                .satisfies(frame -> assertThat(frame.text())
                        .startsWith("{\"type\":\"RA\",\"codes\":[\"HK:700\"],\"since\":1773155061123,"
                                + "\"ratio\":1.50,\"shares\":{\"HK\":0.250},\"reqid\":"));
    }

    @Test
    void getAndDeleteSendParameters() throws Exception {
        int violations = simulator.observations().violations().size();
        assertThat(qos.http().news(Market.HK, "HK:00700")).isNotEmpty();
        assertThat(qos.http()
                        .news(NewsRequest.builder()
                                .market(Market.HK)
                                .codes("HK:700", "HK:9988")
                                .kinds(ActionKind.DIVIDEND, ActionKind.SPLIT)
                                .since(Instant.ofEpochMilli(1773155061123L))
                                .build()))
                .isNotEmpty();
        assertThat(simulator.observations().requests("/news/{market}"))
                .extracting(ReceivedRequest::method, ReceivedRequest::path, ReceivedRequest::body)
                .contains(tuple("GET", "/news/HK", ""));
        assertThat(qos.http().deleteAlert(4711L)).containsExactly(4711L);
        assertThat(simulator.observations().requests("/alerts/{id}"))
                .last()
                .extracting(ReceivedRequest::method, ReceivedRequest::path)
                .containsExactly("DELETE", "/alerts/4711");
        assertThat(simulator.observations().violations()).hasSize(violations);

        assertThat(Operation.NEWS.isReadOnly()).isTrue();
        assertThatThrownBy(() -> qos.http().news(Market.UNRECOGNIZED, "HK:700")).hasMessageContaining("market");
        assertThatThrownBy(() -> qos.http().news(Market.HK, "700")).hasMessageContaining("codes");
        assertThatThrownBy(() -> qos.http().deleteAlert(0L)).hasMessageContaining("id must be");
    }

    @Test
    void simulatorValidatesParametersByTheDocuments() throws Exception {
        for (String wrong : List.of("/news/MARS?codes=HK:700", "/news/HK", "/news/HK?codes=HK:700&most=51")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.httpUri() + wrong))
                    .header("key", "k")
                    .build();
            String answer = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            assertThat(answer).as(wrong).doesNotContain("\"OK\"");
        }
    }

    @Test
    void optionalFieldsAreCheckedOnBothTransports() {
        ActionsRequest.Builder asked = ActionsRequest.builder().codes(TENCENT);
        assertThatThrownBy(() -> asked.leastRatio(new BigDecimal("0.4")).build())
                .hasMessage("leastRatio must be at least 0.5: 0.4");
        assertThatThrownBy(() -> qos.stream()
                        .requestAuction(
                                TENCENT,
                                null,
                                null,
                                new BigDecimal("0.4"),
                                null,
                                null,
                                null,
                                RequestOptions.defaults()))
                .hasMessage("leastRatio must be at least 0.5: 0.4");
        assertThatThrownBy(() -> ActionsRequest.builder()
                        .codes(TENCENT)
                        .since(Instant.EPOCH)
                        .build())
                .hasMessageContaining("since must not be before 1970-01-01T00:00:00.001Z");
        assertThatThrownBy(() -> ActionsRequest.builder()
                        .codes(TENCENT)
                        .leastAmounts(Map.of(Market.UNRECOGNIZED, BigDecimal.ONE))
                        .build())
                .hasMessageContaining("leastAmounts");
        assertThatThrownBy(() -> qos.stream()
                        .requestAuction(
                                TENCENT,
                                List.of(TradeDirection.BUY),
                                null,
                                null,
                                null,
                                null,
                                null,
                                RequestOptions.defaults()))
                .hasMessage("imbalances must have at least 2 items, and has 1");
        assertThatThrownBy(() -> qos.stream()
                        .requestAuction(
                                TENCENT,
                                List.of(TradeDirection.BUY, TradeDirection.UNRECOGNIZED),
                                null,
                                null,
                                null,
                                null,
                                null,
                                RequestOptions.defaults()))
                .hasMessageContaining("imbalances");
        assertThatThrownBy(() -> qos.stream()
                        .requestAuction(
                                TENCENT,
                                null,
                                null,
                                null,
                                Map.of(Market.UNRECOGNIZED, BigDecimal.ONE),
                                null,
                                null,
                                RequestOptions.defaults()))
                .hasMessageContaining("leastShares");
        assertThatThrownBy(() -> qos.stream()
                        .requestAuction(
                                TENCENT,
                                null,
                                null,
                                null,
                                null,
                                Map.of("volume", TradeDirection.UNRECOGNIZED),
                                null,
                                RequestOptions.defaults()))
                .hasMessageContaining("orders");
    }

    @Test
    void answerMayBeAMapOfListsOfObjects() {
        BrokersAnswer answer = qos.http().brokers(Market.HK, Market.SH);
        assertThat(answer.next()).isEqualTo("p2");
        assertThat(answer.answered()).isEqualTo(Instant.ofEpochSecond(1773155061));
        Map<Market, List<Broker>> brokers = answer.data();

        assertThat(brokers).containsOnlyKeys(Market.HK, Market.SH);
        assertThat(brokers.get(Market.HK)).containsExactly(new Broker(8, "中银国际"), new Broker(1799, null));
        assertThat(brokers.get(Market.SH)).isEmpty();
        assertThat(simulator.observations().requests("/brokers"))
                .last()
                .satisfies(request -> assertThat(request.body()).isEqualTo("{\"market\":[\"HK\",\"SH\"]}"));
        assertThatThrownBy(() -> qos.http().brokers(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("markets");
        assertThatThrownBy(() -> qos.http().brokers(Market.UNRECOGNIZED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("markets");
    }

    @Test
    void newInterfaceIsPaged() {
        List<PastAuctionSeries> series = qos.http().pastAuctions(PastAuctionQuery.of(2, "HK:00700"));
        assertThat(series).singleElement().satisfies(auctions -> {
            assertThat(auctions.code()).isEqualTo("HK:700");
            assertThat(auctions.auctions()).extracting(PastAuction::price).endsWith(new BigDecimal("512.00"));
        });
        assertThat(HttpPages.PAST_AUCTIONS.most()).isEqualTo(1000);
    }

    @Test
    void marketWithoutInstrumentsHasBrokersOnly() {
        assertThat(qos.http().brokers(Market.ZZ)).isNotNull();
        assertThatThrownBy(() -> qos.http().snapshots("ZZ:1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ZZ:1");
    }

    @Test
    void newMarketHasDocumentedHours() {
        TradingHours hours = TradingHours.of(Market.ZZ);
        assertThat(hours.nextOpen(Instant.parse("2026-11-30T00:00:00Z"))).isEqualTo("2026-12-05T14:00:00Z");
        assertThat(hours.tradingDate(Instant.parse("2026-12-05T14:00:00Z"))).isEqualTo("2026-12-06");
    }

    @Test
    void recordComputesDocumentedValues() {
        Snapshot snapshot = Snapshot.builder()
                .code("HK:700")
                .high(BigDecimal.TEN)
                .low(BigDecimal.ONE)
                .build();
        assertThat(snapshot.range()).isEqualTo("9");
    }

    @Test
    void symbolMustMatchTheFormOfItsMarket() {
        assertThat(InstrumentCodes.canonical("FX:eurusd")).isEqualTo("FX:EURUSD");
        assertThat(InstrumentCodes.canonical("US:EURUSD1")).isEqualTo("US:EURUSD1");
        assertThatThrownBy(() -> qos.http().snapshots("FX:EURUSD1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("codes must have a symbol of the form [A-Z]{6} after FX:");
        assertThatThrownBy(() -> simulator.script("FX:EUR/USD")).hasMessageContaining("[A-Z]{6}");
    }

    @Test
    void simulatorValidatesNewInterfacesByTheDocuments() throws Exception {
        HttpRequest wrong = HttpRequest.newBuilder(URI.create(simulator.httpUri() + "/brokers"))
                .header("key", "k")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"market\":[\"MARS\"]}"))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(wrong, HttpResponse.BodyHandlers.ofString())
                .body();

        assertThat(answer).contains("market[0]").doesNotContain("\"OK\"");
        assertThat(simulator.observations().violations())
                .extracting(Violation::kind)
                .contains(Violation.Kind.SCHEMA);
    }

    @Test
    void subscriptionReceivesPushesUntilCancelled() throws Exception {
        QosStream stream = qos.stream();
        LinkedBlockingQueue<Auction> pushes = new LinkedBlockingQueue<>();
        LinkedBlockingQueue<Auction> all = new LinkedBlockingQueue<>();
        stream.onAuction(all::add);
        Subscription<Auction> auctions = stream.subscribeAuction(TENCENT, pushes::add);
        auctions.ready().get(10, TimeUnit.SECONDS);

        assertThat(pushes.poll(10, TimeUnit.SECONDS))
                .isEqualTo(Auction.builder()
                        .code("HK:700")
                        .price(new BigDecimal("512.50"))
                        .volume(new BigDecimal("184300"))
                        .time(Instant.ofEpochSecond(1773155058))
                        .imbalance(TradeDirection.BUY)
                        .calculated(Instant.ofEpochMilli(1773155058125L))
                        .ratio(new BigDecimal("1.5"))
                        .book(List.of(
                                List.of(new BigDecimal("512.00"), new BigDecimal("300")),
                                List.of(new BigDecimal("511.50"), new BigDecimal("100"))))
                        .build());
        assertThat(all.poll(10, TimeUnit.SECONDS)).isNotNull();
        stream.unsubscribeAuction(TENCENT).get(10, TimeUnit.SECONDS);

        assertThat(frame("A")).startsWith("{\"type\":\"A\",\"codes\":[\"HK:700\"],\"reqid\":");
        assertThat(frame("AC")).startsWith("{\"type\":\"AC\",\"codes\":[\"HK:700\"],\"reqid\":");
    }

    @Test
    void subscriptionMayBeOfMarkets() throws Exception {
        QosStream stream = qos.stream();
        LinkedBlockingQueue<MarketStatus> pushes = new LinkedBlockingQueue<>();
        Subscription<MarketStatus> states = stream.subscribeMarketStatuses(List.of(Market.HK, Market.US), pushes::add);
        states.ready().get(10, TimeUnit.SECONDS);

        assertThat(states.keys()).containsExactly("HK", "US");
        assertThat(pushes.poll(10, TimeUnit.SECONDS))
                .isEqualTo(MarketStatus.builder()
                        .market(Market.HK)
                        .open(true)
                        .time(Instant.ofEpochSecond(1773155061))
                        .build());
        assertThat(stream.latestMarketStatus(Market.HK)).isPresent();
        stream.unsubscribeMarketStatuses(List.of(Market.US)).get(10, TimeUnit.SECONDS);
        assertThat(frame("MS")).startsWith("{\"type\":\"MS\",\"market\":[\"HK\",\"US\"],\"reqid\":");
        assertThat(frame("MSC")).startsWith("{\"type\":\"MSC\",\"market\":[\"US\"],\"reqid\":");
        states.close();

        assertThatThrownBy(() -> stream.subscribeMarketStatuses(Market.UNRECOGNIZED, pushes::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("market must be a known value");
        assertThatThrownBy(() -> stream.subscribeMarketStatuses(List.of(), pushes::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("markets must not be empty");
    }

    @Test
    void subscriptionMayBeOfTextsThatAreNoInstruments() throws Exception {
        QosStream stream = qos.stream();
        LinkedBlockingQueue<Fixing> pushes = new LinkedBlockingQueue<>();
        // More than the plan has instruments.
        List<String> pairs = IntStream.range(0, 20).mapToObj(i -> "us:" + i).toList();
        Subscription<Fixing> fixings = stream.subscribeFixings(pairs, pushes::add);
        fixings.ready().get(10, TimeUnit.SECONDS);

        assertThat(fixings.keys()).containsExactlyElementsOf(pairs);
        assertThat(pushes.poll(10, TimeUnit.SECONDS))
                .isEqualTo(Fixing.builder()
                        .pair("us:0")
                        .rate(new BigDecimal("1.0831"))
                        .time(Instant.ofEpochSecond(1773155061))
                        .build());
        assertThat(stream.latestFixing("us:0")).isPresent();
        fixings.close();
    }

    @Test
    void newRequestIsAnswered() throws Exception {
        RequestAuctionAnswer answer =
                qos.stream().requestAuction("HK:00700", "HK:9").get(10, TimeUnit.SECONDS);

        assertThat(answer.data()).extracting(Auction::price).containsExactly(new BigDecimal("512.00"));
        assertThat(answer.data().missing()).containsExactly("HK:9");
        assertThat(answer.next()).isEqualTo("p2");
        assertThat(answer.answered()).isEqualTo(Instant.ofEpochSecond(1773155061));
        assertThat(answer.leftOut()).containsExactly(Market.US);
        assertThat(frame("RA")).startsWith("{\"type\":\"RA\",\"codes\":[\"HK:700,9\"],\"reqid\":");
    }

    @Test
    @SuppressWarnings("deprecation")
    void renamedFieldKeepsItsFormerName() {
        InstrumentInfo info = qos.http().instrumentInfo("HK:00700").get(0);
        assertThat(info.bookValuePerShare()).isNotNull().isEqualTo(info.netAssetsPerShare());
        assertThat(InstrumentInfo.builder()
                        .code("HK:700")
                        .exchange("HKEX")
                        .currency("HKD")
                        .netAssetsPerShare(BigDecimal.TEN)
                        .build()
                        .bookValuePerShare())
                .isEqualTo(BigDecimal.TEN);
        assertThat(InstrumentInfo.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .contains("bookValuePerShare")
                .doesNotContain("netAssetsPerShare");
    }

    @Test
    @SuppressWarnings("deprecation")
    void deprecatedNamesForwardToNewNames() throws Exception {
        Snapshot snapshot =
                Snapshot.builder().code("HK:700").lastPx(BigDecimal.TEN).build();
        assertThat(snapshot.lastPx()).isEqualTo(snapshot.lastPrice()).isEqualTo(BigDecimal.TEN);
        KLineQuery query = KLineQuery.of(KLineType.DAY, 5, "HK:00700");
        assertThat(query.adjust(Adjustment.FORWARD)).isEqualTo(query.adjustment(Adjustment.FORWARD));
        assertThat(query.adjust()).isEqualTo(query.adjustment());

        assertThat(qos.http().books("HK:700")).hasSameSizeAs(qos.http().depths(TENCENT));
        assertThat(qos.http().books(TENCENT)).hasSize(1);
        assertThat(qos.http().async().books("HK:700").get(10, TimeUnit.SECONDS)).hasSize(1);
        assertThat(Operation.BOOKS).isEqualTo(Operation.DEPTHS);

        QosStream stream = qos.stream();
        assertThat(stream.requestBooks("HK:700").get(10, TimeUnit.SECONDS)).hasSize(1);
        stream.subscribeTicks(TENCENT, trade -> {}).ready().get(10, TimeUnit.SECONDS);
        assertThat(stream.latestQuote("HK:700").map(latest -> latest.data().code()))
                .isEqualTo(stream.latestSnapshot("HK:700")
                        .map(latest -> latest.data().code()));
    }

    @Test
    void newOptionalFieldAndEnumValueAreDecoded() throws Exception {
        Snapshot snapshot = qos.moshi()
                .adapter(Snapshot.class)
                .nonNull()
                .fromJson("{\"c\":\"HK:700\",\"lp\":\"512.50\",\"s\":2,\"n\":40211}");
        assertThat(snapshot.tradeCount()).isEqualTo(40211);
        assertThat(snapshot.status()).isEqualTo(TradingStatus.HALTED);

        Snapshot without = qos.moshi().adapter(Snapshot.class).nonNull().fromJson("{\"c\":\"HK:700\"}");
        assertThat(without.tradeCount()).isNull();
    }

    @Test
    void newFormatIsReadOnBothTransports() throws Exception {
        assertThat(qos.http().snapshots("HK:700").get(0).dayChange()).isEqualTo(new BigDecimal("0.89"));
        LinkedBlockingQueue<Snapshot> pushes = new LinkedBlockingQueue<>();
        qos.stream().subscribeSnapshots(TENCENT, pushes::add);
        Snapshot pushed = pushes.poll(10, TimeUnit.SECONDS);
        assertThat(pushed).isNotNull();
        assertThat(pushed.dayChange()).isEqualTo(new BigDecimal("-1.20"));
    }

    /** The tool took it out of its schema and of the examples; the simulator's catalogue still has it. */
    @Test
    void removedFieldIsGone() throws Exception {
        assertThat(InstrumentInfo.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .contains("earningsPerShare")
                .doesNotContain("dividendYield");
        HttpRequest asked = HttpRequest.newBuilder(URI.create(simulator.httpUri() + "/instrument-info"))
                .header("key", "k")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"codes\":[\"HK:700\"]}"))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(asked, HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(answer).contains("\"ep\"").doesNotContain("\"dy\"");
    }

    @Test
    void newBarTypeIsSimulatedIfItsNameHasALength() throws Exception {
        KLineQuery query = KLineQuery.of(KLineType.MINUTE_3, 5, "HK:00700");
        List<KLine> bars = qos.http().kLines(query).get(0).kLines();

        assertThat(bars).hasSize(5).allMatch(bar -> bar.type() == KLineType.MINUTE_3);
        assertThat(bars).extracting(bar -> bar.time().getEpochSecond() % 180).containsOnly(0L);
        LinkedBlockingQueue<KLine> pushes = new LinkedBlockingQueue<>();
        qos.stream().subscribeKLines(KLineType.MINUTE_3, TENCENT, pushes::add);
        assertThat(pushes.poll(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void barTypeWithoutKnownLengthIsRefusedAsNotSimulated() {
        KLineQuery query = KLineQuery.of(KLineType.SINCE_LISTING, 5, "HK:00700");

        assertThatThrownBy(() -> qos.http().kLines(query))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Not simulated: kt 9001");
        assertThat(qos.stream()
                        .subscribeKLines(KLineType.SINCE_LISTING, TENCENT, bar -> {})
                        .ready())
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageContaining("Not simulated: kt 9001");
    }

    private String frame(String type) {
        return simulator.observations().frames(type).stream()
                .map(ReceivedFrame::text)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
