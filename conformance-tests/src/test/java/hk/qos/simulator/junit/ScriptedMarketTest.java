package hk.qos.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hk.qos.client.QosClient;
import hk.qos.client.QosStream;
import hk.qos.client.model.Depth;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.client.model.TradingStatus;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.market.BarLength;
import hk.qos.simulator.market.PriceLevel;
import hk.qos.simulator.market.ScriptedBar;
import hk.qos.simulator.market.ScriptedInstrument;
import hk.qos.simulator.market.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QosSimulatorExtension.class)
@NullUnmarked // a missing value fails the test
class ScriptedMarketTest {
    private static final Instant MONDAY = Instant.parse("2025-03-03T00:00:00Z");

    private static String text(BigDecimal decimal) {
        return decimal.toPlainString();
    }

    @Test
    void answersOfAllKindsAgreeWithTheScript(QosSimulator simulator, QosClient qos) {
        simulator
                .script("HK:00700")
                .previousClose("400")
                .trade("410.2", "1000", Side.SELL)
                .trade("409.8", "200", Side.BUY);

        Snapshot snapshot = qos.http().snapshots("HK:700").get(0);
        List<Trade> trades = qos.http().trades(5, "HK:700");
        Depth book = qos.http().depths("HK:700").get(0);
        KLine day = qos.http()
                .kLines(KLineQuery.of(KLineType.DAY, 5, "HK:700"))
                .get(0)
                .kLines()
                .get(0);

        assertThat(text(snapshot.lastPrice())).isEqualTo("409.8");
        assertThat(text(snapshot.previousClose())).isEqualTo("400");
        assertThat(snapshot.high()).isEqualTo(day.high()).isEqualTo("410.2");
        assertThat(snapshot.low()).isEqualTo(day.low()).isEqualTo("409.8");
        assertThat(snapshot.volume()).isEqualTo(day.volume()).isEqualTo("1200");
        assertThat(snapshot.turnover()).isEqualByComparingTo("492160");
        assertThat(trades).extracting(trade -> text(trade.price())).containsExactly("410.2", "409.8");
        assertThat(text(book.asks().get(0).price())).isEqualTo("409.8");
        assertThat(text(book.bids().get(0).price())).isEqualTo("409.6");
    }

    @Test
    void keepsTheSpellingOfPricesAndVolumes(QosSimulator simulator, QosClient qos, QosStream stream) {
        ScriptedInstrument microsoft =
                simulator.script("US:MSFT").previousClose("186.0").price("187.50");
        Snapshot snapshot = qos.http().snapshots("US:MSFT").get(0);
        assertThat(List.of(snapshot.lastPrice(), snapshot.open(), snapshot.high(), snapshot.low()))
                .allMatch(new BigDecimal("187.50")::equals);
        assertThat(snapshot.previousClose()).isEqualTo(new BigDecimal("186.0"));
        assertThat(qos.http().depths("US:MSFT").get(0).asks().get(0).price()).isEqualTo(new BigDecimal("187.51"));

        List<Trade> trades = new CopyOnWriteArrayList<>();
        stream.subscribeTrades(List.of("US:MSFT"), trades::add).ready().join();
        microsoft.trade("188.000", "0.50", Side.BUY);
        await().untilAsserted(() -> assertThat(trades).singleElement().satisfies(trade -> {
            assertThat(trade.price()).isEqualTo(new BigDecimal("188.000"));
            assertThat(trade.volume()).isEqualTo(new BigDecimal("0.50"));
        }));
    }

    @Test
    void scriptCreatesAnInstrumentOutsideTheCatalogue(QosSimulator simulator, QosClient qos, QosStream stream) {
        assertThat(qos.http().snapshots("US:PLTR")).isEmpty();
        List<Snapshot> pushed = new CopyOnWriteArrayList<>();
        stream.subscribeSnapshots(List.of("US:PLTR"), pushed::add).ready().join();

        simulator.script("US:PLTR").price("23.45");

        assertThat(text(qos.http().snapshots("US:PLTR").get(0).lastPrice())).isEqualTo("23.45");
        assertThat(qos.http().trades(5, "US:PLTR")).hasSize(1);
        assertThat(qos.http().depths("US:PLTR").get(0).bids()).isNotEmpty();
        assertThat(qos.http()
                        .kLines(KLineQuery.of(KLineType.DAY, 5, "US:PLTR"))
                        .get(0)
                        .kLines())
                .hasSize(1);
        assertThat(qos.http().instrumentInfo("US:PLTR").get(0).currency()).isEqualTo("USD");
        await().untilAsserted(() -> assertThat(pushed).isNotEmpty());
        simulator.market().clearScripts();
        assertThat(qos.http().snapshots("US:PLTR")).isEmpty();
    }

