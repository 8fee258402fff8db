package hk.qos.ws.virtual;

import static hk.qos.ws.toy.ToyChannel.QUOTES;
import static hk.qos.ws.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.ws.StreamEvent;
import hk.qos.ws.StreamState;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Heartbeats that a user calls for take the place of our own, and nobody else's. */
class CalledHeartbeatTest {
    private final Stage stage = new Stage();

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
