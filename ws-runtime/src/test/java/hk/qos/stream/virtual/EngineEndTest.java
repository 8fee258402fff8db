package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.error.ClientException;
import hk.qos.error.ClosedException;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.toy.Ask;
import hk.qos.stream.toy.Tick;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** Pending calls and timers when a stream ends in each state. */
final class EngineEndTest {
    private final EngineHarness stage = new EngineHarness();

    @Test
    void closeWhileReadyFailsPendingCallsAndLeavesNoTimer() {
        Subscription<Tick> ticks = stage.subscribe(TICKS, "a");
        stage.seconds(3);
        stage.server.mute.add("ASK");
        stage.server.mute.add("SUB:quotes");
        CompletableFuture<String> sent = request("sent");
        stage.seconds(2);
        CompletableFuture<String> waiting = request("waiting");
        Subscription<Tick> quotes = stage.subscribe(QUOTES, "b");
        CompletableFuture<Void> unsubscribed = stage.engine.unsubscribe(TICKS, List.of("a"));
        stage.server.peer().text("garbage");
        stage.engine.close();
        stage.seconds(5);

        for (CompletableFuture<?> each : List.of(sent, waiting, quotes.ready(), unsubscribed)) {
            assertThat(each.isDone()).isTrue();
        }
        assertFailure(sent).isInstanceOf(ClientException.class);
        assertFailure(waiting).isInstanceOf(ClientException.class);
        assertThat(ticks.isClosed()).isTrue();
        assertThat(quotes.isClosed()).isTrue();
        assertEnded(StreamState.CLOSED);
    }

    @Test
    void nothingIsSentWhileTheCloseHandshakeIsUnderWay() {
        stage.subscribe(TICKS, "a");
        stage.seconds(3);
        stage.server.answersClose = false;
        stage.server.mute.add("ASK");
        CompletableFuture<String> waiting = request("first");
        CompletableFuture<String> second = request("second");
        stage.settle();
        int sent = stage.server.received.size();
        stage.engine.close();
        stage.settle();
        assertThat(stage.server.peer().closeStatus).isEqualTo(1000);
        stage.advance(Duration.ofMillis(1_900));
        assertThat(stage.server.received).hasSize(sent);
        assertThat(stage.released).as("before the timeout of the handshake").isZero();
        stage.seconds(20);

        assertThat(stage.server.received).hasSize(sent);
        assertFailure(waiting).isInstanceOf(ClosedException.class);
        assertFailure(second).isInstanceOf(ClosedException.class);
        assertEnded(StreamState.CLOSED);
    }

    @Test
    void closeWhileConnectingEndsTheAttempt() {
        stage.server.accepts = false;
        CompletableFuture<Void> ready = stage.engine.connect();
        CompletableFuture<String> waiting = request("waiting");
        stage.seconds(2);
        assertThat(stage.engine.state()).isEqualTo(StreamState.CONNECTING);
        stage.engine.close();
        stage.settle();

        assertFailure(ready).isInstanceOf(ClosedException.class);
        assertFailure(waiting).isInstanceOf(ClosedException.class);
        assertThat(stage.server.peer().gone).isTrue();
        assertEnded(StreamState.CLOSED);
    }

    @Test
    void closeInBackOffCancelsTheNextAttempt() {
        stage.server.reception = peer -> peer.end(ConnectionEnd.of(ConnectionEnd.Kind.CONNECT, "refused"));
        CompletableFuture<Void> ready = stage.engine.connect();
        stage.settle();
        assertThat(stage.engine.state()).isEqualTo(StreamState.BACKOFF);
        stage.engine.close();
        stage.settle();

        assertFailure(ready).isInstanceOf(ClosedException.class);
        assertEnded(StreamState.CLOSED);
        stage.seconds(100);
        assertThat(stage.server.peers).hasSize(1);
    }

