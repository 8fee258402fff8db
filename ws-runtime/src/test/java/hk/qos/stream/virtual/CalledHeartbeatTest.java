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

/** Heartbeats that a user calls for take the place of our own, and nobody else's. */
class CalledHeartbeatTest {
    private final EngineHarness stage = new EngineHarness();

    @Test
    void theyKeepNoSubscriptionWaiting() {
        stage.subscribe(TICKS, "a");
        stage.subscribe(QUOTES, "a");
        stage.seconds(5);
        stage.server.peer().cut();
        stage.settle();
        for (int i = 0; i < 50; i++) {
            var unused = stage.engine.heartbeat();
        }
        stage.seconds(5);

        assertThat(stage.engine.state()).isEqualTo(StreamState.READY);
        assertThat(stage.server.received("BEAT")).isNotEmpty();
    }

    @Test
    void theyWaitTheirTurnAmongRequestsUnlessOneIsDue() {
        stage.subscribe(TICKS, "a");
        stage.seconds(5);
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            for (int k = 0; k < 4; k++) {
                var unused = stage.engine.heartbeat();
            }
            answers.add(stage.engine.request(
                    new Ask("q" + i), RequestOptions.defaults().withDeadline(Duration.ofSeconds(8))));
            stage.seconds(1);
        }

        assertThat(answers.get(0)).isCompletedWithValue("q0");
        stage.seconds(60);
        List<String> sent = stage.server.received.stream()
                .map(FakeServer.Received::type)
                .skip(1)
                .limit(6)
                .toList();
        assertThat(sent).containsExactly("BEAT", "BEAT", "BEAT", "BEAT", "ASK", "BEAT");
    }

    @Test
    void oneThatIsDueGoesBeforeTheRequestsThatWait() {
        var unused = stage.engine.connect();
        stage.advance(Duration.ofMillis(14_500));
        for (int i = 0; i < 26; i++) {
            var ignored = stage.engine.request(new Ask("q" + i), RequestOptions.defaults());
        }
        CompletableFuture<Instant> called = stage.engine.heartbeat();
        stage.advance(Duration.ofMillis(1_200));

        assertThat(called).isCompleted();
        assertThat(stage.server.received).extracting(FakeServer.Received::type).containsExactly("ASK", "BEAT");
    }

    @Test
    void oneThatWillBeDueInTimeIsTakenHoweverManyRequestsWait() {
        var unused = stage.engine.connect();
        stage.settle();
        for (int i = 0; i < 60; i++) {
            var ignored = stage.engine.request(
                    new Ask("q" + i), RequestOptions.defaults().withDeadline(Duration.ofSeconds(80)));
        }
        CompletableFuture<Instant> called = stage.engine.heartbeat();
        stage.seconds(20);

        assertThat(called).isCompleted();
    }

    @Test
    void oneThatIsNotAnsweredBesideDataIsTold() {
        stage.subscribe(TICKS, "a");
        stage.settle();
        stage.server.mute.add("BEAT");
        for (int i = 0; i < 60; i++) {
            if (i % 10 == 0) {
                var unused = stage.engine.heartbeat();
            }
            stage.seconds(1);
            stage.server.peer().push("ticks", "a", i);
        }
        assertThat(stage.events(StreamEvent.Degraded.class)).hasSize(1);
        stage.server.mute.clear();
        CompletableFuture<Instant> answered = stage.engine.heartbeat();
        stage.seconds(5);

        assertThat(answered).isCompleted();
        assertThat(stage.events(StreamEvent.Healthy.class)).hasSize(1);
    }

    @Test
    void ourOwnFollowsAnIntervalAfterACalledOne() {
        var unused = stage.engine.connect();
        stage.advance(Duration.ofSeconds(10));
        CompletableFuture<Instant> called = stage.engine.heartbeat();
        stage.advance(Duration.ofSeconds(16));

        assertThat(called).isCompleted();
        assertThat(stage.server.received("BEAT"))
                .extracting(frame -> Duration.ofNanos(frame.at()).toSeconds())
                .containsExactly(10L, 25L);
    }
}
