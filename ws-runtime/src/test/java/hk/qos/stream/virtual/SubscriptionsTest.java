package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.BARS;
import static hk.qos.stream.toy.ToyChannel.NOTES;
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
    private final EngineHarness harness = new EngineHarness();

    @Test
    void connectsAtFirstUseAndCompletesReady() {
        assertThat(harness.engine.state()).isEqualTo(StreamState.IDLE);

        Subscription<Tick> subscription = harness.subscribe(TICKS, "A", "b");
        harness.settle();

        assertThat(subscription.ready()).isCompleted();
        assertThat(subscription.states().values()).containsOnly(SubscriptionState.ACTIVE);
        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
        assertThat(harness.server.received).hasSize(1);
        assertThat(harness.server.received.get(0).keys()).containsExactly("a", "b");
    }

    @Test
    void deliversPushesUnderTheCanonicalKey() {
        EngineHarness.Recorder recorder = new EngineHarness.Recorder();
        harness.subscribe(recorder, TICKS, "A");
        harness.settle();

        harness.server.peer().push("ticks", "a", 7);
        harness.settle();

        assertThat(recorder.data()).containsExactly(new Tick("a", 7));
        assertThat(harness.engine.latest(TICKS, "A").orElseThrow().data()).isEqualTo(new Tick("a", 7));
    }

    @Test
    void restoresWithOneFramePerChannelAndKeepsTheSpacing() {
        String[] keys = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
        harness.subscribe(TICKS, keys);
        harness.subscribe(QUOTES, keys);
        harness.subscribe(BARS, keys);
        harness.seconds(5);
        harness.server.received.clear();

        harness.server.peer().cut();
        harness.seconds(10);

        assertThat(harness.server.received)
                .extracting(FakeServer.Received::type)
                .containsExactly("SUB:ticks", "SUB:quotes", "SUB:bars");
        harness.assertPaced();
        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
    }

    @Test
    void thousandChangesWithinTheSpacingCostAtMostOneFrame() {
        harness.subscribe(TICKS, "keep");
        harness.settle();
        for (int i = 0; i < 1_000; i++) {
            harness.subscribe(TICKS, "flap").close();
        }
        harness.subscribe(TICKS, "last");
        harness.seconds(20);

        assertThat(harness.server.received("SUB:ticks")).hasSize(2);
        assertThat(harness.server.received("CAN:ticks")).isEmpty();
        assertThat(harness.server.peer().subscribed.get("ticks")).containsExactly("keep", "last");
    }

    @Test
    void cancelsAtTheServerOnlyAfterTheLastSubscriptionCloses() {
        Subscription<Tick> one = harness.subscribe(TICKS, "a");
        Subscription<Tick> two = harness.subscribe(TICKS, "a");
        harness.settle();
        assertThat(two.ready()).isCompleted();

        one.close();
        harness.seconds(5);
        assertThat(harness.server.received("CAN:ticks")).isEmpty();

        two.close();
        harness.seconds(5);
        assertThat(harness.server.received("CAN:ticks")).hasSize(1);
        assertThat(harness.server.peer().subscribed.get("ticks")).isEmpty();
    }

    @Test
    void unsubscribeRemovesTheKeysFromEverySubscription() {
        Subscription<Tick> one = harness.subscribe(TICKS, "a", "b");
        Subscription<Tick> two = harness.subscribe(TICKS, "a");
        harness.settle();

        CompletableFuture<Void> done = harness.engine.unsubscribe(TICKS, List.of("A"));
        harness.seconds(5);

        assertThat(done).isCompleted();
        assertThat(one.states())
                .containsEntry("a", SubscriptionState.CLOSED)
                .containsEntry("b", SubscriptionState.ACTIVE);
        assertThat(two.isClosed()).isTrue();
        assertThat(harness.server.peer().subscribed.get("ticks")).containsExactly("b");
    }

    @Test
    void keepsWantedKeysWhenTheAckIsLost() {
        harness.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = harness.subscribe(TICKS, "a");
        harness.seconds(5);
        assertThat(subscription.ready()).isNotDone();

        harness.server.mute.clear();
        harness.seconds(10);

        assertThat(subscription.ready()).isCompleted();
        assertThat(harness.server.received("SUB:ticks")).hasSize(2);
        assertThat(harness.server.peers).hasSize(1);
    }

    @Test
    void treatsAPushAsTheLostAck() {
        harness.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = harness.subscribe(TICKS, "a");
        harness.settle();
        harness.server.peer().push("ticks", "a", 1);
        harness.seconds(12);

        assertThat(subscription.ready()).isCompleted();
        assertThat(harness.server.received("SUB:ticks")).hasSize(1);
    }

    @Test
    void rejectsAKeyBeyondTheLimitLocally() {
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
    void keysOfAChannelThatIsNotCountedTakeNoneOfTheLimit() {
        EngineHarness limited = new EngineHarness(1, options -> options.maxKeys(2, "limits.keys"));
        limited.subscribe(TICKS, "a", "b");
        Subscription<Tick> notes = limited.subscribe(NOTES, "x", "y", "z");
        limited.seconds(10);
        assertThat(notes.ready()).isCompleted();

        notes.close();
        limited.seconds(10);
        assertThatThrownBy(() -> limited.subscribe(TICKS, "c")).isInstanceOf(SubscriptionLimitException.class);
        assertThat(limited.server.peer().subscribed.get("notes")).isEmpty();
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
    void newSubscriptionReceivesNothingWhileACancelIsUnderWay() {
        Subscription<Tick> old = harness.subscribe(TICKS, "a");
        harness.settle();
        harness.server.latency = () -> TimeUnit.SECONDS.toNanos(3);
        old.close();
        harness.seconds(2);
        assertThat(harness.server.received("CAN:ticks")).hasSize(1);
        EngineHarness.Recorder recorder = new EngineHarness.Recorder();
        harness.subscribe(recorder, TICKS, "a");
        harness.server.peer().push("ticks", "a", 1);
        harness.seconds(10);
        harness.server.peer().push("ticks", "a", 2);
        harness.settle();

        assertThat(recorder.all).containsExactly(new Tick("a", 2));
    }

    @Test
    void reportsTheGapBeforeTheFirstPushAfterReconnect() {
        EngineHarness.Recorder recorder = new EngineHarness.Recorder();
        harness.subscribe(recorder, TICKS, "a", "b");
        harness.settle();
        harness.server.peer().push("ticks", "a", 1);
        harness.server.mute.add("SUB:ticks");
        harness.server.peer().cut();
        harness.seconds(2);
        harness.server.peer().push("ticks", "a", 2);
        harness.settle();

        assertThat(recorder.all.get(0)).isEqualTo(new Tick("a", 1));
        assertThat(recorder.all.get(1)).isInstanceOf(StreamEvent.Disconnected.class);
        assertThat(recorder.all.get(2)).isInstanceOfSatisfying(StreamEvent.Gap.class, gap -> {
            assertThat(gap.topic().key()).isEqualTo("a");
            assertThat(gap.from()).isBefore(gap.to());
            assertThat(gap.reason()).contains("cut by the test");
        });
        assertThat(recorder.all.get(3)).isEqualTo(new Tick("a", 2));

        harness.server.mute.clear();
        harness.seconds(15);
        assertThat(recorder.events(StreamEvent.Gap.class)).hasSize(2);
        assertThat(recorder.events(StreamEvent.Resumed.class)).isNotEmpty();
    }
}