    @Test
    void failureOfTheStreamFailsPendingCalls() {
        CompletableFuture<String> waiting = request("waiting");
        Subscription<Tick> ticks = stage.subscribe(TICKS, "a");
        stage.server.reception = peer -> peer.end(ConnectionEnd.of(ConnectionEnd.Kind.UNUSABLE, "no way to go on"));
        CompletableFuture<Void> ready = stage.engine.connect();
        stage.settle();

        assertFailure(waiting).isInstanceOf(ClientException.class);
        assertFailure(ready).hasMessageContaining("no way to go on");
        assertThat(ticks.ready()).isCompletedExceptionally();
        assertEnded(StreamState.FAILED);
        assertThat(stage.events(StreamEvent.Failed.class)).hasSize(1);
    }

    @Test
    void everyCallFailsAtOnceAfterTheEnd() {
        stage.engine.close();
        stage.settle();
        CompletableFuture<Void> ready = stage.engine.connect();
        CompletableFuture<String> late = request("late");
        CompletableFuture<Void> unsubscribed = stage.engine.unsubscribe(TICKS, List.of("a"));
        stage.engine.reconnect();
        stage.engine.close();
        stage.settle();

        assertFailure(ready).isInstanceOf(ClosedException.class);
        assertFailure(late).isInstanceOf(ClosedException.class);
        assertThat(unsubscribed.isDone()).isTrue();
        assertThat(stage.server.peers).isEmpty();
        assertThat(stage.events(StreamEvent.Closed.class)).hasSize(1);
        assertEnded(StreamState.CLOSED);
    }

    @Test
    void connectCompletesAtOnceIfTheStreamIsReady() {
        stage.subscribe(TICKS, "a");
        stage.seconds(3);
        assertThat(stage.engine.state()).isEqualTo(StreamState.READY);
        CompletableFuture<Void> ready = stage.engine.connect();
        stage.settle();

        assertThat(ready).isCompleted();
        assertThat(stage.server.peers).hasSize(1);
    }

    @Test
    void backOffKeepsOnlyTheTimerOfTheNextAttempt() {
        stage.subscribe(TICKS, "a");
        stage.seconds(3);
        assertThat(stage.loop.timers()).as("heartbeat and more").isPositive();
        stage.server.accepts = false;
        stage.server.peer().end(ConnectionEnd.closed(1008, "wait"));
        stage.settle();

        assertThat(stage.engine.state()).isEqualTo(StreamState.BACKOFF);
        stage.seconds(5);
        assertThat(stage.loop.timers()).isOne();
    }

    @Test
    void shutDownOfTheLoopEndsTheStreamInEveryState() {
        for (boolean connected : new boolean[] {true, false}) {
            EngineHarness each = new EngineHarness();
            each.server.accepts = connected;
            each.server.mute.add("ASK");
            Subscription<Tick> ticks = each.subscribe(TICKS, "a");
            CompletableFuture<String> asked = each.engine.request(new Ask("x"), RequestOptions.defaults());
            each.seconds(4);
            each.loop.shutDown();
            each.settle();

            assertFailure(asked).hasMessageContaining("event loop was shut down by its owner");
            assertThat(ticks.isClosed()).isTrue();
            assertThat(each.engine.state()).isEqualTo(StreamState.FAILED);
            each.loop.shutDown();
            each.settle();
            assertThat(each.events(StreamEvent.Failed.class)).hasSize(1);
            assertThat(each.released).isOne();
        }
    }

    @Test
    void shutDownOfTheLoopDuringCloseEndsTheStreamAsClosed() {
        stage.subscribe(TICKS, "a");
        stage.seconds(3);
        stage.server.answersClose = false;
        stage.engine.close();
        stage.settle();
        stage.loop.shutDown();
        stage.settle();

        assertThat(stage.engine.state()).isEqualTo(StreamState.CLOSED);
        assertThat(stage.events(StreamEvent.Closed.class)).hasSize(1);
        assertThat(stage.released).isOne();
    }

    private CompletableFuture<String> request(String text) {
        return stage.engine.request(new Ask(text), RequestOptions.defaults());
    }

    private void assertEnded(StreamState state) {
        assertThat(stage.engine.state()).isEqualTo(state);
        assertThat(stage.loop.timers()).as("timers left").isZero();
        assertThat(stage.released).as("releases").isOne();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertFailure(CompletableFuture<?> future) {
        assertThat(future).isCompletedExceptionally();
        return assertThat(future.handle((result, failure) -> failure).join());
    }
}
