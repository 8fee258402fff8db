package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.error.ClosedException;
import hk.qos.stream.Subscription;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.toy.Tick;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The result of unsubscribe. */
final class UnsubscribeTest {
    private static final String CANCEL = "CAN:ticks";

    private final EngineHarness harness = new EngineHarness();

    private CompletableFuture<Void> unsubscribe(String... keys) {
        return harness.engine.unsubscribe(TICKS, List.of(keys));
    }

    private void served(String... keys) {
        harness.subscribe(TICKS, keys);
        harness.seconds(5);
    }

    @Test
    void completesWhenTheServerHasAcknowledgedTheCancel() {
        served("a", "b");
        harness.server.mute.add(CANCEL);
        CompletableFuture<Void> done = unsubscribe("A");
        harness.seconds(2);
        assertThat(harness.server.received(CANCEL)).hasSize(1);
        assertThat(done).isNotDone();

        harness.server.peer().text("OK CAN:ticks 0");
        harness.settle();

        assertThat(done).isCompleted();
    }

    @Test
    void cancelsSeveralKeysInOneFrame() {
        served("a", "b", "c");

        CompletableFuture<Void> done = unsubscribe("a", "c");
        harness.settle();

        assertThat(harness.server.received(CANCEL))
                .singleElement()
                .asString()
                .contains("a")
                .contains("c");
        assertThat(done).isCompleted();
    }

    @Test
    void waitsForEveryKey() {
        EngineHarness one = new EngineHarness(1, options -> options.maxKeysPerFrame(1));
        one.subscribe(TICKS, "a", "b");
        one.seconds(5);
        CompletableFuture<Void> done = one.engine.unsubscribe(TICKS, List.of("a", "b"));
        one.settle();
        assertThat(one.server.received(CANCEL)).hasSize(1);
        assertThat(done).isNotDone();

        one.seconds(2);
        assertThat(one.server.received(CANCEL)).hasSize(2);
        assertThat(done).isCompleted();
    }

    @Test
    void completesOffTheIoThread() {
        served("a");
        List<Boolean> completing = new ArrayList<>();
        CompletableFuture<Void> watched = unsubscribe("a").thenRun(() -> completing.add(harness.completing));
        harness.seconds(2);

        assertThat(watched).isCompleted();
        assertThat(completing).containsExactly(true);
    }

    @Test
    void completesAtOnceWhenTheServerServesNoneOfTheKeys() {
        CompletableFuture<Void> unknown = unsubscribe("a");
        harness.settle();
        assertThat(unknown).isCompleted();
        assertThat(harness.server.peers).isEmpty();

        harness.server.accepts = false;
        harness.subscribe(TICKS, "a");
        harness.settle();
        CompletableFuture<Void> notAsked = unsubscribe("a");
        harness.settle();
        assertThat(notAsked).isCompleted();
        assertThat(harness.server.received).isEmpty();
    }

    @Test
    void completesAtOnceWhenTheServerHadRefused() {
        harness.server.refused.put("bad", "no");
        served("bad");
        CompletableFuture<Void> done = unsubscribe("bad");
        harness.settle();

        assertThat(done).isCompleted();
        harness.seconds(5);
        assertThat(harness.server.received(CANCEL)).isEmpty();
    }

    @Test
    void waitsForTheAckOfASubscriptionUnderWay() {
        harness.server.mute.add("SUB:ticks");
        harness.subscribe(TICKS, "a");
        harness.settle();
        CompletableFuture<Void> done = unsubscribe("a");
        harness.seconds(2);
        assertThat(done).isNotDone();
        assertThat(harness.server.received(CANCEL)).isEmpty();

        harness.server.peer().text("OK SUB:ticks 0");
        harness.seconds(2);
        assertThat(harness.server.received(CANCEL)).hasSize(1);
        assertThat(done).isCompleted();
    }

    @Test
    void completesWhenTheKeyIsSubscribedAgainBeforeTheCancel() {
        served("a");
        harness.subscribe(QUOTES, "q");
        harness.settle();
        CompletableFuture<Void> done = unsubscribe("a");
        harness.settle();
        assertThat(done).isNotDone();
        harness.subscribe(TICKS, "a");
        harness.settle();

        assertThat(done).isCompleted();
        harness.seconds(5);
        assertThat(harness.server.received(CANCEL)).isEmpty();
    }

