package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.Results;
import hk.qos.client.model.Depth;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.error.ClientException;
import hk.qos.error.ClosedException;
import hk.qos.error.ConnectionLostException;
import hk.qos.simulator.observe.ConnectionView;
import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamLimits;
import hk.qos.stream.StreamState;
import hk.qos.stream.StreamTimeouts;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.fixtures.LeakGuard;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Servers that are silent or do not read, slow and failing listeners, and closing the client. */
@ExtendWith({LeakGuard.class, NettyWarnings.class})
class LivenessAndCloseTest {
    private static final List<String> TWO = List.of("US:AAPL", "CF:BTCUSDT");

    private static Harness alertFor(int heartbeatMillis, int graceMillis) {
        return Harness.builder().stream(o -> o.heartbeatInterval(Duration.ofMillis(heartbeatMillis))
                        .heartbeatTimeout(Duration.ofMillis(graceMillis)))
                .start();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void reconnectsFromASilentServer() throws Exception {
        try (Harness harness = Harness.builder().stream(o -> o.heartbeatInterval(Duration.ofMillis(300))
                        .heartbeatTimeout(Duration.ofMillis(700))
                        .timeouts(StreamTimeouts.defaults()
                                .withEachStep(Duration.ofMillis(500))
                                .withConnect(Duration.ofMillis(900))))
                .start()) {
            RecordingListener<Trade> seen = new RecordingListener<>(Trade.class);
            Subscription<Trade> trades = harness.stream().subscribeTrades(TWO, seen);
            Harness.get(trades.ready());
            harness.simulator.faults().blackHole();
            StreamEvent.Disconnected loss = harness.event(StreamEvent.Disconnected.class);
            assertThat(loss.cause()).isInstanceOf(ConnectionLostException.class).hasMessageContaining("silent");
            harness.event(StreamEvent.ConnectFailed.class);
            assertThat(harness.stream().explain()).startsWith("Not ready: ");
            harness.simulator.faults().clear();
            harness.event(StreamEvent.Ready.class, 2);
            seen.awaitData(2);
            assertThat(trades.states().values()).containsOnly(SubscriptionState.ACTIVE);
            assertThat(harness.events(StreamEvent.Gap.class)).hasSize(2);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void staysConnectedInAQuietMarket() throws Exception {
        try (Harness harness = alertFor(100, 5000)) {
            Harness.get(harness.stream()
                    .subscribeTrades(TWO, new RecordingListener<>(Trade.class))
                    .ready());
            harness.simulator.faults().mutePushes();
            Harness.until(
                    "many heartbeats",
                    () -> harness.simulator.observations().frames("H").size() >= 25);
            assertThat(harness.events(StreamEvent.Disconnected.class)).isEmpty();
            assertThat(harness.events(StreamEvent.Degraded.class)).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void reportsUnansweredHeartbeatsBesideDataWithoutReconnecting() throws Exception {
        try (Harness harness = Harness.builder().stream(o -> o.heartbeatInterval(Duration.ofMillis(200))
                        .heartbeatTimeout(Duration.ofMillis(2000))
                        .timeouts(StreamTimeouts.defaults().withAnswer(Duration.ofMillis(300))))
                .start()) {
            Harness.get(harness.stream()
                    .subscribeTrades(TWO, new RecordingListener<>(Trade.class))
                    .ready());
            harness.simulator.faults().loseAnswers("H");
            harness.event(StreamEvent.Degraded.class);
            assertThat(harness.stream().explain()).containsIgnoringCase("heartbeat");
            harness.simulator.faults().clear();
            harness.event(StreamEvent.Healthy.class);
            assertThat(harness.events(StreamEvent.Disconnected.class)).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void reconnectsFromAServerThatStopsReading() throws Exception {
        try (Harness harness = Harness.builder()
                .client(c -> c.planLimits(
                        Harness.planLimits().withInstruments(100_000).withSpacing(Duration.ZERO)))
                .stream(o -> o.timeouts(StreamTimeouts.defaults().withFlush(Duration.ofSeconds(1))))
                .start()) {
            Harness.get(harness.stream().connect());
            harness.simulator.faults().stopReading();
            // Large frames, more than the kernel's buffers hold.
            String symbol = "US:" + "X".repeat(80);
            List<String> many =
                    IntStream.range(0, 10_000).mapToObj(i -> symbol + i).toList();
            List<CompletableFuture<Results<Snapshot>>> answers = IntStream.range(0, 15)
                    .mapToObj(i -> harness.stream().requestSnapshots(many))
                    .toList();
            assertThat(harness.event(StreamEvent.Disconnected.class).cause()).hasMessageContaining("took nothing");
            harness.client.close();
            Harness.await("every request ended", () -> assertThat(answers).allMatch(CompletableFuture::isDone));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void sleepingListenerDelaysNeitherHeartbeatsNorRequests() throws Exception {
        try (Harness harness = Harness.builder().simulator(s -> s.pushRate(1000)).stream(
                        o -> o.heartbeatInterval(Duration.ofMillis(100))
                                .heartbeatTimeout(Duration.ofMillis(8000))
                                .limits(StreamLimits.defaults()
                                        .withItemsPerSubscription(32)
                                        .withQueuedBytes(16 << 20)))
                .start()) {
            CompletableFuture<Void> awake = new CompletableFuture<>();
            RecordingListener<Trade> seen = new RecordingListener<>(Trade.class) {
                @Override
                public void onData(Trade trade) {
                    awake.join();
                    super.onData(trade);
                }
            };
            Subscription<Trade> trades = harness.stream().subscribeTrades(TWO, seen);
            Harness.get(trades.ready());
            Harness.until(
                    "more was pushed than may wait",
                    () -> harness.simulator.observations().pushes() > 150);
            assertThat(Harness.get(harness.stream().requestDepths("HK:700")))
                    .extracting(Depth::code)
                    .containsExactly("HK:700");
            awake.complete(null);
            StreamEvent.Overflow overflow = harness.event(StreamEvent.Overflow.class);
            assertThat(overflow.count()).isPositive();
            assertThat(overflow.from()).isBeforeOrEqualTo(overflow.to());
            Harness.until(
                    "told in its place",
                    () -> seen.after(StreamEvent.Overflow.class).stream().anyMatch(Trade.class::isInstance));
            assertThat(harness.events(StreamEvent.Disconnected.class)).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void reportsAThrowingListenerAndKeepsCallingIt() throws Exception {
        try (Harness harness = Harness.start()) {
            RecordingListener<Trade> seen = new RecordingListener<>(Trade.class) {
                @Override
                public void onData(Trade trade) {
                    super.onData(trade);
                    throw new AssertionError("from the listener");
                }
            };
            RecordingListener<Trade> other = new RecordingListener<>(Trade.class);
            Harness.get(harness.stream().subscribeTrades(TWO, seen).ready());
            Harness.get(harness.stream().subscribeTrades(TWO, other).ready());
            seen.awaitData(3);
            other.awaitData(3);
            assertThat(harness.event(StreamEvent.CallbackFailed.class).cause()).hasMessage("from the listener");
            assertThat(harness.stream().state()).isEqualTo(StreamState.READY);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void closeSendsACloseFrameAndFailsPendingRequests() throws Exception {
        try (Harness harness = Harness.start()) {
            Subscription<Trade> trades = harness.stream().subscribeTrades(TWO, new RecordingListener<>(Trade.class));
            Harness.get(trades.ready());
            harness.simulator.faults().loseAnswers("RS");
            CompletableFuture<Results<Snapshot>> pending = harness.stream().requestSnapshots("US:AAPL");
            harness.client.close();
            assertThatThrownBy(() -> Harness.get(pending)).hasCauseInstanceOf(ClosedException.class);
            harness.event(StreamEvent.Closed.class);
            assertThat(trades.isClosed()).isTrue();
            assertThat(harness.stream().state()).isEqualTo(StreamState.CLOSED);
            assertThatThrownBy(() -> harness.stream().subscribeTrades(TWO, new RecordingListener<>(Trade.class)))
                    .isInstanceOf(ClosedException.class);
            assertThatThrownBy(() -> harness.client.http().snapshots("US:AAPL")).isInstanceOf(ClosedException.class);
            Harness.await(
                    "the goodbye",
                    () -> assertThat(harness.simulator.observations().connections())
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
                                .withBase(Duration.ofMinutes(5))
                                .withFirstJitter(Duration.ofMillis(1))
                                .withMaxJitter(Duration.ofMillis(1))))
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
    void closesInTimeWithoutTheServersAnswer() throws Exception {
        try (Harness harness = Harness.start()) {
            Harness.get(harness.stream().connect());
            harness.simulator.faults().blackHole();
            long start = System.nanoTime();
            harness.client.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
            assertThat(harness.stream().state()).isEqualTo(StreamState.CLOSED);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void sendsTheApiKeyInTheUpgradeHeaderOnly() throws Exception {
        try (Harness harness = Harness.start()) {
            Harness.get(harness.stream()
                    .subscribeTrades(TWO, new RecordingListener<>(Trade.class))
                    .ready());
            harness.client.http().snapshots("US:AAPL");
            assertThat(harness.simulator.observations().frames())
                    .noneMatch(f -> f.text().contains(harness.key));
            assertThat(harness.simulator.observations().requests())
                    .isNotEmpty()
                    .noneMatch(r -> r.path().contains(harness.key) || r.body().contains(harness.key));
            harness.simulator.faults().loseAnswers("RS");
            CompletableFuture<Results<Snapshot>> refused = harness.stream().requestSnapshots("US:AAPL");
            Harness.until(
                    "the request arrived",
                    () -> !harness.simulator.observations().frames("RS").isEmpty());
            String request =
                    harness.simulator.observations().frames("RS").get(0).text();
            String id = request.replaceAll(".*\"reqid\":(\\d+).*", "$1");
            String body = "{\"type\":\"RS\",\"msg\":\"" + harness.key + " has expired.\",\"reqid\":" + id + "}";
            harness.simulator.faults().sendText(body.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> Harness.get(refused))
                    .hasCauseInstanceOf(ClientException.class)
                    .hasMessageContaining("has expired")
                    .hasMessageNotContaining(harness.key);
            assertThat(harness.events.toString() + harness.stream().explain() + harness.client)
                    .doesNotContain(harness.key);
        }
    }
}
