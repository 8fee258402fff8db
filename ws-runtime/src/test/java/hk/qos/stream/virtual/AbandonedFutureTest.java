package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.toy.Tick;
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
    void subscriptionGoesOnWhenAFutureOfReadyTimesOut() {
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
    void streamGoesOnConnectingWhenAFutureOfConnectTimesOut() {
        CompletableFuture<Void> patient = harness.engine.connect();
        timeOut(harness.engine.connect());

        harness.seconds(5);

        assertThat(patient).isCompleted();
        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
    }
}
