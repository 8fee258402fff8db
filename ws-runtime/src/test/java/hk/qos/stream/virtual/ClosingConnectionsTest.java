package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A replaced connection sends a Close frame, and is closed before the next one starts or the stream ends. */
class ClosingConnectionsTest {
    private final EngineHarness harness = new EngineHarness();

    ClosingConnectionsTest() {
        harness.server.answersClose = false;
        harness.subscribe(TICKS, "a");
        harness.settle();
    }

    @Test
    void nextConnectionClosesTheReplacedOne() {
        boolean[] overlap = {false};
        harness.server.reception = peer -> {
            overlap[0] |= !harness.server.peers.get(0).gone;
            peer.open();
        };
        harness.engine.reconnect();
        harness.settle();
        assertThat(harness.server.peers.get(0).closeStatus).isEqualTo(1000);
        harness.seconds(5);

        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
        assertThat(harness.server.peers).hasSize(2);
        assertThat(overlap[0]).isFalse();
        assertThat(harness.loop.timers()).isEqualTo(timersOfAQuietStream());
    }

    private static int timersOfAQuietStream() {
        EngineHarness quiet = new EngineHarness();
        quiet.subscribe(TICKS, "a");
        quiet.seconds(5);
        return quiet.loop.timers();
    }

    @Test
    void closeLeavesNoReplacedConnection() {
        harness.engine.reconnect();
        harness.advance(Duration.ofMillis(1));
        harness.engine.close();
        harness.settle();

        assertThat(harness.released).isOne();
        assertThat(harness.loop.timers()).isZero();
        assertThat(harness.server.peers.get(0).gone).isTrue();
    }
}
