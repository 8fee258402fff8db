package hk.qos.stream.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.internal.io.ConnectionEnd;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long a connection must be READY so that the failures before it no longer count. */
final class ResetAfterTest {
    private static final Duration RESET_AFTER = Duration.ofSeconds(3);

    @Test
    void failuresCountUntilAConnectionIsReadyForTheConfiguredTime() {
        assertThat(attemptsAfterBeingReadyFor(RESET_AFTER, RESET_AFTER.minusNanos(1)))
                .isEqualTo(4);
        assertThat(attemptsAfterBeingReadyFor(RESET_AFTER, RESET_AFTER)).isOne();
        assertThat(attemptsAfterBeingReadyFor(Duration.ofSeconds(4), RESET_AFTER))
                .isEqualTo(4);
    }

    @Test
    void zeroResetsAtEachReadyConnection() {
        assertThat(attemptsAfterBeingReadyFor(Duration.ZERO, Duration.ZERO)).isOne();
    }

    /** The tries that the stream reports when a connection ends which three failed attempts preceded. */
    private static int attemptsAfterBeingReadyFor(Duration resetAfter, Duration ready) {
        EngineHarness stage = new EngineHarness(
                1, options -> options.backoff(Backoff.defaults().withResetAfter(resetAfter)));
        stage.server.reception = peer -> {
            if (stage.server.peers.size() <= 3) {
                peer.end(ConnectionEnd.of(ConnectionEnd.Kind.CONNECT, "refused"));
            } else {
                peer.open();
            }
        };
        stage.engine.onEvent(event -> {
            if (event instanceof StreamEvent.Ready) {
                stage.loop.schedule(
                        ready.toNanos(), () -> stage.server.peers.get(3).cut());
            }
        });
        var unused = stage.engine.connect();
        for (int i = 0; i < 60 && stage.events(StreamEvent.BackingOff.class).size() < 4; i++) {
            stage.seconds(1);
        }
        List<StreamEvent.BackingOff> waits = stage.events(StreamEvent.BackingOff.class);
        assertThat(waits).hasSizeGreaterThanOrEqualTo(4);
        return waits.get(3).attempt();
    }
}
