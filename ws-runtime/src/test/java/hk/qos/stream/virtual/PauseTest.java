package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hk.qos.error.ConnectFailedException;
import hk.qos.error.ConnectionLostException;
import hk.qos.error.ConnectionLostException.Outcome;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.toy.Ask;
import hk.qos.stream.toy.Tick;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** disconnect() in every state, and connect() after it. */
@SuppressWarnings("FutureReturnValueIgnored") // the state tells more
final class PauseTest {
    private final EngineHarness harness = new EngineHarness();
    private final EngineHarness.Recorder recorder = new EngineHarness.Recorder();

    private CompletableFuture<Void> disconnect() {
        CompletableFuture<Void> done = harness.engine.disconnect();
        harness.settle();
        return done;
    }

    private void connect() {
        CompletableFuture<Void> ready = harness.engine.connect();
        harness.seconds(10);
        assertThat(ready).isCompleted();
        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
    }

    private CompletableFuture<String> request(String text) {
        return harness.engine.request(new Ask(text), RequestOptions.defaults());
    }

    /** The stream is paused, and nothing happens by itself. */
    private void assertPaused(int connections) {
        assertThat(harness.engine.state()).isEqualTo(StreamState.PAUSED);
        harness.seconds(3_600);
        assertThat(harness.loop.timers()).as("timers left").isZero();
        assertThat(harness.engine.state()).isEqualTo(StreamState.PAUSED);
        assertThat(harness.server.peers).hasSize(connections);
        assertThat(harness.events(StreamEvent.Paused.class)).hasSize(1);
        assertThat(harness.released).isZero();
    }

    private static Throwable failure(CompletableFuture<?> future) {
        assertThat(future).isCompletedExceptionally();
        return future.handle((result, error) -> error).join();
    }

    private static void assertLost(CompletableFuture<?> request, Outcome outcome, String text) {
        assertThat(failure(request))
                .isInstanceOfSatisfying(
                        ConnectionLostException.class,
                        lost -> assertThat(lost.outcome()).isEqualTo(outcome))
                .hasMessageContaining(text);
    }

    @Test
    void readyStreamKeepsItsSubscriptionsAndRestoresThem() {
        Subscription<Tick> ticks = harness.subscribe(recorder, TICKS, "a", "b");
        harness.seconds(3);
        harness.server.peer().push("ticks", "a", 1);
        CompletableFuture<Void> done = disconnect();

        assertThat(done).isCompleted();
        assertThat(harness.server.peer().closeStatus).isEqualTo(1000);
        assertThat(ticks.isClosed()).isFalse();
        assertThat(ticks.states())
                .containsExactly(
                        Map.entry("a", SubscriptionState.RESTORING), Map.entry("b", SubscriptionState.RESTORING));
        assertThat(harness.events.subList(harness.events.size() - 2, harness.events.size()))
                .satisfiesExactly(
                        event -> assertThat(event).isInstanceOf(StreamEvent.Disconnected.class),
                        event -> assertThat(event).isInstanceOf(StreamEvent.Paused.class));
        assertPaused(1);

        connect();
        harness.server.peer().push("ticks", "a", 2);
        harness.settle();
        assertThat(harness.server.received("SUB:ticks"))
                .extracting(FakeServer.Received::keys)
                .containsExactly(Set.of("a", "b"), Set.of("a", "b"));
        assertThat(recorder.numbers()).containsExactly("1", "2");
        assertThat(recorder.events(StreamEvent.Gap.class))
                .extracting(gap -> gap.topic().key(), StreamEvent.Gap::reason)
                .containsExactly(tuple("a", "disconnect() was called"), tuple("b", "disconnect() was called"));
        assertThat(ticks.states().values()).containsOnly(SubscriptionState.ACTIVE);
        harness.assertPaced();
    }

    @Test
    void disconnectWhileConnectingEndsTheAttempt() {
        harness.server.accepts = false;
        CompletableFuture<Void> ready = harness.engine.connect();
        CompletableFuture<String> waiting = request("waiting");
        harness.seconds(2);
        assertThat(harness.engine.state()).isEqualTo(StreamState.CONNECTING);
        CompletableFuture<Void> done = disconnect();

        assertThat(done).isCompleted();
        assertThat(harness.server.peer().gone).isTrue();
        assertThat(failure(ready))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessage("disconnect() was called before the stream was ready");
        assertLost(waiting, Outcome.NOT_SENT, "disconnect() was called; it was not sent");
        assertThat(harness.events(StreamEvent.ConnectFailed.class)).hasSize(1);
        assertPaused(1);

        harness.server.accepts = true;
        connect();
    }

