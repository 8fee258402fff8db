package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamLimits;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.flow.RecordingSubscriber;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.metrics.MicrometerStreamMetrics;
import hk.qos.stream.toy.Tick;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A user's executor that rejects tasks for a while silences no consumer for good. */
final class RejectingExecutorTest {
    private @Nullable Throwable refusal;
    private boolean keepsWhatItRefuses;
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final EngineHarness harness = new EngineHarness(
            1,
            options -> options.limits(
                            StreamLimits.defaults().withItemsPerSubscription(8).withQueuedBytes(1 << 20))
                    .backoff(Backoff.defaults().withGiveUpAfter(Duration.ZERO))
                    .metrics(new MicrometerStreamMetrics(registry)),
            this::rejecting);
    private final EngineHarness.Recorder recorder = new EngineHarness.Recorder();
    private final Subscription<Tick> subscription = harness.subscribe(recorder, TICKS, "a");

    private Executor rejecting(Executor target) {
        return task -> {
            if (refusal == null || keepsWhatItRefuses) {
                target.execute(task);
            }
            if (refusal != null) {
                RejectingExecutorTest.<RuntimeException>raise(refusal);
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void raise(Throwable any) throws E {
        throw (E) any;
    }

    private static RejectedExecutionException full() {
        return new RejectedExecutionException("the pool is full");
    }

    static List<Throwable> refusals() {
        return List.of(
                full(),
                new IllegalStateException("not now"),
                new InternalError("unable to start a thread"),
                new Exception("undeclared"));
    }

    private void push(long from, long to) {
        for (long number = from; number <= to; number++) {
            harness.server.peer().push("ticks", "a", number);
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void rejectedItemsAreDeliveredWithTheNextPush(Throwable thrown) {
        harness.seconds(3);
        refusal = thrown;
        push(1, 2);
        harness.settle();
        assertThat(recorder.data()).isEmpty();
        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
        refusal = null;
        push(3, 3);
        harness.settle();

        assertThat(recorder.numbers()).containsExactly("1", "2", "3");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void rejectedItemsAreDeliveredWithoutAnotherPush(Throwable thrown) {
        harness.seconds(3);
        refusal = thrown;
        push(1, 2);
        harness.seconds(20);
        refusal = null;
        harness.seconds(1);

        assertThat(recorder.numbers()).containsExactly("1", "2");
        assertThat(subscription.states()).containsEntry("a", SubscriptionState.ACTIVE);
    }

    @Test
    void executorThatQueuesAndThrowsDeliversNothingTwice() {
        harness.seconds(3);
        refusal = full();
        keepsWhatItRefuses = true;
        push(1, 2);
        harness.seconds(20);
        refusal = null;
        harness.seconds(1);

        assertThat(recorder.numbers()).containsExactly("1", "2");
    }

    @Test
    void queueStaysBoundedWhileExecutorRejectsAndOverflowIsReported() {
        EngineHarness.Recorder quotes = new EngineHarness.Recorder();
        harness.subscribe(quotes, QUOTES, "a");
        harness.seconds(3);
        refusal = full();
        push(1, 20);
        for (int i = 1; i <= 20; i++) {
            harness.server.peer().push("quotes", "a", i);
        }
        harness.settle();
        refusal = null;
        harness.seconds(1);

        long dropped = recorder.events(StreamEvent.Overflow.class).get(0).count();
        assertThat(recorder.all).hasSizeLessThanOrEqualTo(8);
        assertThat(dropped + recorder.data().size()).isEqualTo(20);
        assertThat(recorder.numbers()).endsWith("19", "20");
        assertThat(quotes.numbers()).containsExactly("20");
    }

    @Test
    void eachSeriesOfRejectionsIsReportedOnceAndCounted() {
        harness.seconds(3);
        for (int outage = 1; outage <= 2; outage++) {
            refusal = full();
            push(outage * 100L, outage * 100L + 5);
            harness.seconds(30);
            refusal = null;
            harness.seconds(2);
            List<StreamEvent.CallbackFailed> reported = harness.events(StreamEvent.CallbackFailed.class);

            assertThat(reported).hasSize(outage);
            assertThat(reported.get(outage - 1).count()).isEqualTo(1);
            assertThat(reported.get(outage - 1).cause())
                    .isInstanceOf(RejectedExecutionException.class)
                    .hasMessageContaining("retried")
                    .hasCause(full());
        }
        assertThat(registry.get("stream.refused")
                        .tag("channel", "ticks")
                        .counter()
                        .count())
                .isGreaterThanOrEqualTo(12);
    }

    @Test
    void closeWhileExecutorRejectsIsDeliveredElsewhereAndLeavesNoTimer() {
        RecordingSubscriber<Tick> seen = new RecordingSubscriber<>();
        subscription.publisher().subscribe(seen);
        harness.seconds(3);
        refusal = full();
        push(1, 3);
        harness.settle();
        harness.engine.close();
        harness.seconds(5);

        assertThat(recorder.all).last().isInstanceOf(StreamEvent.Closed.class);
        assertThat(recorder.data()).isEmpty();
        assertThat(harness.events).last().isInstanceOf(StreamEvent.Closed.class);
        assertThat(seen.signals).containsExactly("subscribed", "completed");
        assertThat(harness.loop.timers()).isZero();
        assertThat(harness.released).isEqualTo(1);
    }

    @Test
    void failureWhileExecutorRejectsIsDeliveredElsewhereAfterQueuedItems() {
        harness.seconds(3);
        recorder.all.clear();
        refusal = full();
        push(1, 3);
        harness.server.peer().end(ConnectionEnd.of(ConnectionEnd.Kind.UNUSABLE, "no way to go on"));
        harness.settle();

        assertThat(harness.engine.state()).isEqualTo(StreamState.FAILED);
        assertThat(recorder.numbers()).containsExactly("1", "2", "3");
        assertThat(recorder.all).last().isInstanceOf(StreamEvent.Failed.class);
        assertThat(harness.loop.timers()).isZero();
    }

    @Test
    void subscriptionClosedWhileExecutorRejectsCompletesOnceItAccepts() {
        RecordingSubscriber<Tick> seen = new RecordingSubscriber<>();
        subscription.publisher().subscribe(seen);
        harness.seconds(3);
        refusal = full();
        subscription.close();
        harness.seconds(10);
        assertThat(seen.signals).containsExactly("subscribed");
        refusal = null;
        harness.seconds(1);

        assertThat(seen.signals).containsExactly("subscribed", "completed");
    }
}
