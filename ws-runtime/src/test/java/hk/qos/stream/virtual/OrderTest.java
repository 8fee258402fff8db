package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What who hears of one thing may take for granted about the others. */
class OrderTest {
    private final EngineHarness stage = new EngineHarness();

    @Test
    void whoHearsThatASubscriptionIsReadyFindsTheEventBehindAndTheState() {
        List<StreamEvent> late = new ArrayList<>();
        List<StreamState> states = new ArrayList<>();
        var unused = stage.subscribe(TICKS, "a").ready().thenRun(() -> {
            states.add(stage.engine.state());
            stage.engine.onEvent(late::add);
        });
        stage.seconds(3);

        assertThat(states).containsExactly(StreamState.READY);
        assertThat(stage.events(StreamEvent.Ready.class)).hasSize(1);
        assertThat(late).isEmpty();
    }

    @Test
    void heartbeatsThatAreRefusedAreToldOnceUntilOneIsAnswered() {
        stage.server.mute.add("BEAT");
        var unused = stage.engine.connect();
        for (int i = 0; i < 60; i++) {
            stage.seconds(1);
            if (i % 15 == 0) {
                stage.server.peer().text("NO BEAT 0 not now");
            } else {
                stage.server.peer().push("ticks", "a", i);
            }
        }
        assertThat(stage.events(StreamEvent.Degraded.class)).hasSize(1);
        stage.server.mute.clear();
        stage.seconds(20);
        assertThat(stage.events(StreamEvent.Healthy.class)).hasSize(1);
    }
}