    @Test
    void disconnectInBackOffCancelsTheNextAttempt() {
        harness.server.reception = peer -> peer.end(ConnectionEnd.of(ConnectionEnd.Kind.CONNECT, "refused"));
        CompletableFuture<Void> ready = harness.engine.connect();
        harness.settle();
        assertThat(harness.engine.state()).isEqualTo(StreamState.BACKOFF);
        disconnect();

        assertThat(failure(ready)).isInstanceOf(ConnectFailedException.class);
        assertPaused(1);
        harness.server.reception = FakeServer.Peer::open;
        connect();
    }

    @Test
    void disconnectBeforeTheFirstUseKeepsSubscriptionsFromConnecting() {
        disconnect();
        Subscription<Tick> ticks = harness.subscribe(recorder, TICKS, "a");
        assertPaused(0);
        assertThat(ticks.states()).containsExactly(Map.entry("a", SubscriptionState.PENDING));
        assertThat(ticks.ready()).isNotDone();

        connect();
        assertThat(ticks.ready()).isCompleted();
    }

    @Test
    void subscriptionWithoutAcknowledgementIsSentAgain() {
        harness.server.mute.add("SUB:ticks");
        Subscription<Tick> ticks = harness.subscribe(recorder, TICKS, "a");
        harness.seconds(1);
        disconnect();
        harness.seconds(60);
        assertThat(ticks.ready()).isNotDone();
        assertThat(ticks.states()).containsExactly(Map.entry("a", SubscriptionState.PENDING));

        harness.server.mute.clear();
        connect();
        assertThat(ticks.ready()).isCompleted();
        assertThat(recorder.events(StreamEvent.Gap.class)).isEmpty();
    }

    @Test
    void whatIsSubscribedAndGivenUpMeanwhileIsRightAfterwards() {
        Subscription<Tick> ticks = harness.subscribe(recorder, TICKS, "a", "b");
        Subscription<Tick> quotes = harness.subscribe(QUOTES, "c");
        harness.seconds(5);
        disconnect();
        CompletableFuture<Void> gone = harness.engine.unsubscribe(TICKS, List.of("a"));
        quotes.close();
        Subscription<Tick> more = harness.subscribe(QUOTES, "d");
        harness.settle();
        assertThat(gone).as("the server has forgotten it").isCompleted();

        connect();
        assertThat(harness.server.peer().subscribed).containsOnlyKeys("ticks", "quotes");
        assertThat(harness.server.peer().subscribed.get("ticks")).containsExactly("b");
        assertThat(harness.server.peer().subscribed.get("quotes")).containsExactly("d");
        assertThat(ticks.states())
                .containsExactly(Map.entry("a", SubscriptionState.CLOSED), Map.entry("b", SubscriptionState.ACTIVE));
        assertThat(more.ready()).isCompleted();
        harness.assertPaced();
    }

    @Test
    void requestsFailAndSayWhetherTheyWereSent() {
        harness.server.mute.add("ASK");
        harness.engine.connect();
        harness.settle();
        CompletableFuture<String> sent = request("sent");
        CompletableFuture<String> waiting = request("waiting");
        harness.settle();
        assertThat(harness.server.received("ASK")).hasSize(1);
        disconnect();
        assertLost(sent, Outcome.UNKNOWN, "disconnect() was called; it was sent, its answer is lost");
        assertLost(waiting, Outcome.NOT_SENT, "disconnect() was called");

        CompletableFuture<String> late = request("late");
        CompletableFuture<?> beat = harness.engine.heartbeat();
        harness.settle();
        assertLost(late, Outcome.NOT_SENT, "the stream is paused by disconnect(); connect() resumes it");
        assertLost(beat, Outcome.NOT_SENT, "connect() resumes it");

        harness.server.mute.clear();
        connect();
        assertThat(harness.server.received("ASK")).as("nothing is sent late").hasSize(1);
        CompletableFuture<String> again = request("again");
        harness.seconds(3);
        assertThat(again).isCompletedWithValue("again");
    }

    @Test
    void bothCallsAreIdempotent() {
        harness.subscribe(recorder, TICKS, "a");
        harness.seconds(3);
        CompletableFuture<Void> first = harness.engine.disconnect();
        CompletableFuture<Void> second = harness.engine.disconnect();
        harness.settle();
        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
        assertPaused(1);

        CompletableFuture<Void> one = harness.engine.connect();
        CompletableFuture<Void> other = harness.engine.connect();
        harness.seconds(3);
        assertThat(one).isCompleted();
        assertThat(other).isCompleted();
        assertThat(harness.server.peers).hasSize(2);
    }

