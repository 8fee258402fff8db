package hk.qos.soak;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.client.model.Trade;
import hk.qos.simulator.market.Catalogue;
import hk.qos.simulator.market.Hours;
import hk.qos.simulator.market.Instrument;
import hk.qos.simulator.market.Market;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.Topic;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The ledger finds missing and duplicate trades, and excuses those in a gap. */
class TradeLedgerTest {
    private static final String CODE = "CF:BTCUSDT";
    private static final long START = 1_750_000_000;
    private static final long END = (START + 60) * 1_000;

    private final TradeLedger ledger = ledger();
    private final List<Trade> made = trades();

    private static TradeLedger ledger() {
        TradeLedger ledger = new TradeLedger(1, 120, List.of(CODE));
        ledger.begin(START);
        return ledger;
    }

    private static List<Trade> trades() {
        Market market = new Market(Catalogue.load(1), Hours.ALWAYS, 120, Clock.systemUTC());
        Instrument instrument = Objects.requireNonNull(market.instrument(CODE));
        return market.tradesBetween(instrument, START * 1_000 - 1, END - 1).stream()
                .map(tick -> Trade.builder()
                        .code(CODE)
                        .price(new BigDecimal(instrument.price(tick.price())))
                        .volume(new BigDecimal(instrument.volume(tick.units())))
                        .time(Instant.ofEpochSecond(tick.time()))
                        .build())
                .toList();
    }

    private static Instant moment(Trade trade) {
        return Objects.requireNonNull(trade.time());
    }

    @Test
    void findsNothingIfEachTradeArrivedOnce() {
        made.forEach(ledger::arrived);

        assertThat(made).hasSizeGreaterThan(50);
        assertThat(ledger.settle(END)).isZero();
    }

    @Test
    void findsAMissingTrade() {
        made.subList(1, made.size()).forEach(ledger::arrived);

        assertThat(ledger.settle(END)).isEqualTo(1);
    }

    @Test
    void findsADuplicateTrade() {
        made.forEach(ledger::arrived);
        ledger.arrived(made.get(3));

        assertThat(ledger.settle(END)).isEqualTo(1);
    }

    @Test
    void excusesTradesInAGapOfTheirTopicOnly() {
        Instant from = Instant.ofEpochSecond(START + 20);
        Instant to = Instant.ofEpochSecond(START + 30);
        List<Trade> gone = made.stream()
                .filter(trade -> !moment(trade).isBefore(from.plusSeconds(2))
                        && moment(trade).isBefore(to.minusSeconds(2)))
                .toList();
        made.stream().filter(trade -> !gone.contains(trade)).forEach(ledger::arrived);
        ledger.gap(new StreamEvent.Gap(new Topic("depths", CODE), from, to, "test"));
        TradeLedger other = ledger();
        made.stream().filter(trade -> !gone.contains(trade)).forEach(other::arrived);
        other.gap(new StreamEvent.Gap(new Topic("trades", CODE), from, to, "test"));

        assertThat(gone).isNotEmpty();
        assertThat(ledger.settle(END)).isEqualTo(gone.size());
        assertThat(other.settle(END)).isZero();
    }
}
