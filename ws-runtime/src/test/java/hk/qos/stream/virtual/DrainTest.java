package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.toy.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A listener that wants all delivered stands in its own way, so it does not wait. */
@Timeout(10)
final class DrainTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final EngineHarness stage = new EngineHarness();
    private final List<Boolean> drained = new ArrayList<>();

    private void drain() {
        drained.add(stage.engine.flush(LONG));
        stage.engine.close();
    }

    @Test
    void aListenerLearnsAtOnceThatSomethingWaitsBehindIt() {
        stage.engine.subscribe(TICKS, List.of("a"), (Tick tick) -> drain());
        stage.settle();
        stage.server.peer().push("ticks", "a", 1);
        stage.server.peer().push("ticks", "a", 2);
        stage.seconds(5);

        assertThat(drained).startsWith(false);
        assertThat(stage.released).isOne();
    }

    @Test
    void aListenerBehindWhichNothingWaitsHasDrained() {
        stage.engine.subscribe(TICKS, List.of("a"), (Tick tick) -> drain());
        stage.settle();
        stage.server.peer().push("ticks", "a", 1);
        stage.seconds(5);

        assertThat(drained).containsExactly(true);
    }

    @Test
    void aListenerThatHasClosedItsSubscriptionDoesNotWaitEither() {
        stage.engine.onEvent(event -> {});
        EngineHarness.Recorder other = new EngineHarness.Recorder();
        stage.subscribe(other, TICKS, "b");
        List<Runnable> close = new ArrayList<>();
        close.add(stage.engine.subscribe(TICKS, List.of("a"), (Tick tick) -> {
            close.forEach(Runnable::run);
            drain();
        })::close);
        stage.seconds(2);
        stage.server.peer().push("ticks", "a", 1);
        stage.server.peer().push("ticks", "b", 2);
        stage.seconds(5);

        assertThat(drained).containsExactly(false);
    }
}
