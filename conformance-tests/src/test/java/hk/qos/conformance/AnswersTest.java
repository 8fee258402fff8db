package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.QosStream;
import hk.qos.client.Results;
import hk.qos.client.model.Depth;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.error.RequestTimeoutException;
import hk.qos.stream.Deadlines;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.Resubscription;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Acknowledgements and replies that are lost, late, doubled, or nobody's. */
@ExtendWith(LeakGuard.class)
class AnswersTest {
    private static final List<String> TWO = List.of("US:AAPL", "CF:BTCUSDT");

    /** A rig whose client waits so long for an answer. */
    private static Harness patientFor(long millis) {
        return Harness.builder().stream(o -> o.deadlines(Deadlines.defaults().withAnswer(Duration.ofMillis(millis))))
                .start();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void pushesProveASubscriptionWhoseAcknowledgementWasLost() throws Exception {
        try (Harness rig = patientFor(1000)) {
            rig.simulator.faults().loseAnswers("S");
            Subscription<Snapshot> snapshots =
                    rig.stream().subscribeSnapshot(TWO, new RecordingListener<>(Snapshot.class));
            Harness.get(snapshots.ready());
            assertThat(rig.simulator.observations().frames("S")).hasSize(1);
            assertThat(rig.events(StreamEvent.Disconnected.class)).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void asksAgainWhenNeitherAcknowledgementNorPushComes() throws Exception {
        try (Harness rig = patientFor(500)) {
            rig.simulator.faults().mutePushes();
            rig.simulator.faults().loseAnswers("T", 1);
            Subscription<Trade> trades = rig.stream().subscribeTrades(TWO, new RecordingListener<>(Trade.class));
            Harness.get(trades.ready());
            assertThat(trades.states().values()).containsOnly(SubscriptionState.ACTIVE);
            assertThat(rig.simulator.observations().frames("T")).hasSize(2);
            assertThat(rig.subscribed()).isEqualTo(Map.of("T", Set.copyOf(TWO)));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aChannelThatIsNeverAcknowledgedEndsNoConnection() throws Exception {
        Deadlines quick = Deadlines.defaults().withAnswer(Duration.ofMillis(300));
        Resubscription often = new Resubscription(Duration.ofMillis(50), Duration.ofMillis(200));
        try (Harness rig = Harness.builder().stream(o -> o.deadlines(quick).resubscription(often))
                .start()) {
            rig.simulator.faults().mutePushes();
            rig.simulator.faults().loseAnswers("D");
            Subscription<Depth> depth = rig.stream().subscribeDepth(TWO, new RecordingListener<>(Depth.class));
            Harness.get(rig.stream()
                    .subscribeTrades(TWO, new RecordingListener<>(Trade.class))
                    .ready());
            Harness.until(
                    "it is asked for again and again",
                    () -> rig.simulator.observations().frames("D").size() > 4);
            assertThat(rig.event(StreamEvent.Unanswered.class).channel()).isEqualTo("depth");
            assertThat(rig.events(StreamEvent.Disconnected.class)).isEmpty();
            rig.simulator.faults().clear();
            Harness.get(depth.ready());
            assertThat(rig.subscribed()).isEqualTo(Map.of("T", Set.copyOf(TWO), "D", Set.copyOf(TWO)));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aLostAcknowledgementOfACancelDoesNotKeepTheSubscription() throws Exception {
        try (Harness rig = patientFor(500)) {
            Harness.get(rig.stream()
                    .subscribeTrades(TWO, new RecordingListener<>(Trade.class))
                    .ready());
            rig.simulator.faults().loseAnswers("TC", 1);
            Harness.get(rig.stream().unsubscribeTrades(TWO));
            assertThat(rig.subscribed()).isEmpty();
            assertThat(rig.simulator.observations().frames("TC")).hasSize(2);
            assertThat(rig.events(StreamEvent.Disconnected.class)).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void lateAcknowledgementsAreWaitedFor() throws Exception {
        try (Harness rig = patientFor(5000)) {
            rig.simulator.faults().mutePushes();
            for (String type : List.of("S", "T", "D")) {
                rig.simulator.faults().delayAnswers(type, Duration.ofMillis(400), 1);
            }
            QosStream stream = rig.stream();
            Subscription<?> snapshots = stream.subscribeSnapshot(TWO, new RecordingListener<>(Snapshot.class));
            Subscription<?> trades = stream.subscribeTrades(TWO, new RecordingListener<>(Trade.class));
            Subscription<?> depth = stream.subscribeDepth(TWO, new RecordingListener<>(Depth.class));
            Harness.until("all were sent", () -> rig.frames(1).size() == 3);
            assertThat(List.of(snapshots, trades, depth))
                    .anySatisfy(s -> assertThat(s.states().values()).containsOnly(SubscriptionState.PENDING));
            for (Subscription<?> each : List.of(snapshots, trades, depth)) {
                Harness.get(each.ready());
            }
            assertThat(rig.frames(1)).hasSize(3);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aRequestWithoutOptionsGoesByTheDefaultsThatWereSet() throws Exception {
        RequestOptions brief = RequestOptions.defaults().withDeadline(Duration.ofMillis(1_234));
        try (Harness rig = Harness.builder().stream(options -> options.requestDefaults(brief))
                .start()) {
            Harness.get(rig.stream().connect());
            rig.simulator.faults().loseAnswers("RS");
            assertThatThrownBy(() -> Harness.get(rig.stream().requestSnapshot("HK:700")))
                    .hasCauseInstanceOf(RequestTimeoutException.class)
                    .hasMessageContaining("1234 ms");
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aReplyThatIsTooLateFailsItsRequestAndIsNobodyElses() throws Exception {
        try (Harness rig = Harness.start()) {
            rig.simulator.faults().delayAnswers("RS", Duration.ofMillis(900), 1);
            CompletableFuture<Results<Snapshot>> late = rig.stream()
                    .requestSnapshot(
                            List.of("US:AAPL"), RequestOptions.defaults().withDeadline(Duration.ofMillis(300)));
            assertThatThrownBy(() -> Harness.get(late)).hasCauseInstanceOf(RequestTimeoutException.class);
            assertThat(Harness.get(rig.stream().requestSnapshot("HK:700")))
                    .extracting(Snapshot::code)
                    .containsExactly("HK:700");
            assertThat(Harness.get(rig.stream().requestSnapshot("US:TSLA")))
                    .extracting(Snapshot::code)
                    .containsExactly("US:TSLA");
            assertThat(rig.events(StreamEvent.Disconnected.class)).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void repliesFindTheirRequestsInWhateverOrderTheyCome() throws Exception {
        try (Harness rig = Harness.start()) {
            List<String> codes = List.of("US:AAPL", "US:TSLA", "HK:700", "SZ:000001", "CF:BTCUSDT");
            for (int i = codes.size(); i > 0; i--) {
                rig.simulator.faults().delayAnswers("RD", Duration.ofMillis(i * 100L), 1);
            }
            List<CompletableFuture<Results<Depth>>> answers = new ArrayList<>();
            codes.forEach(code -> answers.add(rig.stream().requestDepth(code)));
            for (int i = 0; i < codes.size(); i++) {
                assertThat(Harness.get(answers.get(i))).extracting(Depth::code).containsExactly(codes.get(i));
            }
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void answersThatComeTwiceOrBelongToNobodyAreIgnored() throws Exception {
        try (Harness rig = Harness.start()) {
            rig.simulator.faults().repeatAnswers("S", 1);
            rig.simulator.faults().repeatAnswers("RT", 1);
            Harness.get(rig.stream()
                    .subscribeSnapshot(TWO, new RecordingListener<>(Snapshot.class))
                    .ready());
            assertThat(Harness.get(rig.stream().requestTrades(1, "US:AAPL"))).hasSize(1);
            rig.simulator.faults().send("{\"type\":\"RT\",\"msg\":\"OK\",\"reqid\":0,\"data\":[]}");
            rig.simulator.faults().send("{\"type\":\"RT\",\"msg\":\"OK\",\"reqid\":9223372036854775807,\"data\":[]}");
            rig.simulator.faults().send("{\"type\":\"S\",\"msg\":\"OK\",\"time\":1,\"reqid\":4711}");
            Harness.get(rig.stream().heartbeat()); // Answered after those: none of them can come to the next request.
            assertThat(Harness.get(rig.stream().requestTrades(1, "US:TSLA")))
                    .extracting(Trade::code)
                    .containsExactly("US:TSLA");
            assertThat(rig.events(StreamEvent.Malformed.class)).isEmpty();
            assertThat(rig.events(StreamEvent.Disconnected.class)).isEmpty();
        }
    }
}
