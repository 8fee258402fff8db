package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import org.junit.jupiter.api.Test;

/** A spell of failing heartbeats is told once, however it fails, and so is its end. */
final class DegradedTest {
    private final EngineHarness stage = new EngineHarness();

    private void live(int seconds) {
        for (int i = 0; i < seconds; i++) {
            stage.seconds(1);
            stage.server.peer().push("ticks", "a", i);
        }
    }

    @Test
    void heartbeatsThatAreRefusedAgainAndAgainAreToldOnce() {
        stage.subscribe(TICKS, "a");
        stage.settle();
        stage.server.refused.put("BEAT", "not now");
        live(100);
        assertThat(stage.server.received("BEAT")).hasSizeGreaterThan(4);
        assertThat(stage.events(StreamEvent.Degraded.class))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo("a heartbeat was refused: not now"));
        assertThat(stage.events(StreamEvent.Healthy.class)).isEmpty();

        stage.server.refused.clear();
        live(40);
        assertThat(stage.events(StreamEvent.Healthy.class)).hasSize(1);
    }

    @Test
    void aSpellThatChangesItsReasonIsStillOne() {
        stage.subscribe(TICKS, "a");
        stage.settle();
        stage.server.mute.add("BEAT");
        live(60);
        stage.server.mute.clear();
        stage.server.refused.put("BEAT", "not now");
        live(60);

        assertThat(stage.events(StreamEvent.Degraded.class)).hasSize(1);
    }
}
