package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamLimits;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.Update;
import hk.qos.stream.flow.RecordingSubscriber;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.toy.Tick;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Items that arrived before a failure are delivered before the end; items queued when the user closes are not. */
final class DeliveryBeforeFailureTest {
    private final EngineHarness harness = new EngineHarness(
            1,
            options -> options.limits(StreamLimits.defaults()
                            .withItemsPerSubscription(200)
                            .withQueuedBytes(1 << 20))
                    .backoff(Backoff.defaults().withGiveUpAfter(Duration.ZERO)));
    private final EngineHarness.Recorder recorder = new EngineHarness.Recorder();
    private final Subscription<Tick> subscription = harness.subscribe(recorder, TICKS, "a");
    private final RecordingSubscriber<Update<Tick>> seen = new RecordingSubscriber<>();

    @BeforeEach
    void becomeReady() {
        subscription.updates().subscribe(seen);
        harness.seconds(3);
        recorder.all.clear();
        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
    }

    private void end() {
        harness.server.peer().end(ConnectionEnd.of(ConnectionEnd.Kind.UNUSABLE, "no way to go on"));
    }

    private void push(int count) {
        for (int i = 1; i <= count; i++) {
            harness.server.peer().push("ticks", "a", i);
        }
    }

    @Test
    void listenerReceivesDataDisconnectAndFailureInOrder() {
        push(3);
        end();
        harness.settle();

        assertThat(recorder.all)
                .hasSize(5)
                .startsWith(new Tick("a", 1), new Tick("a", 2), new Tick("a", 3))
                .element(3)
                .isInstanceOf(StreamEvent.Disconnected.class);
        assertThat(recorder.all).last().isInstanceOf(StreamEvent.Failed.class);
    }

    @Test
    void moreThanOneBatchIsDeliveredBeforeFailure() {
        push(150);
        end();
        harness.settle();

        assertThat(recorder.data()).hasSize(150);
        assertThat(recorder.all).last().isInstanceOf(StreamEvent.Failed.class);
    }

    @Test
    void queueLimitHoldsBeforeFailureAndOverflowIsReported() {
        push(500);
        end();
        harness.settle();

        long dropped = recorder.events(StreamEvent.Overflow.class).get(0).count();
        assertThat(recorder.data().size() + dropped).isEqualTo(500);
        assertThat(recorder.all).hasSizeLessThanOrEqualTo(200).last().isInstanceOf(StreamEvent.Failed.class);
    }

    @Test
    void subscriberReceivesRequestedItemsThenTheError() {
        seen.items.clear();
        push(3);
        seen.request(4);
        end();
        harness.settle();

        assertThat(seen.items).startsWith(new Update.Data<>(new Tick("a", 1))).hasSize(4);
        assertThat(seen.signals).containsExactly("subscribed", "failed");
    }

    @Test
    void closingASubscriptionAfterFailureDiscardsItsQueue() {
        push(3);
        end();
        subscription.close();
        harness.settle();

        assertThat(recorder.all).isEmpty();
        assertThat(seen.signals).containsExactly("subscribed", "failed");
    }

    @Test
    void closingTheStreamDeliversOnlyClosed() {
        Instant closedAt = Instant.ofEpochMilli(harness.loop.millis());
        harness.engine.close();
        push(3); // These wait when the loop begins to close.
        harness.loop.execute(() -> push(1));
        harness.seconds(5);

        assertThat(recorder.all).containsExactly(new StreamEvent.Closed(closedAt));
        assertThat(seen.signals).containsExactly("subscribed", "completed");
    }
}
