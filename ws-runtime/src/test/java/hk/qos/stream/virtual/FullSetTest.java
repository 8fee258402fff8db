package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamState;
import hk.qos.stream.SubscribeMode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Servers at which a frame that subscribes replaces what was subscribed before. */
class FullSetTest {
    private final EngineHarness full = new EngineHarness(
            1, options -> options.subscribeMode(SubscribeMode.FULL_SET).maxKeysPerFrame(2));

    FullSetTest() {
        full.server.replaces = true;
    }

    @Test
    void sendsTheFullSetInFullSetMode() {
        full.subscribe(TICKS, "a", "b");
        full.seconds(5);
        full.subscribe(TICKS, "c");
        full.seconds(5);

        assertThat(full.server.received("SUB:ticks").get(1).keys()).isEqualTo(Set.of("a", "b", "c"));
    }

    @Test
    void sendsNoFullSetWhileOneIsUnanswered() {
        full.server.latency = () -> TimeUnit.SECONDS.toNanos(3);
        full.subscribe(TICKS, "a");
        full.seconds(1);
        full.subscribe(TICKS, "b");
        full.seconds(1);
        assertThat(full.server.received("SUB:ticks")).hasSize(1);

        full.seconds(5);
        assertThat(full.server.received("SUB:ticks")).hasSize(2);
        assertThat(full.server.received("SUB:ticks").get(1).keys()).isEqualTo(Set.of("a", "b"));
    }

    @Test
    void keyLeftOutOfAFullSetIsSubscribedAgainWhenWanted() {
        full.subscribe(TICKS, "a", "b", "c", "d");
        full.seconds(10);
        full.server.peer().cut();
        for (int i = 0; i < 100 && full.engine.state() != StreamState.RESTORING; i++) {
            full.advance(Duration.ofMillis(50));
        }
        assertThat(full.server.peer().subscribed).containsEntry("ticks", new TreeSet<>(List.of("a", "b")));
        var unused = full.engine.unsubscribe(TICKS, List.of("a"));
        full.advance(Duration.ofMillis(1_200));
        assertThat(full.server.peer().subscribed).containsEntry("ticks", new TreeSet<>(List.of("b", "c", "d")));
        var again = full.subscribe(TICKS, "a");
        full.seconds(10);

        assertThat(again.ready()).isCompleted();
        assertThat(full.server.peer().subscribed).containsEntry("ticks", new TreeSet<>(List.of("a", "b", "c", "d")));
    }
}
