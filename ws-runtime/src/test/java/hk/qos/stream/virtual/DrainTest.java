package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.toy.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A listener that calls drain does not wait, since it would wait for itself. */
@Timeout(10)
final class DrainTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final EngineHarness harness = new EngineHarness();
    private final List<Boolean> drained = new ArrayList<>();

    private void drain() {
        drained.add(harness.engine.flush(LONG));
        harness.engine.close();
    }

    @Test
    void drainInAListenerReturnsFalseAtOnceWhenItemsWait() {
        harness.engine.subscribe(TICKS, List.of("a"), (Tick tick) -> drain());
        harness.settle();
        harness.server.peer().push("ticks", "a", 1);
        harness.server.peer().push("ticks", "a", 2);
        harness.seconds(5);

        assertThat(drained).startsWith(false);
        assertThat(harness.released).isOne();
    }

    @Test
    void drainInAListenerReturnsTrueWhenNothingWaits() {
        harness.engine.subscribe(TICKS, List.of("a"), (Tick tick) -> drain());
        harness.settle();
        harness.server.peer().push("ticks", "a", 1);
        harness.seconds(5);

        assertThat(drained).containsExactly(true);
    }

    @Test
    void drainInAListenerOfAClosedSubscriptionReturnsAtOnce() {
        harness.engine.onEvent(event -> {});
        EngineHarness.Recorder other = new EngineHarness.Recorder();
        harness.subscribe(other, TICKS, "b");
        List<Runnable> close = new ArrayList<>();
        close.add(harness.engine.subscribe(TICKS, List.of("a"), (Tick tick) -> {
            close.forEach(Runnable::run);
            drain();
        })::close);
        harness.seconds(2);
        harness.server.peer().push("ticks", "a", 1);
        harness.server.peer().push("ticks", "b", 2);
        harness.seconds(5);

        assertThat(drained).containsExactly(false);
    }
}
