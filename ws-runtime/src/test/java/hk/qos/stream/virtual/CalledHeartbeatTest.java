package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.toy.Ask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A heartbeat that the user calls replaces the engine's own, and delays no other frame. */
class CalledHeartbeatTest {
    private final EngineHarness harness = new EngineHarness();

    @Test
    void calledHeartbeatsDoNotDelaySubscriptions() {
        harness.subscribe(TICKS, "a");
        harness.subscribe(QUOTES, "a");
        harness.seconds(5);
        harness.server.peer().cut();
        harness.settle();
        for (int i = 0; i < 50; i++) {
            var unused = harness.engine.heartbeat();
        }
        harness.seconds(5);

        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
        assertThat(harness.server.received("BEAT")).isNotEmpty();
    }

    @Test
    void calledHeartbeatsWaitAmongRequestsUnlessOneIsDue() {
        harness.subscribe(TICKS, "a");
        harness.seconds(5);
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            for (int k = 0; k < 4; k++) {
                var unused = harness.engine.heartbeat();
            }
            answers.add(harness.engine.request(
                    new Ask("q" + i), RequestOptions.defaults().withTimeout(Duration.ofSeconds(8))));
            harness.seconds(1);
        }

        assertThat(answers.get(0)).isCompletedWithValue("q0");
        harness.seconds(60);
        List<String> sent = harness.server.received.stream()
                .map(FakeServer.Received::type)
                .skip(1)
                .limit(6)
                .toList();
        assertThat(sent).containsExactly("BEAT", "BEAT", "BEAT", "BEAT", "ASK", "BEAT");
    }

    @Test
    void calledHeartbeatThatIsDuePrecedesWaitingRequests() {
        var unused = harness.engine.connect();
        harness.advance(Duration.ofMillis(14_500));
        for (int i = 0; i < 26; i++) {
            var ignored = harness.engine.request(new Ask("q" + i), RequestOptions.defaults());
        }
        CompletableFuture<Instant> called = harness.engine.heartbeat();
        harness.advance(Duration.ofMillis(1_200));

        assertThat(called).isCompleted();
        assertThat(harness.server.received)
                .extracting(FakeServer.Received::type)
                .containsExactly("ASK", "BEAT");
    }

    @Test
    void calledHeartbeatIsAcceptedIfItBecomesDueBeforeItsTimeout() {
        var unused = harness.engine.connect();
        harness.settle();
        for (int i = 0; i < 60; i++) {
            var ignored = harness.engine.request(
                    new Ask("q" + i), RequestOptions.defaults().withTimeout(Duration.ofSeconds(80)));
        }
        CompletableFuture<Instant> called = harness.engine.heartbeat();
        harness.seconds(20);

        assertThat(called).isCompleted();
    }

    @Test
    void unansweredCalledHeartbeatDegradesTheStreamWhileDataFlows() {
        harness.subscribe(TICKS, "a");
        harness.settle();
        harness.server.mute.add("BEAT");
        for (int i = 0; i < 60; i++) {
            if (i % 10 == 0) {
                var unused = harness.engine.heartbeat();
            }
            harness.seconds(1);
            harness.server.peer().push("ticks", "a", i);
        }
        assertThat(harness.events(StreamEvent.Degraded.class)).hasSize(1);
        harness.server.mute.clear();
        CompletableFuture<Instant> answered = harness.engine.heartbeat();
        harness.seconds(5);

        assertThat(answered).isCompleted();
        assertThat(harness.events(StreamEvent.Healthy.class)).hasSize(1);
    }

    @Test
    void ownHeartbeatFollowsOneIntervalAfterACalledOne() {
        var unused = harness.engine.connect();
        harness.advance(Duration.ofSeconds(10));
        CompletableFuture<Instant> called = harness.engine.heartbeat();
        harness.advance(Duration.ofSeconds(16));

        assertThat(called).isCompleted();
        assertThat(harness.server.received("BEAT"))
                .extracting(frame -> Duration.ofNanos(frame.at()).toSeconds())
                .containsExactly(10L, 25L);
    }
}
