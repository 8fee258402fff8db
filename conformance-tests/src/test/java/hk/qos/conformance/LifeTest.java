package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.PlanLimits;
import hk.qos.client.Results;
import hk.qos.client.model.Depth;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.error.ClientException;
import hk.qos.error.ClosedException;
import hk.qos.error.ConnectionLostException;
import hk.qos.simulator.observe.ConnectionView;
import hk.qos.stream.Backoff;
import hk.qos.stream.Deadlines;
import hk.qos.stream.Limits;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Servers that are dead, half dead, or do not listen; and the end of the client itself. */
@ExtendWith(LeakGuard.class)
class LifeTest {
    private static final List<String> TWO = List.of("US:AAPL", "CF:BTCUSDT");

    private static Harness alertFor(int heartbeatMillis, int graceMillis) {
        return Harness.builder().stream(
                        o -> o.heartbeat(Duration.ofMillis(heartbeatMillis), Duration.ofMillis(graceMillis)))
                .start();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aBlackHoleIsNoticedAndLeft() throws Exception {
        try (Harness rig = Harness.builder().stream(o -> o.heartbeat(Duration.ofMillis(300), Duration.ofMillis(700))
                        .deadlines(Deadlines.defaults().withConnect(Duration.ofMillis(500), Duration.ofMillis(900))))
                .start()) {
            RecordingListener<Trade> seen = new RecordingListener<>(Trade.class);
            Subscription<Trade> trades = rig.stream().subscribeTrades(TWO, seen);
            Harness.get(trades.ready());
            rig.simulator.faults().blackHole();
            StreamEvent.Disconnected loss = rig.event(StreamEvent.Disconnected.class);
            assertThat(loss.cause()).isInstanceOf(ConnectionLostException.class).hasMessageContaining("silent");
            rig.event(StreamEvent.ConnectFailed.class);
            assertThat(rig.stream().explain()).startsWith("Not ready: ");
            rig.simulator.faults().clear();
            rig.event(StreamEvent.Ready.class, 2);
            seen.awaitData(2);
            assertThat(trades.states().values()).containsOnly(SubscriptionState.ACTIVE);
            assertThat(rig.events(StreamEvent.Gap.class)).hasSize(2);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aQuietMarketIsNoReasonToReconnect() throws Exception {
        try (Harness rig = alertFor(100, 5000)) {
            Harness.get(rig.stream()
                    .subscribeTrades(TWO, new RecordingListener<>(Trade.class))
                    .ready());
            rig.simulator.faults().mutePushes();
            Harness.until(
                    "many heartbeats",
                    () -> rig.simulator.observations().frames("H").size() >= 25);
            assertThat(rig.events(StreamEvent.Disconnected.class)).isEmpty();
            assertThat(rig.events(StreamEvent.Degraded.class)).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void unansweredHeartbeatsBesideDataAreToldButNoReasonToReconnect() throws Exception {
        try (Harness rig = Harness.builder().stream(o -> o.heartbeat(Duration.ofMillis(200), Duration.ofMillis(2000))
                        .deadlines(Deadlines.defaults().withAnswer(Duration.ofMillis(300))))
                .start()) {
            Harness.get(rig.stream()
                    .subscribeTrades(TWO, new RecordingListener<>(Trade.class))
                    .ready());
            rig.simulator.faults().loseAnswers("H");
            rig.event(StreamEvent.Degraded.class);
            assertThat(rig.stream().explain()).containsIgnoringCase("heartbeat");
            rig.simulator.faults().clear();
            rig.event(StreamEvent.Healthy.class);
            assertThat(rig.events(StreamEvent.Disconnected.class)).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aServerThatTakesNothingAnyMoreIsDead() throws Exception {
        try (Harness rig =
                Harness.builder().client(c -> c.planLimits(PlanLimits.defaults().withInstruments(100_000))).stream(
                                o -> o.spacing(Duration.ZERO)
                                        .deadlines(Deadlines.defaults().withFlush(Duration.ofSeconds(1))))
                        .start()) {
            Harness.get(rig.stream().connect());
            rig.simulator.faults().stopReading();
            // Frames of most of a mebibyte, and more of them than the kernel's buffers hold.
            String symbol = "US:" + "X".repeat(80);
            List<String> many =
                    IntStream.range(0, 10_000).mapToObj(i -> symbol + i).toList();
            List<CompletableFuture<Results<Snapshot>>> answers = IntStream.range(0, 15)
                    .mapToObj(i -> rig.stream().requestSnapshot(many))
                    .toList();
            assertThat(rig.event(StreamEvent.Disconnected.class).cause()).hasMessageContaining("took nothing");
            rig.client.close();
            Harness.await("every request ended", () -> assertThat(answers).allMatch(CompletableFuture::isDone));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aListenerThatSleepsDelaysNeitherHeartbeatsNorRequests() throws Exception {
        try (Harness rig = Harness.builder().simulator(s -> s.pushRate(1000)).stream(
                        o -> o.heartbeat(Duration.ofMillis(100), Duration.ofMillis(8000))
                                .limits(Limits.defaults().withQueues(32, 16 << 20)))
                .start()) {
            CompletableFuture<Void> awake = new CompletableFuture<>();
            RecordingListener<Trade> seen = new RecordingListener<>(Trade.class) {
                @Override
                public void onData(Trade trade) {
                    awake.join();
                    super.onData(trade);
                }
            };
            Subscription<Trade> trades = rig.stream().subscribeTrades(TWO, seen);
            Harness.get(trades.ready());
            Harness.until(
                    "more was pushed than may wait",
                    () -> rig.simulator.observations().pushes() > 150);
            assertThat(Harness.get(rig.stream().requestDepth("HK:700")))
                    .extracting(Depth::code)
                    .containsExactly("HK:700");
            awake.complete(null);
            StreamEvent.Overflow overflow = rig.event(StreamEvent.Overflow.class);
            assertThat(overflow.count()).isPositive();
            assertThat(overflow.from()).isBeforeOrEqualTo(overflow.to());
            Harness.until(
                    "told in its place",
                    () -> seen.after(StreamEvent.Overflow.class).stream().anyMatch(Trade.class::isInstance));
            assertThat(rig.events(StreamEvent.Disconnected.class)).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aListenerThatThrowsIsToldAndGoesOn() throws Exception {
        try (Harness rig = Harness.start()) {
            RecordingListener<Trade> seen = new RecordingListener<>(Trade.class) {
                @Override
                public void onData(Trade trade) {
                    super.onData(trade);
                    throw new AssertionError("from the listener");
                }
            };
            RecordingListener<Trade> other = new RecordingListener<>(Trade.class);
            Harness.get(rig.stream().subscribeTrades(TWO, seen).ready());
            Harness.get(rig.stream().subscribeTrades(TWO, other).ready());
            seen.awaitData(3);
            other.awaitData(3);
            assertThat(rig.event(StreamEvent.CallbackFailed.class).cause()).hasMessage("from the listener");
            assertThat(rig.stream().state()).isEqualTo(StreamState.READY);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void closingSaysGoodbyeAndFailsWhatIsPending() throws Exception {
        try (Harness rig = Harness.start()) {
            Subscription<Trade> trades = rig.stream().subscribeTrades(TWO, new RecordingListener<>(Trade.class));
            Harness.get(trades.ready());
            rig.simulator.faults().loseAnswers("RS");
            CompletableFuture<Results<Snapshot>> pending = rig.stream().requestSnapshot("US:AAPL");
            rig.client.close();
            assertThatThrownBy(() -> Harness.get(pending)).hasCauseInstanceOf(ClosedException.class);
            rig.event(StreamEvent.Closed.class);
            assertThat(trades.isClosed()).isTrue();
            assertThat(rig.stream().state()).isEqualTo(StreamState.CLOSED);
            assertThatThrownBy(() -> rig.stream().subscribeTrades(TWO, new RecordingListener<>(Trade.class)))
                    .isInstanceOf(ClosedException.class);
            assertThatThrownBy(() -> rig.client.http().snapshots("US:AAPL")).isInstanceOf(ClosedException.class);
            Harness.await(
                    "the goodbye",
                    () -> assertThat(rig.simulator.observations().connections())
                            .singleElement()
                            .satisfies(c -> assertThat(c.isOpen()).isFalse())
                            .extracting(ConnectionView::closeCode)
                            .isEqualTo(1000));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void closesFromACallbackAndWhileBackingOffAndWhileConnecting() throws Exception {
        try (Harness callback = Harness.start();
                Harness waiting = Harness.builder().stream(o -> o.backoff(Backoff.defaults()
                                .withSpread(Duration.ofMinutes(5), Duration.ofMillis(1), Duration.ofMillis(1))))
                        .start();
                Harness connecting = Harness.start()) {
            callback.stream().subscribeTrades(TWO, trade -> callback.client.close());
            callback.event(StreamEvent.Closed.class);

            Harness.get(waiting.stream().connect());
            waiting.simulator.faults().cut();
            waiting.event(StreamEvent.BackingOff.class);
            waiting.client.close();
            assertThat(waiting.stream().state()).isEqualTo(StreamState.CLOSED);

            connecting.simulator.faults().blackHole();
            CompletableFuture<Void> ready = connecting.stream().connect();
            Harness.until(
                    "the upgrade was asked for",
                    () -> !connecting.simulator.observations().requests("/ws").isEmpty());
            connecting.client.close();
            assertThatThrownBy(() -> Harness.get(ready)).hasCauseInstanceOf(ClosedException.class);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void closesInTimeThoughTheServerDoesNotAnswer() throws Exception {
        try (Harness rig = Harness.start()) {
            Harness.get(rig.stream().connect());
            rig.simulator.faults().blackHole();
            long start = System.nanoTime();
            rig.client.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
            assertThat(rig.stream().state()).isEqualTo(StreamState.CLOSED);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void theKeyTravelsInTheHeaderOfTheUpgradeAlone() throws Exception {
        try (Harness rig = Harness.start()) {
            Harness.get(rig.stream()
                    .subscribeTrades(TWO, new RecordingListener<>(Trade.class))
                    .ready());
            rig.client.http().snapshots("US:AAPL");
            assertThat(rig.simulator.observations().frames())
                    .noneMatch(f -> f.text().contains(Harness.KEY));
            assertThat(rig.simulator.observations().requests())
                    .isNotEmpty()
                    .noneMatch(r -> r.path().contains(Harness.KEY) || r.body().contains(Harness.KEY));
            rig.simulator.faults().loseAnswers("RS");
            CompletableFuture<Results<Snapshot>> refused = rig.stream().requestSnapshot("US:AAPL");
            Harness.until(
                    "the request arrived",
                    () -> !rig.simulator.observations().frames("RS").isEmpty());
            String request = rig.simulator.observations().frames("RS").get(0).text();
            String id = request.replaceAll(".*\"reqid\":(\\d+).*", "$1");
            String words = "{\"type\":\"RS\",\"msg\":\"" + Harness.KEY + " has expired.\",\"reqid\":" + id + "}";
            rig.simulator.faults().sendText(words.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> Harness.get(refused))
                    .hasCauseInstanceOf(ClientException.class)
                    .hasMessageContaining("has expired")
                    .hasMessageNotContaining(Harness.KEY);
            assertThat(rig.events.toString() + rig.stream().explain() + rig.client)
                    .doesNotContain(Harness.KEY);
        }
    }
}
