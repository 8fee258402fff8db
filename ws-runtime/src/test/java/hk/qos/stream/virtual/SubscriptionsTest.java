package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.BARS;
import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.error.SubscriptionLimitException;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.toy.Tick;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class SubscriptionsTest {
    private final EngineHarness stage = new EngineHarness();

    @Test
    void connectsAtFirstUseAndTellsWhenReady() {
        assertThat(stage.engine.state()).isEqualTo(StreamState.IDLE);

        Subscription<Tick> subscription = stage.subscribe(TICKS, "A", "b");
        stage.settle();

        assertThat(subscription.ready()).isCompleted();
        assertThat(subscription.states().values()).containsOnly(SubscriptionState.ACTIVE);
        assertThat(stage.engine.state()).isEqualTo(StreamState.READY);
        assertThat(stage.server.received).hasSize(1);
        assertThat(stage.server.received.get(0).keys()).containsExactly("a", "b");
    }

    @Test
    void deliversPushesUnderTheCanonicalKey() {
        EngineHarness.Recorder recorder = new EngineHarness.Recorder();
        stage.subscribe(recorder, TICKS, "A");
        stage.settle();

        stage.server.peer().push("ticks", "a", 7);
        stage.settle();

        assertThat(recorder.data()).containsExactly(new Tick("a", 7));
        assertThat(stage.engine.latest(TICKS, "A").orElseThrow().data()).isEqualTo(new Tick("a", 7));
    }

    @Test
    void restoresInOneFrameAChannelAndNeverFasterThanTheGap() {
        String[] keys = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
        stage.subscribe(TICKS, keys);
        stage.subscribe(QUOTES, keys);
        stage.subscribe(BARS, keys);
        stage.seconds(5);
        stage.server.received.clear();

        stage.server.peer().cut();
        stage.seconds(10);

        assertThat(stage.server.received)
                .extracting(FakeServer.Received::type)
                .containsExactly("SUB:ticks", "SUB:quotes", "SUB:bars");
        stage.assertPaced();
        assertThat(stage.engine.state()).isEqualTo(StreamState.READY);
    }

    @Test
    void aThousandFlapsInAGapCostOneFrameAtMost() {
        stage.subscribe(TICKS, "keep");
        stage.settle();
        for (int i = 0; i < 1_000; i++) {
            stage.subscribe(TICKS, "flap").close();
        }
        stage.subscribe(TICKS, "last");
        stage.seconds(20);

        assertThat(stage.server.received("SUB:ticks")).hasSize(2);
        assertThat(stage.server.received("CAN:ticks")).isEmpty();
        assertThat(stage.server.peer().subscribed.get("ticks")).containsExactly("keep", "last");
    }

    @Test
    void tellsTheServerToStopOnlyWhenTheLastHandleLetsGo() {
        Subscription<Tick> one = stage.subscribe(TICKS, "a");
        Subscription<Tick> two = stage.subscribe(TICKS, "a");
        stage.settle();
        assertThat(two.ready()).isCompleted();

        one.close();
        stage.seconds(5);
        assertThat(stage.server.received("CAN:ticks")).isEmpty();

        two.close();
        stage.seconds(5);
        assertThat(stage.server.received("CAN:ticks")).hasSize(1);
        assertThat(stage.server.peer().subscribed.get("ticks")).isEmpty();
    }

    @Test
    void unsubscribeTakesTheKeysFromEveryHandle() {
        Subscription<Tick> one = stage.subscribe(TICKS, "a", "b");
        Subscription<Tick> two = stage.subscribe(TICKS, "a");
        stage.settle();

        CompletableFuture<Void> done = stage.engine.unsubscribe(TICKS, List.of("A"));
        stage.seconds(5);

        assertThat(done).isCompleted();
        assertThat(one.states())
                .containsEntry("a", SubscriptionState.CLOSED)
                .containsEntry("b", SubscriptionState.ACTIVE);
        assertThat(two.isClosed()).isTrue();
        assertThat(stage.server.peer().subscribed.get("ticks")).containsExactly("b");
    }

    @Test
    void keepsWantedKeysWhenTheAckIsLost() {
        stage.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = stage.subscribe(TICKS, "a");
        stage.seconds(5);
        assertThat(subscription.ready()).isNotDone();

        stage.server.mute.clear();
        stage.seconds(10);

        assertThat(subscription.ready()).isCompleted();
        assertThat(stage.server.received("SUB:ticks")).hasSize(2);
        assertThat(stage.server.peers).hasSize(1);
    }

    @Test
    void takesAPushForTheAckThatWasLost() {
        stage.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = stage.subscribe(TICKS, "a");
        stage.settle();
        stage.server.peer().push("ticks", "a", 1);
        stage.seconds(12);

        assertThat(subscription.ready()).isCompleted();
        assertThat(stage.server.received("SUB:ticks")).hasSize(1);
    }

    @Test
    void refusesTheKeyBeyondThePlanLocally() {
        EngineHarness limited = new EngineHarness(1, options -> options.maxKeys(2, "limits.keys"));
        limited.subscribe(TICKS, "a", "b");
        limited.subscribe(QUOTES, "A");

        assertThatThrownBy(() -> limited.subscribe(QUOTES, "c"))
                .isInstanceOf(SubscriptionLimitException.class)
                .hasMessageContaining("3")
                .hasMessageContaining("limits.keys");
        assertThat(limited.engine.unsubscribe(TICKS, List.of("b"))).isNotDone();
        limited.subscribe(QUOTES, "c");
        limited.seconds(10);
        assertThat(limited.server.peer().subscribed.get("quotes")).containsExactly("a", "c");
    }

    @Test
    void splitsFramesAtTheMostKeysAllowed() {
        EngineHarness small = new EngineHarness(1, options -> options.maxKeysPerFrame(2));
        Subscription<Tick> subscription = small.subscribe(TICKS, "a", "b", "c", "d", "e");
        small.seconds(10);

        assertThat(small.server.received("SUB:ticks"))
                .hasSize(3)
                .allMatch(frame -> frame.keys().size() <= 2);
        assertThat(subscription.ready()).isCompleted();
    }

    @Test
    void givesANewHandleNothingWhileTheOldOnesCancelIsUnderWay() {
        Subscription<Tick> old = stage.subscribe(TICKS, "a");
        stage.settle();
        stage.server.latency = () -> TimeUnit.SECONDS.toNanos(3);
        old.close();
        stage.seconds(2);
        assertThat(stage.server.received("CAN:ticks")).hasSize(1);
        EngineHarness.Recorder recorder = new EngineHarness.Recorder();
        stage.subscribe(recorder, TICKS, "a");
        stage.server.peer().push("ticks", "a", 1);
        stage.seconds(10);
        stage.server.peer().push("ticks", "a", 2);
        stage.settle();

        assertThat(recorder.all).containsExactly(new Tick("a", 2));
    }

    @Test
    void tellsTheGapBeforeTheFirstPushAfterAReconnect() {
        EngineHarness.Recorder recorder = new EngineHarness.Recorder();
        stage.subscribe(recorder, TICKS, "a", "b");
        stage.settle();
        stage.server.peer().push("ticks", "a", 1);
        stage.server.mute.add("SUB:ticks");
        stage.server.peer().cut();
        stage.seconds(2);
        stage.server.peer().push("ticks", "a", 2);
        stage.settle();

        assertThat(recorder.all.get(0)).isEqualTo(new Tick("a", 1));
        assertThat(recorder.all.get(1)).isInstanceOf(StreamEvent.Disconnected.class);
        assertThat(recorder.all.get(2)).isInstanceOfSatisfying(StreamEvent.Gap.class, gap -> {
            assertThat(gap.topic().key()).isEqualTo("a");
            assertThat(gap.from()).isBefore(gap.to());
            assertThat(gap.cause()).contains("cut by the test");
        });
        assertThat(recorder.all.get(3)).isEqualTo(new Tick("a", 2));

        stage.server.mute.clear();
        stage.seconds(15);
        assertThat(recorder.events(StreamEvent.Gap.class)).hasSize(2);
        assertThat(recorder.events(StreamEvent.Resumed.class)).isNotEmpty();
    }
}
