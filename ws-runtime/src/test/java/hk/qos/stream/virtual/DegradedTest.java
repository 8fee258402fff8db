package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import org.junit.jupiter.api.Test;

/** A series of failing heartbeats is reported once, whatever the failures, and so is its end. */
final class DegradedTest {
    private final EngineHarness harness = new EngineHarness();

    private void live(int seconds) {
        for (int i = 0; i < seconds; i++) {
            harness.seconds(1);
            harness.server.peer().push("ticks", "a", i);
        }
    }

    @Test
    void repeatedlyRefusedHeartbeatsAreReportedOnce() {
        harness.subscribe(TICKS, "a");
        harness.settle();
        harness.server.refused.put("BEAT", "not now");
        live(100);
        assertThat(harness.server.received("BEAT")).hasSizeGreaterThan(4);
        assertThat(harness.events(StreamEvent.Degraded.class))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo("a heartbeat was refused: not now"));
        assertThat(harness.events(StreamEvent.Healthy.class)).isEmpty();

        harness.server.refused.clear();
        live(40);
        assertThat(harness.events(StreamEvent.Healthy.class)).hasSize(1);
    }

    @Test
    void changedReasonOfDegradationIsNotReportedAgain() {
        harness.subscribe(TICKS, "a");
        harness.settle();
        harness.server.mute.add("BEAT");
        live(60);
        harness.server.mute.clear();
        harness.server.refused.put("BEAT", "not now");
        live(60);

        assertThat(harness.events(StreamEvent.Degraded.class)).hasSize(1);
    }
}
