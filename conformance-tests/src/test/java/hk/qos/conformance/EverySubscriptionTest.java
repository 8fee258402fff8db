package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.client.QosStream;
import hk.qos.client.StreamChannels;
import hk.qos.client.model.Depth;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.fixtures.LeakGuard;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The four kinds of pushes: subscribed, delivered, unsubscribed; and one instrument in two spellings. */
@ExtendWith({LeakGuard.class, NettyWarnings.class})
class EverySubscriptionTest {
    private static final List<String> CODES = List.of("US:AAPL", "CF:BTCUSDT", "SZ:000001");

    @Test
    void subscribesOneInstrumentByItsCode() throws Exception {
        try (Harness harness = Harness.start()) {
            Subscription<Trade> one =
                    harness.stream().subscribeTrades("HK:00700", new RecordingListener<>(Trade.class));
            Harness.get(one.ready());
            assertThat(one.keys()).containsExactly("HK:700");
            assertThat(one.channel()).isEqualTo(StreamChannels.TRADES);
            assertThat(harness.subscribed()).isEqualTo(Map.of("T", Set.of("HK:700")));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void pushesOfEachKindArriveForEachInstrument() throws Exception {
        try (Harness harness = Harness.start()) {
            QosStream stream = harness.stream();
            RecordingListener<Snapshot> snapshots = new RecordingListener<>(Snapshot.class);
            RecordingListener<Trade> trades = new RecordingListener<>(Trade.class);
            RecordingListener<Depth> depths = new RecordingListener<>(Depth.class);
            RecordingListener<KLine> bars = new RecordingListener<>(KLine.class);
            Harness.get(stream.subscribeSnapshots(CODES, snapshots).ready());
            Harness.get(stream.subscribeTrades(CODES, trades).ready());
            Harness.get(stream.subscribeDepths(CODES, depths).ready());
            Harness.get(stream.subscribeKLines(KLineType.HOUR_1, CODES, bars).ready());
            awaitEachOf(snapshots, Snapshot::code);
            awaitEachOf(trades, Trade::code);
            awaitEachOf(depths, Depth::code);
            awaitEachOf(bars, KLine::code);
            assertThat(bars.data()).allMatch(bar -> bar.type() == KLineType.HOUR_1);
            assertThat(stream.latestSnapshot("US:AAPL")).isPresent();
            assertThat(stream.latestKLine(KLineType.HOUR_1, "US:AAPL")).isPresent();
            assertThat(stream.latestKLine(KLineType.DAY, "US:AAPL")).isEmpty();
            assertThat(harness.simulator.observations().violations()).isEmpty();
        }
    }

    private static <T> void awaitEachOf(RecordingListener<T> seen, Function<T, String> code) {
        Harness.await(
                "pushes of each",
                () -> assertThat(seen.data()).extracting(code).contains(CODES.toArray(new String[0])));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void closedSubscriptionIsCancelledAtTheServer() throws Exception {
        try (Harness harness = Harness.start()) {
            QosStream stream = harness.stream();
            List<String> both = List.of("US:AAPL", "HK:700");
            Subscription<Snapshot> snapshots = stream.subscribeSnapshots(both, new RecordingListener<>(Snapshot.class));
            Subscription<Trade> trades = stream.subscribeTrades(both, new RecordingListener<>(Trade.class));
            Subscription<Depth> depth = stream.subscribeDepths(both, new RecordingListener<>(Depth.class));
            Subscription<KLine> days =
                    stream.subscribeKLines(KLineType.DAY, both, new RecordingListener<>(KLine.class));
            Subscription<KLine> minutes =
                    stream.subscribeKLines(KLineType.MINUTE_1, both, new RecordingListener<>(KLine.class));
            for (Subscription<?> each : List.of(snapshots, trades, depth, days, minutes)) {
                Harness.get(each.ready());
            }
            Set<String> codes = Set.copyOf(both);
            assertThat(harness.subscribed())
                    .isEqualTo(Map.of("S", codes, "T", codes, "D", codes, "K 1001", codes, "K 1", codes));

            Harness.get(stream.unsubscribeSnapshots(both));
            Harness.get(stream.unsubscribeTrades(List.of("US:AAPL")));
            Harness.get(stream.unsubscribeDepths(both));
            Harness.get(stream.unsubscribeKLines(KLineType.DAY, both));
            assertThat(harness.subscribed()).isEqualTo(Map.of("T", Set.of("HK:700"), "K 1", codes));
            assertThat(trades.states())
                    .isEqualTo(Map.of("US:AAPL", SubscriptionState.CLOSED, "HK:700", SubscriptionState.ACTIVE));
            assertThat(snapshots.isClosed()).isTrue();

            trades.close();
            minutes.close();
            Harness.until("everything is cancelled", () -> harness.subscribed().isEmpty());
            assertThat(harness.simulator.observations().violations()).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void sharedInstrumentIsCancelledWithItsLastListener() throws Exception {
        try (Harness harness = Harness.start()) {
            RecordingListener<Trade> first = new RecordingListener<>(Trade.class);
            RecordingListener<Trade> second = new RecordingListener<>(Trade.class);
            Subscription<Trade> one = harness.stream().subscribeTrades(List.of("CF:BTCUSDT"), first);
            Subscription<Trade> two = harness.stream().subscribeTrades(List.of("CF:BTCUSDT"), second);
            Harness.get(one.ready());
            Harness.get(two.ready());
            assertThat(harness.simulator.observations().frames("T")).hasSize(1);
            first.awaitData(1);
            second.awaitData(1);

            one.close();
            int seen = first.data().size();
            second.awaitData(3);
            assertThat(first.data()).hasSizeLessThanOrEqualTo(seen + 1);
            assertThat(harness.simulator.observations().frames("TC")).isEmpty();
            two.close();
            Harness.until("cancelled", () -> harness.subscribed().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Execution(ExecutionMode.CONCURRENT)
    void bothSpellingsOfACodeAreOneInstrument(boolean zeros) throws Exception {
        try (Harness harness =
                Harness.builder().simulator(s -> s.hongKongLeadingZeros(zeros)).start()) {
            RecordingListener<Snapshot> first = new RecordingListener<>(Snapshot.class);
            RecordingListener<Snapshot> second = new RecordingListener<>(Snapshot.class);
            Subscription<Snapshot> one = harness.stream().subscribeSnapshots(List.of("HK:00700"), first);
            Subscription<Snapshot> two = harness.stream().subscribeSnapshots(List.of("HK:700"), second);
            Harness.get(one.ready());
            Harness.get(two.ready());
            first.awaitData(2);
            second.awaitData(2);
            assertThat(first.data()).extracting(Snapshot::code).containsOnly("HK:700");
            assertThat(one.keys()).containsExactly("HK:700").isEqualTo(two.keys());
            assertThat(harness.simulator.observations().frames("S")).hasSize(1);
            assertThat(harness.stream().latestSnapshot("HK:0700")).isPresent();
            assertThat(harness.client.http().snapshots("HK:00700"))
                    .extracting(Snapshot::code)
                    .containsExactly("HK:700");
            assertThat(Harness.get(harness.stream().requestDepths("HK:00700")))
                    .extracting(Depth::code)
                    .containsExactly("HK:700");
            Harness.get(harness.stream().unsubscribeSnapshots(List.of("HK:00700")));
            assertThat(harness.subscribed()).isEmpty();
        }
    }
}
