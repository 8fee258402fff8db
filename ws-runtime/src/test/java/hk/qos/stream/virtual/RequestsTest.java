package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.error.ClientException;
import hk.qos.error.ConnectionLostException;
import hk.qos.error.ConnectionLostException.Outcome;
import hk.qos.error.LimitException;
import hk.qos.error.ProtocolException;
import hk.qos.error.RefusedException;
import hk.qos.error.RequestTimeoutException;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamLimits;
import hk.qos.stream.toy.Ask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class RequestsTest {
    private static final RequestOptions ONCE = RequestOptions.defaults().withRetryOnReconnect(false);

    private final EngineHarness harness = new EngineHarness();

    private CompletableFuture<String> ask(String text) {
        return ask(text, RequestOptions.defaults());
    }

    private CompletableFuture<String> ask(String text, RequestOptions options) {
        return harness.engine.request(new Ask(text), options);
    }

    private void connect() {
        assertThat(harness.engine.connect()).isNotDone();
        harness.settle();
    }

    private static ClientException failure(CompletableFuture<?> future) {
        assertThat(future).isCompletedExceptionally();
        return (ClientException) future.handle((value, error) -> error).join();
    }

    @Test
    void requestConnectsAndCompletes() {
        CompletableFuture<String> answer = ask("one");
        harness.settle();

        assertThat(answer).isCompletedWithValue("one");
    }

    @Test
    void calledHeartbeatIsSentInItsTurn() {
        connect();
        CompletableFuture<String> first = ask("one");
        CompletableFuture<String> second = ask("two");
        CompletableFuture<Instant> beat = harness.engine.heartbeat();
        harness.seconds(10);

        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
        assertThat(beat).isCompleted();
        assertThat(harness.server.received)
                .extracting(FakeServer.Received::type)
                .containsExactly("ASK", "ASK", "BEAT");
    }

    @Test
    void idsIncreaseAndAreNeverZero() {
        for (int i = 0; i < 5; i++) {
            assertThat(ask("text " + i)).isNotDone();
        }
        harness.seconds(10);

        List<Long> ids = harness.server.received("ASK").stream()
                .map(frame -> Long.parseLong(frame.text().split(" ", 3)[1]))
                .toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates().doesNotContain(0L).hasSize(5);
    }

    @Test
    void failsOnlyTheRequestThatTheServerRefuses() {
        harness.server.mute.add("ASK");
        CompletableFuture<String> one = ask("one");
        CompletableFuture<String> two = ask("two");
        harness.seconds(3);
        String id = harness.server.received("ASK").get(0).text().split(" ", 3)[1];
        harness.server.peer().text("NO ASK " + id + " Key expired.");
        harness.settle();

        assertThat(failure(one))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.serverMessage()).isEqualTo("Key expired."));
        assertThat(two).isNotDone();
        assertThat(harness.server.peers).hasSize(1);
    }

    @Test
    void answerWithoutIdCompletesTheOldestOfItsType() {
        harness.server.mute.add("ASK");
        CompletableFuture<String> one = ask("one");
        CompletableFuture<String> two = ask("two");
        harness.seconds(3);
        harness.server.peer().text("OK ASK 0 first");
        harness.settle();

        assertThat(one).isCompletedWithValue("first");
        assertThat(two).isNotDone();
    }

    @Test
    void ignoresLateAndDuplicateAnswers() {
        CompletableFuture<String> one = ask("one");
        harness.settle();
        assertThat(one).isCompletedWithValue("one");
        String id = harness.server.received("ASK").get(0).text().split(" ", 3)[1];
        harness.server.mute.add("ASK");
        CompletableFuture<String> two = ask("two");
        harness.seconds(2);
        harness.server.peer().text("OK ASK " + id + " again");
        harness.settle();

        assertThat(two).isNotDone();
    }

    @Test
    void ignoresAnswersOfAnEarlierConnection() {
        harness.server.mute.add("ASK");
        CompletableFuture<String> one = ask("one");
        harness.settle();
        FakeServer.Peer old = harness.server.peer();
        old.cut();
        harness.seconds(2);
        old.gone = false;
        old.text("OK ASK 1 stale");
        old.text("OK ASK 0 stale");
        harness.settle();

        assertThat(one).isNotDone();
    }

    @Test
    void requestsAreRepeatedInCallOrderAfterADisconnect() {
        harness.server.mute.add("ASK");
        List<CompletableFuture<String>> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            asked.add(ask("q" + i));
        }
        harness.advance(Duration.ofMillis(2_500));
        assertThat(harness.server.received("ASK")).hasSize(3);

        harness.server.mute.clear();
        harness.server.peer().cut();
        harness.seconds(15);

        assertThat(asked).allMatch(CompletableFuture::isDone);
        assertThat(harness.server.received("ASK").stream()
                        .skip(3)
                        .map(frame -> frame.text().split(" ", 3)[2]))
                .containsExactly("q0", "q1", "q2", "q3", "q4", "q5", "q6", "q7");
    }

    @Test
    void nonRepeatableRequestFailsAndStatesWhetherItWasSent() {
        harness.server.mute.add("ASK");
        CompletableFuture<String> sent = ask("one", ONCE);
        CompletableFuture<String> queued = ask("two", ONCE);
        harness.settle();
        harness.server.peer().cut();
        harness.settle();
        CompletableFuture<String> late = ask("three", ONCE);
        harness.settle();

        assertThat(((ConnectionLostException) failure(sent)).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(((ConnectionLostException) failure(queued)).outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(((ConnectionLostException) failure(late)).outcome()).isEqualTo(Outcome.NOT_SENT);
    }

    @Test
    void requestThatCannotBeSentInTimeFailsAtOnce() {
        connect();
        List<CompletableFuture<String>> asked = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            asked.add(ask("q" + i, RequestOptions.defaults().withTimeout(Duration.ofSeconds(5))));
        }
        harness.settle();

        long failed = asked.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .count();
        assertThat(failed).isGreaterThanOrEqualTo(34);
        assertThat(failure(asked.get(39)))
                .isInstanceOf(RequestTimeoutException.class)
                .hasMessageContaining("its turn");
        harness.seconds(6);
        assertThat(asked).allMatch(CompletableFuture::isDone);
        assertThat(asked.get(3)).isCompletedWithValue("q3");
    }

    @Test
    void requestWithoutAnswerFails() {
        harness.server.mute.add("ASK");
        CompletableFuture<String> one = ask("one");
        harness.seconds(11);

        assertThat(failure(one)).isInstanceOf(RequestTimeoutException.class).hasMessageContaining("10 s");
    }

    @Test
    void limitsWaitingRequests() {
        EngineHarness small = new EngineHarness(
                1,
                options -> options.limits(
                        StreamLimits.defaults().withRequestsInFlight(1).withRequestsQueued(2)));
        small.server.mute.add("ASK");
        CompletableFuture<String> sent = small.engine.request(new Ask("a"), RequestOptions.defaults());
        small.settle();
        CompletableFuture<String> second = small.engine.request(new Ask("b"), RequestOptions.defaults());
        CompletableFuture<String> third = small.engine.request(new Ask("c"), RequestOptions.defaults());
        CompletableFuture<String> fourth = small.engine.request(new Ask("d"), RequestOptions.defaults());
        small.seconds(5);

        assertThat(failure(fourth)).isInstanceOf(LimitException.class);
        assertThat(List.of(sent, second, third)).noneMatch(CompletableFuture::isDone);
        assertThat(small.server.received("ASK")).hasSize(1);
    }

    @Test
    void unreadableAnswerFailsItsRequest() {
        harness.server.mute.add("ASK");
        CompletableFuture<String> one = ask("one");
        harness.settle();
        harness.server.peer().text("OK ASK 0");
        harness.settle();

        assertThat(failure(one)).isInstanceOf(ProtocolException.class);
        assertThat(harness.server.peers).hasSize(1);
    }

    @Test
    void cancelledRequestCompletesOnce() {
        connect();
        harness.server.mute.add("ASK");
        CompletableFuture<String> sent = ask("a");
        harness.settle();
        CompletableFuture<String> queued = ask("b");
        harness.settle();
        assertThat(queued.cancel(false)).isTrue();
        harness.seconds(5);

        assertThat(harness.server.received("ASK")).hasSize(1);
        assertThat(sent).isNotDone();
        assertThatThrownBy(queued::join).isInstanceOf(java.util.concurrent.CancellationException.class);
    }

    @Test
    void restoresBeforeRequests() {
        harness.subscribe(TICKS, "a");
        harness.settle();
        CompletableFuture<String> one = ask("one");
        harness.server.peer().cut();
        harness.seconds(10);

        assertThat(one).isCompleted();
        assertThat(harness.server.received)
                .extracting(FakeServer.Received::type)
                .containsExactly("SUB:ticks", "SUB:ticks", "ASK");
    }

    @Test
    void keepsTheSpacingWhenAWriteCompletesAtOnce() {
        harness.server.flushesAtOnce = true;
        CompletableFuture<String> one = ask("one");
        CompletableFuture<String> two = ask("two");
        harness.seconds(2);

        assertThat(one).isCompleted();
        assertThat(two).isCompleted();
        List<FakeServer.Received> received = harness.server.received;
        assertThat(received.get(1).at() - received.get(0).at()).isGreaterThanOrEqualTo(EngineHarness.GAP.toNanos());
    }
}
