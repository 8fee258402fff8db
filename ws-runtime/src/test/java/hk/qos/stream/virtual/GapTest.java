package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.error.ClosedException;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.toy.Tick;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a gap is reported. */
class GapTest {
    private final EngineHarness harness = new EngineHarness();

    /** Found by seed 33 of {@link RandomRunTest}. */
    @Test
    void pushedButUnacknowledgedTopicGetsAGap() {
        EngineHarness.Recorder recorder = new EngineHarness.Recorder();
        harness.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = harness.subscribe(recorder, TICKS, "a");
        harness.settle();
        harness.server.peer().push("ticks", "a", 1);
        harness.server.mute.clear();
        harness.server.peer().cut();
        harness.settle();
        assertThat(subscription.states()).containsEntry("a", SubscriptionState.RESTORING);

        harness.seconds(5);
        harness.server.peer().push("ticks", "a", 2);
        harness.settle();

        assertThat(subscription.ready()).isCompleted();
        assertThat(recorder.events(StreamEvent.Gap.class)).hasSize(1);
        assertThat(recorder.all.indexOf(recorder.events(StreamEvent.Gap.class).get(0)))
                .isLessThan(recorder.all.indexOf(new Tick("a", 2)));
    }

    @Test
    void topicThatWasNeverServedGetsNoGap() {
        EngineHarness.Recorder recorder = new EngineHarness.Recorder();
        harness.server.mute.add("SUB:ticks");
        harness.subscribe(recorder, TICKS, "a");
        harness.settle();
        harness.server.mute.clear();
        harness.server.peer().cut();
        harness.seconds(5);

        assertThat(recorder.events(StreamEvent.Gap.class)).isEmpty();
    }

    @Test
    void callbackOfReadyReceivesTheUnwrappedError() {
        List<Throwable> seen = new ArrayList<>();
        harness.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = harness.subscribe(TICKS, "a");
        var unused = subscription.ready().whenComplete((none, error) -> seen.add(error));
        subscription.close();
        harness.settle();

        assertThat(seen).singleElement().isInstanceOf(ClosedException.class);
    }
}
