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

/** What the future of an unsubscribe tells. */
final class UnsubscribeTest {
    private static final String CANCEL = "CAN:ticks";

    private final EngineHarness stage = new EngineHarness();

    private CompletableFuture<Void> unsubscribe(String... keys) {
        return stage.engine.unsubscribe(TICKS, List.of(keys));
    }

    private void served(String... keys) {
        stage.subscribe(TICKS, keys);
        stage.seconds(5);
    }

    @Test
    void completesWhenTheServerHasAcknowledgedTheCancel() {
        served("a", "b");
        stage.server.mute.add(CANCEL);
        CompletableFuture<Void> done = unsubscribe("A");
        stage.seconds(2);
        assertThat(stage.server.received(CANCEL)).hasSize(1);
        assertThat(done).isNotDone();

        stage.server.peer().text("OK CAN:ticks 0");
        stage.settle();

        assertThat(done).isCompleted();
    }

    @Test
    void severalKeysLeaveInOneFrame() {
        served("a", "b", "c");

        CompletableFuture<Void> done = unsubscribe("a", "c");
        stage.settle();

        assertThat(stage.server.received(CANCEL))
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
        CompletableFuture<Void> watched = unsubscribe("a").thenRun(() -> completing.add(stage.completing));
        stage.seconds(2);

        assertThat(watched).isCompleted();
        assertThat(completing).containsExactly(true);
    }

    @Test
    void completesAtOnceWhenNothingOfItIsAtTheServer() {
        CompletableFuture<Void> unknown = unsubscribe("a");
        stage.settle();
        assertThat(unknown).isCompleted();
        assertThat(stage.server.peers).isEmpty();

        stage.server.accepts = false;
        stage.subscribe(TICKS, "a");
        stage.settle();
        CompletableFuture<Void> notAsked = unsubscribe("a");
        stage.settle();
        assertThat(notAsked).isCompleted();
        assertThat(stage.server.received).isEmpty();
    }

    @Test
    void completesAtOnceWhenTheServerHadRefused() {
        stage.server.refused.put("bad", "no");
        served("bad");
        CompletableFuture<Void> done = unsubscribe("bad");
        stage.settle();

        assertThat(done).isCompleted();
        stage.seconds(5);
        assertThat(stage.server.received(CANCEL)).isEmpty();
    }

    @Test
    void waitsForTheAckOfASubscriptionThatItOvertakes() {
        stage.server.mute.add("SUB:ticks");
        stage.subscribe(TICKS, "a");
        stage.settle();
        CompletableFuture<Void> done = unsubscribe("a");
        stage.seconds(2);
        assertThat(done).isNotDone();
        assertThat(stage.server.received(CANCEL)).isEmpty();

        stage.server.peer().text("OK SUB:ticks 0");
        stage.seconds(2);
        assertThat(stage.server.received(CANCEL)).hasSize(1);
        assertThat(done).isCompleted();
    }

    @Test
    void completesWhenSomebodyWantsTheKeyAgainBeforeTheCancelIsSent() {
        served("a");
        stage.subscribe(QUOTES, "q");
        stage.settle();
        CompletableFuture<Void> done = unsubscribe("a");
        stage.settle();
        assertThat(done).isNotDone();
        stage.subscribe(TICKS, "a");
        stage.settle();

        assertThat(done).isCompleted();
        stage.seconds(5);
        assertThat(stage.server.received(CANCEL)).isEmpty();
    }

    @Test
    void asksAgainWhenTheAckIsLost() {
        served("a");
        stage.server.mute.add(CANCEL);
        CompletableFuture<Void> done = unsubscribe("a");
        stage.seconds(5);
        stage.server.mute.clear();
        assertThat(done).isNotDone();
        stage.seconds(10);

        assertThat(stage.server.received(CANCEL)).hasSize(2);
        assertThat(stage.server.peers).hasSize(1);
        assertThat(done).isCompleted();
    }

    @Test
    void completesWhenTheConnectionIsLost() {
        served("a", "b");
        stage.server.mute.add(CANCEL);
        CompletableFuture<Void> done = unsubscribe("a");
        stage.seconds(2);
        stage.server.peer().end(ConnectionEnd.closed(1011, ""));
        stage.settle();
        assertThat(done).isCompleted();

        stage.seconds(10);
        assertThat(stage.server.received(CANCEL)).hasSize(1);
        assertThat(stage.server.peer().subscribed.get("ticks")).containsExactly("b");
    }

    @Test
    void completesWhenANewConnectionIsAskedFor() {
        served("a");
        stage.server.mute.add(CANCEL);
        CompletableFuture<Void> done = unsubscribe("a");
        stage.seconds(2);
        stage.engine.reconnect();
        stage.settle();

        assertThat(done).isCompleted();
    }

    @Test
    void failsWhenTheStreamCloses() {
        served("a");
        stage.server.mute.add(CANCEL);
        CompletableFuture<Void> open = unsubscribe("a");
        stage.advance(Duration.ofSeconds(2));
        stage.engine.close();
        CompletableFuture<Void> late = unsubscribe("a");
        stage.seconds(5);
        CompletableFuture<Void> tooLate = unsubscribe("a");
        stage.settle();

        for (CompletableFuture<Void> done : List.of(open, late, tooLate)) {
            assertThatThrownBy(done::join).hasCauseInstanceOf(ClosedException.class);
        }
    }

    @Test
    void givesUpNothingWhenOneKeyCannotBeOne() {
        served("a");

        assertThatThrownBy(() -> unsubscribe("a", "not a key")).isInstanceOf(IllegalArgumentException.class);
        stage.seconds(5);
        assertThat(stage.server.peer().subscribed.get("ticks")).containsExactly("a");
    }

    @Test
    void whatIsRefusedAfterAnAnswerThatWasLostIsCancelled() {
        EngineHarness stage = new EngineHarness();
        stage.server.copies = () -> 0;
        var handle = stage.subscribe(TICKS, "a");
        stage.settle();
        assertThat(stage.server.peer().subscribed).containsEntry("ticks", new TreeSet<>(List.of("a")));
        stage.server.copies = () -> 1;
        stage.server.refused.put("a", "try later");
        stage.seconds(11);
        stage.server.refused.clear();
        stage.seconds(5);

        assertThat(handle.rejection("a")).isEqualTo("try later");
        assertThat(stage.server.received("CAN:ticks")).hasSize(1);
        assertThat(stage.server.peer().subscribed.get("ticks")).isEmpty();
    }

    @Test
    void readyFailsWhenAllIsGivenUpBeforeTheServerHasAnswered() {
        Deque<Runnable> completions = new ArrayDeque<>();
        EngineHarness stage = new EngineHarness();
        stage.completions = completions::addFirst;
        stage.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = stage.subscribe(TICKS, "a", "b");
        var unused = stage.engine.unsubscribe(TICKS, List.of("a", "b"));
        stage.settle();
        // The last first, as threads may.
        completions.forEach(Runnable::run);

        assertThat(subscription.isClosed()).isTrue();
        assertThatThrownBy(() -> subscription.ready().join()).hasCauseInstanceOf(ClosedException.class);
    }

    @Test
    void readyTellsOfTheKeysThatAreLeft() {
        stage.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = stage.subscribe(TICKS, "a", "b");
        stage.settle();
        var unused = unsubscribe("a");
        stage.settle();
        assertThat(subscription.ready()).isNotDone();

        stage.server.peer().text("OK SUB:ticks 1");
        stage.settle();
        assertThat(subscription.ready()).isCompleted();
    }
}
