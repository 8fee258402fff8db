package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.error.ClosedException;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.toy.Tick;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A caller that no longer waits for a future changes nothing else. */
final class AbandonedFutureTest {
    private final EngineHarness harness = new EngineHarness();

    private static void timeOut(CompletableFuture<Void> future) {
        assertThatThrownBy(future.orTimeout(1, TimeUnit.NANOSECONDS)::join)
                .cause()
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void subscriptionContinuesWhenAReadyFutureTimesOut() {
        harness.server.mute.add("SUB:ticks");
        EngineHarness.Recorder recorder = new EngineHarness.Recorder();
        Subscription<Tick> subscription = harness.subscribe(recorder, TICKS, "a");
        harness.seconds(5);
        timeOut(subscription.ready());

        assertThat(subscription.states()).containsEntry("a", SubscriptionState.PENDING);
        assertThat(subscription.ready()).isNotDone();

        harness.server.mute.clear();
        harness.seconds(60);
        harness.server.peer().push("ticks", "a", 1);
        harness.settle();

        assertThat(subscription.ready()).isCompleted();
        assertThat(recorder.numbers()).containsExactly("1");
    }

    @Test
    void repeatedWaitsForReadyRetainNothing() {
        harness.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = harness.subscribe(TICKS, "a");
        for (int i = 0; i < 100; i++) {
            assertThat(subscription.ready()).isNotDone().isSameAs(subscription.ready());
            timeOut(subscription.ready());
            assertThat(subscription.ready().completeOnTimeout(null, 1, TimeUnit.NANOSECONDS))
                    .succeedsWithin(Duration.ofMinutes(1));
        }

        assertThat(subscription.ready().getNumberOfDependents()).isZero();
    }

    @Test
    void callerCannotCompleteReady() {
        harness.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = harness.subscribe(TICKS, "a");
        CompletableFuture<Void> ready = subscription.ready();
        CompletableFuture<Void> copy = ready.copy();

        assertThat(ready.complete(null)).isFalse();
        assertThat(ready.completeExceptionally(new IllegalStateException())).isFalse();
        assertThat(ready.cancel(true)).isFalse();
        assertThatThrownBy(() -> ready.completeAsync(() -> null)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ready.obtrudeValue(null)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ready.obtrudeException(new IllegalStateException()))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(subscription.ready()).isNotDone();

        subscription.close();
        harness.settle();
        for (CompletableFuture<Void> each : List.of(subscription.ready(), copy, ready.copy())) {
            assertThat(each)
                    .failsWithin(Duration.ofMinutes(1))
                    .withThrowableThat()
                    .withCauseInstanceOf(ClosedException.class);
        }
    }

    @Test
    void connectingContinuesWhenAConnectFutureTimesOut() {
        CompletableFuture<Void> patient = harness.engine.connect();
        timeOut(harness.engine.connect());

        harness.seconds(5);

        assertThat(patient).isCompleted();
        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
    }
}