    @Test
    void cancelsAgainWhenTheAckIsLost() {
        served("a");
        harness.server.mute.add(CANCEL);
        CompletableFuture<Void> done = unsubscribe("a");
        harness.seconds(5);
        harness.server.mute.clear();
        assertThat(done).isNotDone();
        harness.seconds(10);

        assertThat(harness.server.received(CANCEL)).hasSize(2);
        assertThat(harness.server.peers).hasSize(1);
        assertThat(done).isCompleted();
    }

    @Test
    void completesWhenTheConnectionIsLost() {
        served("a", "b");
        harness.server.mute.add(CANCEL);
        CompletableFuture<Void> done = unsubscribe("a");
        harness.seconds(2);
        harness.server.peer().end(ConnectionEnd.closed(1011, ""));
        harness.settle();
        assertThat(done).isCompleted();

        harness.seconds(10);
        assertThat(harness.server.received(CANCEL)).hasSize(1);
        assertThat(harness.server.peer().subscribed.get("ticks")).containsExactly("b");
    }

    @Test
    void completesOnReconnectCall() {
        served("a");
        harness.server.mute.add(CANCEL);
        CompletableFuture<Void> done = unsubscribe("a");
        harness.seconds(2);
        harness.engine.reconnect();
        harness.settle();

        assertThat(done).isCompleted();
    }

    @Test
    void failsWhenTheStreamCloses() {
        served("a");
        harness.server.mute.add(CANCEL);
        CompletableFuture<Void> open = unsubscribe("a");
        harness.advance(Duration.ofSeconds(2));
        harness.engine.close();
        CompletableFuture<Void> late = unsubscribe("a");
        harness.seconds(5);
        CompletableFuture<Void> tooLate = unsubscribe("a");
        harness.settle();

        for (CompletableFuture<Void> done : List.of(open, late, tooLate)) {
            assertThatThrownBy(done::join).hasCauseInstanceOf(ClosedException.class);
        }
    }

    @Test
    void invalidKeyCancelsNothing() {
        served("a");

        assertThatThrownBy(() -> unsubscribe("a", "not a key")).isInstanceOf(IllegalArgumentException.class);
        harness.seconds(5);
        assertThat(harness.server.peer().subscribed.get("ticks")).containsExactly("a");
    }

    @Test
    void cancelsAKeyRefusedAfterALostAnswer() {
        EngineHarness harness = new EngineHarness();
        harness.server.copies = () -> 0;
        var handle = harness.subscribe(TICKS, "a");
        harness.settle();
        assertThat(harness.server.peer().subscribed).containsEntry("ticks", new TreeSet<>(List.of("a")));
        harness.server.copies = () -> 1;
        harness.server.refused.put("a", "try later");
        harness.seconds(11);
        harness.server.refused.clear();
        harness.seconds(5);

        assertThat(handle.rejection("a")).isEqualTo("try later");
        assertThat(harness.server.received("CAN:ticks")).hasSize(1);
        assertThat(harness.server.peer().subscribed.get("ticks")).isEmpty();
    }

    @Test
    void readyFailsWhenAllKeysAreGivenUpBeforeAnAnswer() {
        Deque<Runnable> completions = new ArrayDeque<>();
        EngineHarness harness = new EngineHarness();
        harness.completions = completions::addFirst;
        harness.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = harness.subscribe(TICKS, "a", "b");
        var unused = harness.engine.unsubscribe(TICKS, List.of("a", "b"));
        harness.settle();
        // Runs the last first, as threads may.
        completions.forEach(Runnable::run);

        assertThat(subscription.isClosed()).isTrue();
        assertThatThrownBy(() -> subscription.ready().join()).hasCauseInstanceOf(ClosedException.class);
    }

    @Test
    void readyDependsOnTheRemainingKeys() {
        harness.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = harness.subscribe(TICKS, "a", "b");
        harness.settle();
        var unused = unsubscribe("a");
        harness.settle();
        assertThat(subscription.ready()).isNotDone();

        harness.server.peer().text("OK SUB:ticks 1");
        harness.settle();
        assertThat(subscription.ready()).isCompleted();
    }
}
