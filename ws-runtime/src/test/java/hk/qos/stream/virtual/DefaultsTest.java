package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The numbers that nobody has to set, by what they do. */
class DefaultsTest {
    private final EngineHarness stage = new EngineHarness();

    @Test
    void aHeartbeatGoesOutEvery15Seconds() {
        stage.subscribe(TICKS, "a");
        stage.settle();
        stage.server.received.clear();
        stage.seconds(61);

        assertThat(stage.server.received("BEAT"))
                .extracting(frame -> Duration.ofNanos(frame.at()).toSeconds())
                .containsExactly(15L, 30L, 45L, 60L);
    }

    @Test
    void aServerIsDeadAfter25SecondsOfSilence() {
        var unused = stage.engine.connect();
        stage.settle();
        stage.server.mute.add("BEAT");
        stage.advance(Duration.ofMillis(24_900));
        assertThat(stage.engine.state()).isEqualTo(StreamState.READY);
        stage.advance(Duration.ofMillis(200));

        assertThat(stage.events(StreamEvent.Disconnected.class))
                .singleElement()
                .satisfies(lost -> assertThat(lost.cause()).hasMessageContaining("silent for 25 s"));
    }

    @Test
    void anAttemptToConnectEndsAfter15Seconds() {
        stage.server.accepts = false;
        var unused = stage.engine.connect();
        stage.advance(Duration.ofMillis(14_900));
        assertThat(stage.events(StreamEvent.ConnectFailed.class)).isEmpty();
        stage.advance(Duration.ofMillis(200));

        assertThat(stage.events(StreamEvent.ConnectFailed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.cause()).hasMessage("not connected within 15 s"));
    }

    @Test
    void aServerThatTakesNothingForTenSecondsIsDead() {
        stage.server.flushes = false;
        stage.subscribe(TICKS, "a");
        stage.advance(Duration.ofMillis(9_900));
        assertThat(stage.events(StreamEvent.Disconnected.class)).isEmpty();
        stage.advance(Duration.ofMillis(200));

        assertThat(stage.events(StreamEvent.Disconnected.class))
                .singleElement()
                .satisfies(
                        lost -> assertThat(lost.cause()).hasMessageContaining("took nothing from the socket for 10 s"));
    }

    @Test
    void whatIsWantedIsAcknowledgedWithinTenSecondsOrAskedForAgain() {
        stage.server.mute.add("SUB:ticks");
        stage.subscribe(TICKS, "a");
        stage.advance(Duration.ofMillis(9_900));
        assertThat(stage.server.received("SUB:ticks")).hasSize(1);
        stage.advance(Duration.ofMillis(300));

        assertThat(stage.server.received("SUB:ticks")).hasSize(2);
    }
}
