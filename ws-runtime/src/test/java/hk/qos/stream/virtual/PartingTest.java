package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A connection that was left says goodbye, and is gone before the next one comes and when the stream ends. */
class PartingTest {
    private final EngineHarness stage = new EngineHarness();

    PartingTest() {
        stage.server.answersClose = false;
        stage.subscribe(TICKS, "a");
        stage.settle();
    }

    @Test
    void theNextConnectionFindsTheOldOneGone() {
        boolean[] overlap = {false};
        stage.server.reception = peer -> {
            overlap[0] |= !stage.server.peers.get(0).gone;
            peer.open();
        };
        stage.engine.reconnect();
        stage.settle();
        assertThat(stage.server.peers.get(0).closeStatus).isEqualTo(1000);
        stage.seconds(5);

        assertThat(stage.engine.state()).isEqualTo(StreamState.READY);
        assertThat(stage.server.peers).hasSize(2);
        assertThat(overlap[0]).isFalse();
        assertThat(stage.loop.timers()).isEqualTo(timersOfAQuietStream());
    }

    private static int timersOfAQuietStream() {
        EngineHarness quiet = new EngineHarness();
        quiet.subscribe(TICKS, "a");
        quiet.seconds(5);
        return quiet.loop.timers();
    }

    @Test
    void nothingOfItIsLeftWhenTheStreamEnds() {
        stage.engine.reconnect();
        stage.advance(Duration.ofMillis(1));
        stage.engine.close();
        stage.settle();

        assertThat(stage.released).isOne();
        assertThat(stage.loop.timers()).isZero();
        assertThat(stage.server.peers.get(0).gone).isTrue();
    }
}
