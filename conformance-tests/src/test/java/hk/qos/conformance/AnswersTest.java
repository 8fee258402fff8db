package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.QosStream;
import hk.qos.client.Results;
import hk.qos.client.model.Depth;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.error.MalformedJsonException;
import hk.qos.error.RequestTimeoutException;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.Resubscription;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamTimeouts;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.fixtures.LeakGuard;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Acknowledgements and replies that are lost, late, duplicated, or unrelated to a request. */
@ExtendWith({LeakGuard.class, NettyWarnings.class})
class AnswersTest {
    private static final List<String> TWO = List.of("US:AAPL", "CF:BTCUSDT");

    /** A harness whose client has this request timeout. */
    private static Harness withAnswerTimeout(long millis) {
        return Harness.builder().stream(
                        o -> o.timeouts(StreamTimeouts.defaults().withAnswer(Duration.ofMillis(millis))))
                .start();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void acceptsPushesAsAcknowledgementIfTheAcknowledgementIsLost() throws Exception {
        try (Harness harness = withAnswerTimeout(1000)) {
            harness.simulator.faults().loseAnswers("S");
            Subscription<Snapshot> snapshots =
                    harness.stream().subscribeSnapshots(TWO, new RecordingListener<>(Snapshot.class));
            Harness.get(snapshots.ready());
            assertThat(harness.simulator.observations().frames("S")).hasSize(1);
            assertThat(harness.events(StreamEvent.Disconnected.class)).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void subscribesAgainWithoutAcknowledgementAndPush() throws Exception {
        try (Harness harness = withAnswerTimeout(500)) {
            harness.simulator.faults().mutePushes();
            harness.simulator.faults().loseAnswers("T", 1);
            Subscription<Trade> trades = harness.stream().subscribeTrades(TWO, new RecordingListener<>(Trade.class));
            Harness.get(trades.ready());
            assertThat(trades.states().values()).containsOnly(SubscriptionState.ACTIVE);
            assertThat(harness.simulator.observations().frames("T")).hasSize(2);
            assertThat(harness.subscribed()).isEqualTo(Map.of("T", Set.copyOf(TWO)));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void keepsConnectionIfAChannelIsNeverAcknowledged() throws Exception {
        StreamTimeouts quick = StreamTimeouts.defaults().withAnswer(Duration.ofMillis(300));
        Resubscription often =
                Resubscription.defaults().withFirstPause(Duration.ofMillis(50)).withMaxPause(Duration.ofMillis(200));
        try (Harness harness = Harness.builder().stream(o -> o.timeouts(quick).resubscription(often))
                .start()) {
            harness.simulator.faults().mutePushes();
            harness.simulator.faults().loseAnswers("D");
            Subscription<Depth> depth = harness.stream().subscribeDepths(TWO, new RecordingListener<>(Depth.class));
            Harness.get(harness.stream()
                    .subscribeTrades(TWO, new RecordingListener<>(Trade.class))
                    .ready());
            Harness.until(
                    "it is asked for again and again",
                    () -> harness.simulator.observations().frames("D").size() > 4);
            assertThat(harness.event(StreamEvent.Unanswered.class).channel()).isEqualTo("depths");
            assertThat(harness.events(StreamEvent.Disconnected.class)).isEmpty();
            harness.simulator.faults().clear();
            Harness.get(depth.ready());
            assertThat(harness.subscribed()).isEqualTo(Map.of("T", Set.copyOf(TWO), "D", Set.copyOf(TWO)));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void unsubscribesDespiteALostAcknowledgement() throws Exception {
        try (Harness harness = withAnswerTimeout(500)) {
            Harness.get(harness.stream()
                    .subscribeTrades(TWO, new RecordingListener<>(Trade.class))
                    .ready());
            harness.simulator.faults().loseAnswers("TC", 1);
            Harness.get(harness.stream().unsubscribeTrades(TWO));
            assertThat(harness.subscribed()).isEmpty();
            assertThat(harness.simulator.observations().frames("TC")).hasSize(2);
            assertThat(harness.events(StreamEvent.Disconnected.class)).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void waitsForLateAcknowledgements() throws Exception {
        try (Harness harness = withAnswerTimeout(5000)) {
            harness.simulator.faults().mutePushes();
            for (String type : List.of("S", "T", "D")) {
                harness.simulator.faults().delayAnswers(type, Duration.ofMillis(400), 1);
            }
            QosStream stream = harness.stream();
            Subscription<?> snapshots = stream.subscribeSnapshots(TWO, new RecordingListener<>(Snapshot.class));
            Subscription<?> trades = stream.subscribeTrades(TWO, new RecordingListener<>(Trade.class));
            Subscription<?> depth = stream.subscribeDepths(TWO, new RecordingListener<>(Depth.class));
            Harness.until("all were sent", () -> harness.frames(1).size() == 3);
            assertThat(List.of(snapshots, trades, depth))
                    .anySatisfy(s -> assertThat(s.states().values()).containsOnly(SubscriptionState.PENDING));
            for (Subscription<?> each : List.of(snapshots, trades, depth)) {
                Harness.get(each.ready());
            }
            assertThat(harness.frames(1)).hasSize(3);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void requestWithoutOptionsUsesConfiguredDefaults() throws Exception {
        RequestOptions brief = RequestOptions.defaults().withTimeout(Duration.ofMillis(1_234));
        try (Harness harness = Harness.builder().stream(options -> options.requestDefaults(brief))
                .start()) {
            Harness.get(harness.stream().connect());
            harness.simulator.faults().loseAnswers("RS");
            assertThatThrownBy(() -> Harness.get(harness.stream().requestSnapshots("HK:700")))
                    .hasCauseInstanceOf(RequestTimeoutException.class)
                    .hasMessageContaining("1234 ms");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'RS','reqid':%d,'data':[]}",
                "{'reqid':%d,'data':[]}",
                "{'type':'RS','msg':'OK','reqid':%d,'data':[{'c':'HK:7",
                "{'type':'RS','msg':'OK','data':[{'c':'HK:7"
            })
    @Execution(ExecutionMode.CONCURRENT)
    void unreadableReplyFailsItsRequestAtOnce(String reply) throws Exception {
        try (Harness harness = Harness.start()) {
            harness.simulator.faults().loseAnswers("RS");
            CompletableFuture<Results<Snapshot>> request = harness.stream().requestSnapshots("HK:700");
            Harness.until(
                    "it is sent",
                    () -> !harness.simulator.observations().frames("RS").isEmpty());
            String sent = harness.simulator.observations().frames("RS").get(0).text();
            long id = Long.parseLong(sent.replaceAll(".*\"reqid\":(\\d+).*", "$1"));
            harness.simulator.faults().send(reply.replace('\'', '"').replace("%d", Long.toString(id)));
            assertThatThrownBy(() -> Harness.get(request))
                    .hasCauseInstanceOf(MalformedJsonException.class)
                    .hasMessageContaining("requestSnapshots (RS) was answered with unusable JSON");
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void lateReplyFailsItsRequestAndCompletesNoOther() throws Exception {
        try (Harness harness = Harness.start()) {
            harness.simulator.faults().delayAnswers("RS", Duration.ofMillis(900), 1);
            CompletableFuture<Results<Snapshot>> late = harness.stream()
                    .requestSnapshots(
                            List.of("US:AAPL"), RequestOptions.defaults().withTimeout(Duration.ofMillis(300)));
            assertThatThrownBy(() -> Harness.get(late)).hasCauseInstanceOf(RequestTimeoutException.class);
            assertThat(Harness.get(harness.stream().requestSnapshots("HK:700")))
                    .extracting(Snapshot::code)
                    .containsExactly("HK:700");
            assertThat(Harness.get(harness.stream().requestSnapshots("US:TSLA")))
                    .extracting(Snapshot::code)
                    .containsExactly("US:TSLA");
            assertThat(harness.events(StreamEvent.Disconnected.class)).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void matchesRepliesInAnyOrder() throws Exception {
        try (Harness harness = Harness.start()) {
            List<String> codes = List.of("US:AAPL", "US:TSLA", "HK:700", "SZ:000001", "CF:BTCUSDT");
            for (int i = codes.size(); i > 0; i--) {
                harness.simulator.faults().delayAnswers("RD", Duration.ofMillis(i * 100L), 1);
            }
            List<CompletableFuture<Results<Depth>>> answers = new ArrayList<>();
            codes.forEach(code -> answers.add(harness.stream().requestDepths(code)));
            for (int i = 0; i < codes.size(); i++) {
                assertThat(Harness.get(answers.get(i))).extracting(Depth::code).containsExactly(codes.get(i));
            }
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void ignoresDuplicateAndUnknownAnswers() throws Exception {
        try (Harness harness = Harness.start()) {
            harness.simulator.faults().repeatAnswers("S", 1);
            harness.simulator.faults().repeatAnswers("RT", 1);
            Harness.get(harness.stream()
                    .subscribeSnapshots(TWO, new RecordingListener<>(Snapshot.class))
                    .ready());
            assertThat(Harness.get(harness.stream().requestTrades(1, "US:AAPL")))
                    .hasSize(1);
            harness.simulator.faults().send("{\"type\":\"RT\",\"msg\":\"OK\",\"reqid\":0,\"data\":[]}");
            harness.simulator
                    .faults()
                    .send("{\"type\":\"RT\",\"msg\":\"OK\",\"reqid\":9223372036854775807,\"data\":[]}");
            harness.simulator.faults().send("{\"type\":\"S\",\"msg\":\"OK\",\"time\":1,\"reqid\":4711}");
            Harness.get(
                    harness.stream().heartbeat()); // Answered after those: none of them can come to the next request.
            assertThat(Harness.get(harness.stream().requestTrades(1, "US:TSLA")))
                    .extracting(Trade::code)
                    .containsExactly("US:TSLA");
            assertThat(harness.events(StreamEvent.Malformed.class)).isEmpty();
            assertThat(harness.events(StreamEvent.Disconnected.class)).isEmpty();
        }
    }
}
