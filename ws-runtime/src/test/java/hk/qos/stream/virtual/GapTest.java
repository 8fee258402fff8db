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

/** When a loss is told. */
class GapTest {
    private final EngineHarness stage = new EngineHarness();

    /** Found by seed 33 of {@link RandomRunTest}. */
    @Test
    void whatWasPushedBeforeItsAcknowledgementCanBeMissedToo() {
        EngineHarness.Recorder recorder = new EngineHarness.Recorder();
        stage.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = stage.subscribe(recorder, TICKS, "a");
        stage.settle();
        stage.server.peer().push("ticks", "a", 1);
        stage.server.mute.clear();
        stage.server.peer().cut();
        stage.settle();
        assertThat(subscription.states()).containsEntry("a", SubscriptionState.RESTORING);

        stage.seconds(5);
        stage.server.peer().push("ticks", "a", 2);
        stage.settle();

        assertThat(subscription.ready()).isCompleted();
        assertThat(recorder.events(StreamEvent.Gap.class)).hasSize(1);
        assertThat(recorder.all.indexOf(recorder.events(StreamEvent.Gap.class).get(0)))
                .isLessThan(recorder.all.indexOf(new Tick("a", 2)));
    }

    @Test
    void whatWasNeverServedHasNoGap() {
        EngineHarness.Recorder recorder = new EngineHarness.Recorder();
        stage.server.mute.add("SUB:ticks");
        stage.subscribe(recorder, TICKS, "a");
        stage.settle();
        stage.server.mute.clear();
        stage.server.peer().cut();
        stage.seconds(5);

        assertThat(recorder.events(StreamEvent.Gap.class)).isEmpty();
    }

    @Test
    void aCallbackOfReadySeesTheErrorItself() {
        List<Throwable> seen = new ArrayList<>();
        stage.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = stage.subscribe(TICKS, "a");
        var unused = subscription.ready().whenComplete((none, error) -> seen.add(error));
        subscription.close();
        stage.settle();

        assertThat(seen).singleElement().isInstanceOf(ClosedException.class);
    }
}