    @Test
    void pushesFollowTheScriptAndEachTradeIsPushedOnce(QosSimulator simulator, QosStream stream) {
        ScriptedInstrument bitcoin = simulator.script("CF:BTCUSDT").price("65000.1");
        List<Trade> trades = new CopyOnWriteArrayList<>();
        List<Snapshot> snapshots = new CopyOnWriteArrayList<>();
        List<Depth> books = new CopyOnWriteArrayList<>();
        List<KLine> bars = new CopyOnWriteArrayList<>();
        List<String> codes = List.of("CF:BTCUSDT");
        stream.subscribeTrades(codes, trades::add).ready().join();
        stream.subscribeSnapshots(codes, snapshots::add).ready().join();
        stream.subscribeDepths(codes, books::add).ready().join();
        stream.subscribeKLines(KLineType.DAY, codes, bars::add).ready().join();

        for (int i = 2; i <= 40; i++) {
            bitcoin.price("6500" + i / 10 + "." + i % 10);
        }
        bitcoin.book(List.of(new PriceLevel("65003.9", "1")), List.of(new PriceLevel("65004.1", "2")));

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            assertThat(trades).hasSize(39);
            assertThat(snapshots.get(snapshots.size() - 1).lastPrice()).isEqualByComparingTo("65004");
            assertThat(bars.get(bars.size() - 1).close()).isEqualByComparingTo("65004");
            Depth book = books.get(books.size() - 1);
            assertThat(book.bids()).hasSize(1);
            assertThat(book.asks().get(0).price()).isEqualByComparingTo("65004.1");
        });
        assertThat(trades).extracting(Trade::price).isSorted().doesNotHaveDuplicates();
        assertThat(simulator.observations().violations()).isEmpty();
    }

    @Test
    void scriptedBarsAreTheHistoryAndTradesContinueThem(QosSimulator simulator, QosClient qos) {
        ScriptedInstrument moutai = simulator
                .script("SH:600519")
                .bars(
                        BarLength.DAY,
                        List.of(
                                new ScriptedBar(MONDAY, "1500", "1520", "1490", "1510", "30"),
                                new ScriptedBar(
                                        MONDAY.plus(Duration.ofDays(1)), "1510", "1530", "1505", "1525", "40")));
        assertThat(qos.http().snapshots("SH:600519").get(0)).satisfies(snapshot -> {
            assertThat(snapshot.lastPrice()).isEqualByComparingTo("1525");
            assertThat(snapshot.previousClose()).isEqualByComparingTo("1510");
            assertThat(snapshot.volume()).isEqualByComparingTo("40");
        });

        moutai.price("1540");

        assertThat(qos.http()
                        .kLines(KLineQuery.of(KLineType.DAY, 10, "SH:600519"))
                        .get(0)
                        .kLines())
                .extracting(bar -> bar.close().intValueExact())
                .containsExactly(1510, 1525, 1540);
        assertThat(qos.http().snapshots("SH:600519").get(0).previousClose()).isEqualByComparingTo("1525");
    }

    @Test
    void suspendedInstrumentHasAPriceUntilTheNextTrade(QosSimulator simulator, QosClient qos) {
        ScriptedInstrument share = simulator.script("SH:600518");
        share.suspend();
        assertThat(qos.http().snapshots("SH:600518")).isEmpty();

        share.previousClose("2.31");
        Snapshot suspended = qos.http().snapshots("SH:600518").get(0);
        assertThat(suspended.status()).isEqualTo(TradingStatus.SUSPENDED);
        assertThat(suspended.lastPrice()).isEqualTo(suspended.previousClose()).isEqualTo("2.31");
        assertThat(suspended.open()).isEqualTo("0");
        assertThat(suspended.volume()).isEqualTo("0");
        assertThat(qos.http().depths("SH:600518").get(0).bids()).isEmpty();

        share.price("2.40");
        Snapshot trading = qos.http().snapshots("SH:600518").get(0);
        assertThat(trading.status()).isEqualTo(TradingStatus.TRADING);
        assertThat(trading.open()).isEqualTo("2.40");
        assertThat(trading.previousClose()).isEqualTo("2.31");
        assertThat(qos.http().depths("SH:600518").get(0).bids()).isNotEmpty();
    }

    @Test
    void otherInstrumentsFollowTheSeed(QosSimulator simulator, QosClient qos) {
        simulator.script("US:AAPL");
        assertThat(qos.http().snapshots("US:AAPL,TSLA"))
                .extracting(Snapshot::code)
                .containsExactly("US:TSLA");
        simulator.market().clearScripts();
        assertThat(qos.http().snapshots("US:AAPL")).hasSize(1);
    }

    @Test
    void valuesThatTheMarketCannotQuoteAreRefused(QosSimulator simulator) {
        ScriptedInstrument apple = simulator.script("US:AAPL");
        assertThatThrownBy(() -> apple.price("0.123456789"))
                .hasMessage("US:AAPL: price 0.123456789 has more than 8 decimals");
        assertThatThrownBy(() -> apple.price("1e10")).hasMessage("US:AAPL: price 1e10 is more than 1000000000");
        assertThatThrownBy(() -> apple.price("much")).hasMessage("US:AAPL: price is not a decimal number: much");
        assertThatThrownBy(() -> apple.price("0")).hasMessage("US:AAPL: price 0 is not above zero");
        assertThatThrownBy(() -> apple.trade("1", "-1", Side.BUY)).hasMessage("US:AAPL: volume -1 is below zero");
        assertThatThrownBy(() -> apple.book(List.of(new PriceLevel("2", "1")), List.of(new PriceLevel("2", "1"))))
                .hasMessage("US:AAPL: the best bid 2 is not below the best ask 2");
        assertThatThrownBy(() -> apple.bars(BarLength.DAY, List.of(new ScriptedBar(MONDAY, "2", "3", "2.5", "3", "1"))))
                .hasMessageStartingWith("US:AAPL: open and close must lie between low and high");
        assertThatThrownBy(() -> simulator.script("AAPL"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"AAPL\" is not a code: MARKET:SYMBOL");
        assertThatThrownBy(() -> simulator.script("700.HK")).hasMessageEndingWith("; did you mean \"HK:700\"?");
        assertThatThrownBy(() -> simulator.script("SSE:600519")).hasMessageEndingWith("; did you mean \"SH:600519\"?");
        assertThatThrownBy(() -> simulator.script("SI:000001")).hasMessageStartingWith("\"SI:000001\" is not a code");
    }
}