    @Test
    void disconnectCompletesWhenTheHandshakeIsOver() {
        harness.subscribe(recorder, TICKS, "a");
        harness.seconds(3);
        harness.server.answersClose = false;
        CompletableFuture<Void> done = disconnect();
        CompletableFuture<Void> again = disconnect();
        assertThat(harness.engine.state()).isEqualTo(StreamState.PAUSED);
        harness.advance(Duration.ofMillis(1_900));
        assertThat(done).isNotDone();
        assertThat(again).isNotDone();
        assertThat(harness.server.peer().gone).isFalse();
        harness.advance(Duration.ofMillis(200));

        assertThat(done).isCompleted();
        assertThat(again).isCompleted();
        assertThat(harness.server.peer().gone).isTrue();
        assertPaused(1);
    }

    @Test
    void connectDuringTheHandshakeCutsIt() {
        harness.subscribe(recorder, TICKS, "a");
        harness.seconds(3);
        harness.server.answersClose = false;
        CompletableFuture<Void> done = disconnect();
        CompletableFuture<Void> ready = harness.engine.connect();
        harness.settle();

        assertThat(harness.server.peers.get(0).gone).isTrue();
        assertThat(done).isCompleted();
        harness.seconds(3);
        assertThat(ready).isCompleted();
        assertThat(harness.server.peers).hasSize(2);
        harness.server.peer().push("ticks", "a", 2);
        harness.settle();
        assertThat(recorder.numbers()).containsExactly("2");
        harness.assertPaced();
    }

    @Test
    void disconnectWhileAWriteIsUnderWaySendsTheCloseFrameAfterIt() {
        harness.server.flushes = false;
        harness.subscribe(recorder, TICKS, "a");
        harness.settle();
        disconnect();

        assertThat(harness.server.peer().closeStatus).isEqualTo(1000);
        harness.server.flushes = true;
        connect();
        harness.assertPaced();
    }

    @Test
    void callsInOneStepEndAsTheLastOneSays() {
        harness.subscribe(recorder, TICKS, "a");
        harness.seconds(3);
        harness.engine.disconnect();
        CompletableFuture<Void> ready = harness.engine.connect();
        CompletableFuture<Void> done = harness.engine.disconnect();
        harness.seconds(3);
        assertThat(failure(ready)).isInstanceOf(ConnectFailedException.class);
        assertThat(done).isCompleted();
        assertThat(harness.engine.state()).isEqualTo(StreamState.PAUSED);

        harness.engine.disconnect();
        ready = harness.engine.connect();
        harness.seconds(3);
        assertThat(ready).isCompleted();
    }

    @Test
    void closeEndsAPausedStream() {
        Subscription<Tick> ticks = harness.subscribe(recorder, TICKS, "a");
        harness.seconds(3);
        disconnect();
        harness.engine.close();
        harness.settle();

        assertThat(harness.engine.state()).isEqualTo(StreamState.CLOSED);
        assertThat(ticks.isClosed()).isTrue();
        assertThat(recorder.all).last().isInstanceOf(StreamEvent.Closed.class);
        assertThat(harness.loop.timers()).isZero();
        assertThat(harness.released).isOne();
        assertThat(disconnect()).as("after the end").isCompleted();
    }

    @Test
    void closeDuringTheHandshakeCutsIt() {
        harness.subscribe(recorder, TICKS, "a");
        harness.seconds(3);
        harness.server.answersClose = false;
        CompletableFuture<Void> done = disconnect();
        harness.engine.close();
        harness.settle();

        assertThat(done).isCompleted();
        assertThat(harness.server.peer().gone).isTrue();
        assertThat(harness.loop.timers()).isZero();
        assertThat(harness.released).isOne();
    }

    @Test
    void disconnectWhileTheStreamClosesCompletesAtItsEnd() {
        harness.subscribe(recorder, TICKS, "a");
        harness.seconds(3);
        harness.server.answersClose = false;
        harness.engine.close();
        CompletableFuture<Void> done = disconnect();
        assertThat(done).isNotDone();
        harness.seconds(3);

        assertThat(done).isCompleted();
        assertThat(harness.events(StreamEvent.Paused.class)).isEmpty();
        assertThat(harness.events(StreamEvent.Closed.class)).hasSize(1);
    }

    @Test
    void reconnectDoesNotResume() {
        harness.subscribe(recorder, TICKS, "a");
        harness.seconds(3);
        disconnect();
        harness.engine.reconnect();
        harness.settle();

        assertPaused(1);
    }

    @Test
    void lostConnectionAfterAPauseIsMadeAgain() {
        harness.subscribe(recorder, TICKS, "a");
        harness.seconds(3);
        disconnect();
        connect();
        harness.server.peer().cut();
        harness.seconds(10);

        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
        assertThat(harness.server.peers).hasSize(3);
    }

    @Test
    void explanationNamesThePauseAndItsEnd() {
        harness.subscribe(recorder, TICKS, "a", "b");
        harness.seconds(3);
        disconnect();

        assertThat(harness.engine.explain())
                .startsWith("Not ready: paused by disconnect().")
                .contains("keeps its 2 subscribed keys", "connect() connects and subscribes again");
    }
}
