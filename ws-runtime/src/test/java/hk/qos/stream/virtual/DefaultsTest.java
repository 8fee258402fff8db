package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The effect of default settings. */
class DefaultsTest {
    private final EngineHarness harness = new EngineHarness();

    @Test
    void heartbeatIsSentEvery15Seconds() {
        harness.subscribe(TICKS, "a");
        harness.settle();
        harness.server.received.clear();
        harness.seconds(61);

        assertThat(harness.server.received("BEAT"))
                .extracting(frame -> Duration.ofNanos(frame.at()).toSeconds())
                .containsExactly(15L, 30L, 45L, 60L);
    }

    @Test
    void serverIsDeadAfter25SecondsOfSilence() {
        var unused = harness.engine.connect();
        harness.settle();
        harness.server.mute.add("BEAT");
        harness.advance(Duration.ofMillis(24_900));
        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
        harness.advance(Duration.ofMillis(200));

        assertThat(harness.events(StreamEvent.Disconnected.class))
                .singleElement()
                .satisfies(lost -> assertThat(lost.cause()).hasMessageContaining("silent for 25 s"));
    }

    @Test
    void connectAttemptEndsAfter15Seconds() {
        harness.server.accepts = false;
        var unused = harness.engine.connect();
        harness.advance(Duration.ofMillis(14_900));
        assertThat(harness.events(StreamEvent.ConnectFailed.class)).isEmpty();
        harness.advance(Duration.ofMillis(200));

        assertThat(harness.events(StreamEvent.ConnectFailed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.cause()).hasMessage("not connected within 15 s"));
    }

    @Test
    void serverThatReadsNothingForTenSecondsIsDead() {
        harness.server.flushes = false;
        harness.subscribe(TICKS, "a");
        harness.advance(Duration.ofMillis(9_900));
        assertThat(harness.events(StreamEvent.Disconnected.class)).isEmpty();
        harness.advance(Duration.ofMillis(200));

        assertThat(harness.events(StreamEvent.Disconnected.class))
                .singleElement()
                .satisfies(
                        lost -> assertThat(lost.cause()).hasMessageContaining("took nothing from the socket for 10 s"));
    }

    @Test
    void subscribesAgainWhenNotAcknowledgedWithinTenSeconds() {
        harness.server.mute.add("SUB:ticks");
        harness.subscribe(TICKS, "a");
        harness.advance(Duration.ofMillis(9_900));
        assertThat(harness.server.received("SUB:ticks")).hasSize(1);
        harness.advance(Duration.ofMillis(300));

        assertThat(harness.server.received("SUB:ticks")).hasSize(2);
    }
}
