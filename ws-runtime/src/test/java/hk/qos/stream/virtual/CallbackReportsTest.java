package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamLimits;
import hk.qos.stream.StreamListener;
import hk.qos.stream.flow.RecordingSubscriber;
import hk.qos.stream.metrics.MicrometerStreamMetrics;
import hk.qos.stream.toy.Tick;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every call of user code is measured, and what it throws is reported at a limited rate. */
final class CallbackReportsTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final EngineHarness harness = new EngineHarness(
            1,
            options -> options.limits(
                            StreamLimits.defaults().withItemsPerSubscription(8).withQueuedBytes(1 << 20))
                    .metrics(new MicrometerStreamMetrics(registry)));

    private long calls(String channel, String outcome) {
        Timer timer = registry.find("stream.callback")
                .tags("channel", channel, "outcome", outcome)
                .timer();
        return timer == null ? 0 : timer.count();
    }

    private void push(int count) {
        for (int i = 1; i <= count; i++) {
            harness.server.peer().push("ticks", "a", i);
            harness.settle();
        }
    }

    private static final class Failing implements StreamListener<Tick> {
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
    void measuresEventCallbacksAndCountsTheirFailures() {
        harness.subscribe(TICKS, "a");
        harness.engine.subscribe(QUOTES, List.of("a"), new Failing());
        harness.seconds(3);
        harness.server.peer().cut();
        harness.settle();

        assertThat(calls("ticks", "ok")).isEqualTo(1);
        assertThat(calls("quotes", "failed")).isEqualTo(1);
    }

    @Test
    void eventsThatAPublisherOmitsAreNotMeasured() {
        RecordingSubscriber<Tick> seen = new RecordingSubscriber<>();
        harness.engine.subscribe(TICKS, List.of("a"), null).publisher().subscribe(seen);
        harness.seconds(3);
        harness.server.peer().cut();
        harness.settle();

        assertThat(calls("ticks", "ok") + calls("ticks", "failed")).isZero();
    }

    @Test
    void measuresListenersOfStreamEvents() {
        harness.engine.onEvent(event -> {
            throw new IllegalStateException("as the test wants it");
        });
        harness.subscribe(TICKS, "a");
        harness.seconds(3);

        assertThat(calls("events", "failed")).isEqualTo(2);
        assertThat(calls("events", "ok")).isEqualTo(2);
    }

    @Test
    void droppedEventsCountAsOverflow() {
        EngineHarness.Recorder recorder = new EngineHarness.Recorder();
        harness.subscribe(recorder, TICKS, "a");
        harness.seconds(3);
        for (int i = 1; i <= 8; i++) {
            harness.server.peer().push("ticks", "a", i);
        }
        // This event exceeds the queue limit.
        harness.server.peer().cut();
        harness.settle();

        long dropped = recorder.events(StreamEvent.Overflow.class).get(0).count();
        assertThat(registry.get("stream.overflowed")
                        .tag("channel", "ticks")
                        .counter()
                        .count())
                .isEqualTo((double) dropped);
    }

    @Test
    void repeatedFailuresAreReportedOncePerKindAndSecondWithTheirNumber() {
        harness.engine.subscribe(TICKS, List.of("a"), new Failing());
        harness.seconds(3);
        push(100);
        assertThat(harness.events(StreamEvent.CallbackFailed.class)).hasSize(2);
        harness.advance(Duration.ofMillis(1_500));
        push(1);

        List<StreamEvent.CallbackFailed> reported = harness.events(StreamEvent.CallbackFailed.class);
        assertThat(reported).hasSize(4);
        assertThat(reported).extracting(StreamEvent.CallbackFailed::count).containsExactly(1L, 1L, 49L, 49L);
        assertThat(reported.get(3).cause())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("even: 100");
        assertThat(calls("ticks", "failed")).isEqualTo(101);
    }

    @Test
    void pendingReportsPrecedeTheEndAndLeaveNoTimer() {
        harness.engine.subscribe(TICKS, List.of("a"), new Failing());
        harness.seconds(3);
        push(3);
        harness.engine.close();
        harness.seconds(5);

        assertThat(harness.events(StreamEvent.CallbackFailed.class).stream()
                        .mapToLong(StreamEvent.CallbackFailed::count)
                        .sum())
                .as("what is thrown on hearing of the end itself is in the log")
                .isEqualTo(3);
        assertThat(harness.events).last().isInstanceOf(StreamEvent.Closed.class);
        assertThat(harness.loop.timers()).isZero();
    }
}
