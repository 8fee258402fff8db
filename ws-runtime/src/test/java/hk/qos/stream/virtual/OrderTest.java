package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of events, states and completions. */
class OrderTest {
    private final EngineHarness harness = new EngineHarness();

    @Test
    void readyCompletesAfterItsEventAndWithTheNewState() {
        List<StreamEvent> late = new ArrayList<>();
        List<StreamState> states = new ArrayList<>();
        var unused = harness.subscribe(TICKS, "a").ready().thenRun(() -> {
            states.add(harness.engine.state());
            harness.engine.onEvent(late::add);
        });
        harness.seconds(3);

        assertThat(states).containsExactly(StreamState.READY);
        assertThat(harness.events(StreamEvent.Ready.class)).hasSize(1);
        assertThat(late).isEmpty();
    }

    @Test
    void refusedHeartbeatsAreReportedOnceUntilOneIsAnswered() {
        harness.server.mute.add("BEAT");
        var unused = harness.engine.connect();
        for (int i = 0; i < 60; i++) {
            harness.seconds(1);
            if (i % 15 == 0) {
                harness.server.peer().text("NO BEAT 0 not now");
            } else {
                harness.server.peer().push("ticks", "a", i);
            }
        }
        assertThat(harness.events(StreamEvent.Degraded.class)).hasSize(1);
        harness.server.mute.clear();
        harness.seconds(20);
        assertThat(harness.events(StreamEvent.Healthy.class)).hasSize(1);
    }
}
