package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.Backoff;
import hk.qos.stream.Limits;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.Update;
import hk.qos.stream.flow.Seen;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.toy.Tick;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What had arrived before a stream failed is delivered before the end is; what waits when the user closes is not. */
final class LastWordsTest {
    private final EngineHarness stage = new EngineHarness(
            1,
            options -> options.limits(Limits.defaults().withQueues(200, 1 << 20))
                    .backoff(Backoff.defaults().withGiveUpAfter(Duration.ZERO)));
    private final EngineHarness.Recorder recorder = new EngineHarness.Recorder();
    private final Subscription<Tick> subscription = stage.subscribe(recorder, TICKS, "a");
    private final Seen<Update<Tick>> seen = new Seen<>();

    @BeforeEach
    void becomeReady() {
        subscription.updates().subscribe(seen);
        stage.seconds(3);
        recorder.all.clear();
        assertThat(stage.engine.state()).isEqualTo(StreamState.READY);
    }

    private void end() {
        stage.server.peer().end(ConnectionEnd.of(ConnectionEnd.Kind.UNUSABLE, "no way to go on"));
    }

    private void push(int count) {
        for (int i = 1; i <= count; i++) {
            stage.server.peer().push("ticks", "a", i);
        }
    }

    @Test
    void aListenerHearsTheDataTheLossAndTheFailureInThisOrder() {
        push(3);
        end();
        stage.settle();

        assertThat(recorder.all)
                .hasSize(5)
                .startsWith(new Tick("a", 1), new Tick("a", 2), new Tick("a", 3))
                .element(3)
                .isInstanceOf(StreamEvent.Disconnected.class);
        assertThat(recorder.all).last().isInstanceOf(StreamEvent.Failed.class);
    }

    @Test
    void moreThanOneBatchComesToo() {
        push(150);
        end();
        stage.settle();

        assertThat(recorder.data()).hasSize(150);
        assertThat(recorder.all).last().isInstanceOf(StreamEvent.Failed.class);
    }

    @Test
    void theBoundHoldsAndWhatItCostsIsTold() {
        push(500);
        end();
        stage.settle();

        long dropped = recorder.events(StreamEvent.Overflow.class).get(0).count();
        assertThat(recorder.data().size() + dropped).isEqualTo(500);
        assertThat(recorder.all).hasSizeLessThanOrEqualTo(200).last().isInstanceOf(StreamEvent.Failed.class);
    }

    @Test
    void aSubscriberGetsWhatItAskedForAndThenTheError() {
        seen.items.clear();
        push(3);
        seen.request(4);
        end();
        stage.settle();

        assertThat(seen.items).startsWith(new Update.Data<>(new Tick("a", 1))).hasSize(4);
        assertThat(seen.signals).containsExactly("subscribed", "failed");
    }

    @Test
    void whoClosesTheSubscriptionOfAStreamThatHasFailedHearsNothingMore() {
        push(3);
        end();
        subscription.close();
        stage.settle();

        assertThat(recorder.all).isEmpty();
        assertThat(seen.signals).containsExactly("subscribed", "failed");
    }

    @Test
    void whoClosesTheStreamHearsOfThatAlone() {
        Instant closedAt = Instant.ofEpochMilli(stage.loop.millis());
        stage.engine.close();
        push(3); // These wait when the loop begins to close.
        stage.loop.execute(() -> push(1));
        stage.seconds(5);

        assertThat(recorder.all).containsExactly(new StreamEvent.Closed(closedAt));
        assertThat(seen.signals).containsExactly("subscribed", "completed");
    }
}
