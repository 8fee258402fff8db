package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Trade;
import hk.qos.error.ConnectFailedException;
import hk.qos.error.ConnectionLostException;
import hk.qos.simulator.observe.ConnectionView;
import hk.qos.stream.ListenerRegistration;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.fixtures.LeakGuard;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Streams that are stopped and started, and listeners to all pushes of a kind. */
@ExtendWith({LeakGuard.class, NettyWarnings.class})
class PauseTest {
    private static final String AAPL = "US:AAPL";
    private static final String BITCOIN = "CF:BTCUSDT";

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void pausedStreamKeepsItsSubscriptionsAndConnectRestoresThem() throws Exception {
        try (Harness harness = Harness.start()) {
            RecordingListener<Trade> seen = new RecordingListener<>(Trade.class);
            Subscription<Trade> trades = harness.stream().subscribeTrades(List.of(AAPL, BITCOIN), seen);
            Harness.get(trades.ready());
            seen.awaitData(1);
            Harness.get(harness.stream().disconnect());

            Harness.await(
                    "the end of the connection",
                    () -> assertThat(harness.simulator.observations().connections())
                            .singleElement()
                            .satisfies(connection ->
                                    assertThat(connection.isOpen()).isFalse())
                            .extracting(ConnectionView::closeCode)
                            .isEqualTo(1000));
            assertThat(harness.stream().state()).isEqualTo(StreamState.PAUSED);
            assertThat(harness.client.stream()).as("not ended").isSameAs(harness.stream());
            assertThat(trades.states().values()).containsOnly(SubscriptionState.RESTORING);
            assertThatThrownBy(() -> Harness.get(harness.stream().requestSnapshots(AAPL)))
                    .cause()
                    .isInstanceOf(ConnectionLostException.class)
                    .hasMessageContaining("connect() resumes it");
            harness.event(StreamEvent.Paused.class);

            Harness.get(harness.stream().connect());
            seen.awaitData(2);
            assertThat(harness.simulator.observations().connections()).hasSize(2);
            assertThat(seen.after(StreamEvent.Gap.class)).isNotEmpty();
            assertThat(Harness.get(harness.stream().requestSnapshots(AAPL))).hasSize(1);
            harness.client.close();
            harness.stream().awaitClosed();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void disconnectDuringTheUpgradeEndsTheAttempt() throws Exception {
        try (Harness harness = Harness.start()) {
            harness.simulator.faults().blackHole();
            CompletableFuture<Void> ready = harness.stream().connect();
            Harness.until(
                    "the upgrade was asked for",
                    () -> !harness.simulator.observations().requests("/ws").isEmpty());
            Harness.get(harness.stream().disconnect());

            assertThatThrownBy(() -> Harness.get(ready)).hasCauseInstanceOf(ConnectFailedException.class);
            assertThat(harness.stream().state()).isEqualTo(StreamState.PAUSED);
            harness.simulator.faults().clear();
            Harness.get(harness.stream().connect());
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void listenerToAllPushesHearsEachOnce() throws Exception {
        try (Harness harness = Harness.start()) {
            RecordingListener<Trade> all = new RecordingListener<>(Trade.class);
            RecordingListener<Trade> first = new RecordingListener<>(Trade.class);
            RecordingListener<KLine> bars = new RecordingListener<>(KLine.class);
            ListenerRegistration registration = harness.stream().onTrades(all);
            harness.stream().onKLines(bars);
            Harness.get(harness.stream().subscribeTrades(AAPL, first).ready());
            Harness.get(harness.stream()
                    .subscribeTrades(List.of(AAPL, BITCOIN), trade -> {})
                    .ready());
            for (KLineType type : List.of(KLineType.MINUTE_1, KLineType.DAY)) {
                Harness.get(
                        harness.stream().subscribeKLines(type, AAPL, bar -> {}).ready());
            }
            first.awaitData(20);
            Harness.until(
                    "bars of both lengths",
                    () -> bars.data().stream().map(KLine::type).distinct().count() == 2);
            registration.close();
            harness.client.close();

            List<Trade> heard = all.data().stream()
                    .filter(trade -> trade.code().equals(AAPL))
                    .toList();
            int both = Math.min(heard.size(), first.data().size());
            assertThat(both).isGreaterThan(10);
            assertThat(heard.subList(0, both)).isEqualTo(first.data().subList(0, both));
            assertThat(all.data()).extracting(Trade::code).contains(BITCOIN);
        }
    }
}
