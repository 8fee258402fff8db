package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamListener;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.Update;
import hk.qos.stream.flow.RecordingSubscriber;
import hk.qos.stream.toy.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A listener that closes its stream: nobody receives anything but the end. */
final class CloseInListenerTest {
    private final List<Object> heard = new ArrayList<>();
    private final EngineHarness.Recorder other = new EngineHarness.Recorder();
    private final EngineHarness.Recorder all = new EngineHarness.Recorder();

    private void closeAtFirst(EngineHarness harness, Object item) {
        heard.add(item);
        harness.engine.close();
    }

    private static void push(EngineHarness harness, int count) {
        for (int i = 1; i <= count; i++) {
            harness.server.peer().push("ticks", "a", i);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingButTheEndFollows(boolean direct) {
        EngineHarness harness = direct
                ? new EngineHarness(1, options -> options.directDelivery(), delivery -> Runnable::run)
                : new EngineHarness(1, UnaryOperator.identity());
        harness.engine.subscribe(TICKS, List.of("a"), (Tick tick) -> closeAtFirst(harness, tick));
        Subscription<Tick> second = harness.subscribe(other, TICKS, "a");
        RecordingSubscriber<Update<Tick>> subscriber = new RecordingSubscriber<>();
        second.updates().subscribe(subscriber);
        harness.engine.onPush(TICKS.family(), all);
        harness.seconds(3);
        subscriber.request(500);
        push(harness, 3);
        push(harness, 200);
        harness.settle();
        push(harness, 3);
        harness.seconds(5);

        assertThat(heard).containsExactly(new Tick("a", 1));
        assertThat(other.data()).hasSizeLessThanOrEqualTo(1);
        assertThat(all.data()).hasSizeLessThanOrEqualTo(1);
        assertThat(subscriber.items).filteredOn(Update.Data.class::isInstance).hasSizeLessThanOrEqualTo(1);
        assertThat(subscriber.signals).endsWith("completed");
        assertThat(other.all).last().isInstanceOf(StreamEvent.Closed.class);
        assertThat(all.all).last().isInstanceOf(StreamEvent.Closed.class);
        assertThat(harness.events).last().isInstanceOf(StreamEvent.Closed.class);
        assertThat(harness.engine.state()).isEqualTo(StreamState.CLOSED);
        assertThat(harness.released).isOne();
    }

    @Test
    void eventListenerThatClosesHearsOnlyTheEnd() {
        EngineHarness harness = new EngineHarness();
        List<StreamEvent> events = new ArrayList<>();
        harness.engine.onEvent(event -> {
            events.add(event);
            harness.engine.close();
        });
        harness.subscribe(other, TICKS, "a");
        harness.seconds(3);

        assertThat(events)
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(StreamEvent.Connected.class),
                        last -> assertThat(last).isInstanceOf(StreamEvent.Closed.class));
    }

    @Test
    void listenerThatClosesAFailedStreamHearsTheFailureNext() {
        EngineHarness harness = new EngineHarness();
        List<Object> events = new ArrayList<>();
        harness.engine.subscribe(TICKS, List.of("a"), new StreamListener<Tick>() {
            @Override
            public void onData(Tick data) {
                closeAtFirst(harness, data);
            }

            @Override
            public void onEvent(StreamEvent event) {
                events.add(event);
            }
        });
        harness.seconds(3);
        push(harness, 3);
        harness.loop.shutDown();
        harness.settle();

        assertThat(heard).containsExactly(new Tick("a", 1));
        assertThat(events).hasSize(1).first().isInstanceOf(StreamEvent.Failed.class);
    }
}
