package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.Limits;
import hk.qos.stream.Listener;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.flow.Seen;
import hk.qos.stream.metrics.MicrometerStreamMetrics;
import hk.qos.stream.toy.Tick;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every call of user code is measured, and what it throws is told without a flood. */
final class CallbackReportsTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final EngineHarness stage = new EngineHarness(
            1,
            options -> options.limits(Limits.defaults().withQueues(8, 1 << 20))
                    .metrics(new MicrometerStreamMetrics(registry)));

    private long calls(String channel, String outcome) {
        Timer timer = registry.find("stream.callback")
                .tags("channel", channel, "outcome", outcome)
                .timer();
        return timer == null ? 0 : timer.count();
    }

    private void push(int count) {
        for (int i = 1; i <= count; i++) {
            stage.server.peer().push("ticks", "a", i);
            stage.settle();
        }
    }

    private static final class Failing implements Listener<Tick> {
        @Override
        public void onData(Tick data) {
            if (data.number() % 2 == 0) {
                throw new IllegalStateException("even: " + data.number());
            }
            throw new AssertionError("odd: " + data.number());
        }

        @Override
        public void onEvent(StreamEvent event) {
            throw new IllegalArgumentException("no events, please");
        }
    }

    @Test
    void eventsOfAListenerAreMeasuredAndTheirFailuresCounted() {
        stage.subscribe(TICKS, "a");
        stage.engine.subscribe(QUOTES, List.of("a"), new Failing());
        stage.seconds(3);
        stage.server.peer().cut();
        stage.settle();

        assertThat(calls("ticks", "ok")).isEqualTo(1);
        assertThat(calls("quotes", "failed")).isEqualTo(1);
    }

    @Test
    void eventsThatAPublisherLeavesOutAreNoCalls() {
        Seen<Tick> seen = new Seen<>();
        stage.engine.subscribe(TICKS, List.of("a"), null).publisher().subscribe(seen);
        stage.seconds(3);
        stage.server.peer().cut();
        stage.settle();

        assertThat(calls("ticks", "ok") + calls("ticks", "failed")).isZero();
    }

    @Test
    void listenersOfTheStreamAreMeasuredToo() {
        stage.engine.onEvent(event -> {
            throw new IllegalStateException("as the test wants it");
        });
        stage.subscribe(TICKS, "a");
        stage.seconds(3);

        assertThat(calls("events", "failed")).isEqualTo(2);
        assertThat(calls("events", "ok")).isEqualTo(2);
    }

    @Test
    void eventsThatAreDroppedCountAsOverflow() {
        EngineHarness.Recorder recorder = new EngineHarness.Recorder();
        stage.subscribe(recorder, TICKS, "a");
        stage.seconds(3);
        for (int i = 1; i <= 8; i++) {
            stage.server.peer().push("ticks", "a", i);
        }
        // An event for which there is no room.
        stage.server.peer().cut();
        stage.settle();

        long dropped = recorder.events(StreamEvent.Overflow.class).get(0).count();
        assertThat(registry.get("stream.overflowed")
                        .tag("channel", "ticks")
                        .counter()
                        .count())
                .isEqualTo((double) dropped);
    }

    @Test
    void aListenerThatAlwaysThrowsIsToldOnceASecondAndKindWithTheNumber() {
        stage.engine.subscribe(TICKS, List.of("a"), new Failing());
        stage.seconds(3);
        push(100);
        assertThat(stage.events(StreamEvent.CallbackFailed.class)).hasSize(2);
        stage.advance(Duration.ofMillis(1_500));
        push(1);

        List<StreamEvent.CallbackFailed> told = stage.events(StreamEvent.CallbackFailed.class);
        assertThat(told).hasSize(4);
        assertThat(told).extracting(StreamEvent.CallbackFailed::count).containsExactly(1L, 1L, 49L, 49L);
        assertThat(told.get(3).cause())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("even: 100");
        assertThat(calls("ticks", "failed")).isEqualTo(101);
    }

    @Test
    void whatWasNotToldYetIsToldBeforeTheEndAndNoTimerStays() {
        stage.engine.subscribe(TICKS, List.of("a"), new Failing());
        stage.seconds(3);
        push(3);
        stage.engine.close();
        stage.seconds(5);

        assertThat(stage.events(StreamEvent.CallbackFailed.class).stream()
                        .mapToLong(StreamEvent.CallbackFailed::count)
                        .sum())
                .as("what is thrown on hearing of the end itself is in the log")
                .isEqualTo(3);
        assertThat(stage.events).last().isInstanceOf(StreamEvent.Closed.class);
        assertThat(stage.loop.timers()).isZero();
    }
}
