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
import hk.qos.stream.Limits;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.toy.Ask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class RequestsTest {
    private static final RequestOptions ONCE = RequestOptions.defaults().withRetryOnReconnect(false);

    private final EngineHarness stage = new EngineHarness();

    private CompletableFuture<String> ask(String text) {
        return ask(text, RequestOptions.defaults());
    }

    private CompletableFuture<String> ask(String text, RequestOptions options) {
        return stage.engine.request(new Ask(text), options);
    }

    private void connect() {
        assertThat(stage.engine.connect()).isNotDone();
        stage.settle();
    }

    private static ClientException failure(CompletableFuture<?> future) {
        assertThat(future).isCompletedExceptionally();
        return (ClientException) future.handle((value, error) -> error).join();
    }

    @Test
    void connectsForARequestAndCompletesIt() {
        CompletableFuture<String> answer = ask("one");
        stage.settle();

        assertThat(answer).isCompletedWithValue("one");
    }

    @Test
    void sendsACalledHeartbeatInItsTurn() {
        connect();
        CompletableFuture<String> first = ask("one");
        CompletableFuture<String> second = ask("two");
        CompletableFuture<Instant> beat = stage.engine.heartbeat();
        stage.seconds(10);

        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
        assertThat(beat).isCompleted();
        assertThat(stage.server.received).extracting(FakeServer.Received::type).containsExactly("ASK", "ASK", "BEAT");
    }

    @Test
    void idsIncreaseAndAreNeverZero() {
        for (int i = 0; i < 5; i++) {
            assertThat(ask("text " + i)).isNotDone();
        }
        stage.seconds(10);

        List<Long> ids = stage.server.received("ASK").stream()
                .map(frame -> Long.parseLong(frame.text().split(" ", 3)[1]))
                .toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates().doesNotContain(0L).hasSize(5);
    }

    @Test
    void failsOnlyTheRequestThatTheServerRefuses() {
        stage.server.mute.add("ASK");
        CompletableFuture<String> one = ask("one");
        CompletableFuture<String> two = ask("two");
        stage.seconds(3);
        String id = stage.server.received("ASK").get(0).text().split(" ", 3)[1];
        stage.server.peer().text("NO ASK " + id + " Key expired.");
        stage.settle();

        assertThat(failure(one))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.serverMessage()).isEqualTo("Key expired."));
        assertThat(two).isNotDone();
        assertThat(stage.server.peers).hasSize(1);
    }

    @Test
    void givesAnAnswerWithoutIdToTheOldestOfItsType() {
        stage.server.mute.add("ASK");
        CompletableFuture<String> one = ask("one");
        CompletableFuture<String> two = ask("two");
        stage.seconds(3);
        stage.server.peer().text("OK ASK 0 first");
        stage.settle();

        assertThat(one).isCompletedWithValue("first");
        assertThat(two).isNotDone();
    }

    @Test
    void ignoresLateAndDuplicateAnswers() {
        CompletableFuture<String> one = ask("one");
        stage.settle();
        assertThat(one).isCompletedWithValue("one");
        String id = stage.server.received("ASK").get(0).text().split(" ", 3)[1];
        stage.server.mute.add("ASK");
        CompletableFuture<String> two = ask("two");
        stage.seconds(2);
        stage.server.peer().text("OK ASK " + id + " again");
        stage.settle();

        assertThat(two).isNotDone();
    }

    @Test
    void ignoresAnswersOfAnEarlierConnection() {
        stage.server.mute.add("ASK");
        CompletableFuture<String> one = ask("one");
        stage.settle();
        FakeServer.Peer old = stage.server.peer();
        old.cut();
        stage.seconds(2);
        old.gone = false;
        old.text("OK ASK 1 stale");
        old.text("OK ASK 0 stale");
        stage.settle();

        assertThat(one).isNotDone();
    }

    @Test
    void sendsAgainAfterADropInTheOrderOfTheCalls() {
        stage.server.mute.add("ASK");
        List<CompletableFuture<String>> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            asked.add(ask("q" + i));
        }
        stage.advance(Duration.ofMillis(2_500));
        assertThat(stage.server.received("ASK")).hasSize(3);

        stage.server.mute.clear();
        stage.server.peer().cut();
        stage.seconds(15);

        assertThat(asked).allMatch(CompletableFuture::isDone);
        assertThat(stage.server.received("ASK").stream()
                        .skip(3)
                        .map(frame -> frame.text().split(" ", 3)[2]))
                .containsExactly("q0", "q1", "q2", "q3", "q4", "q5", "q6", "q7");
    }

    @Test
    void tellsWhetherARequestThatIsNotRepeatedWasSent() {
        stage.server.mute.add("ASK");
        CompletableFuture<String> sent = ask("one", ONCE);
        CompletableFuture<String> queued = ask("two", ONCE);
        stage.settle();
        stage.server.peer().cut();
        stage.settle();
        CompletableFuture<String> late = ask("three", ONCE);
        stage.settle();

        assertThat(((ConnectionLostException) failure(sent)).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(((ConnectionLostException) failure(queued)).outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(((ConnectionLostException) failure(late)).outcome()).isEqualTo(Outcome.NOT_SENT);
    }

    @Test
    void failsAtOnceWhatCannotComeToItsTurnInTime() {
        connect();
        List<CompletableFuture<String>> asked = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            asked.add(ask("q" + i, RequestOptions.defaults().withDeadline(Duration.ofSeconds(5))));
        }
        stage.settle();

        long failed = asked.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .count();
        assertThat(failed).isGreaterThanOrEqualTo(34);
        assertThat(failure(asked.get(39)))
                .isInstanceOf(RequestTimeoutException.class)
                .hasMessageContaining("its turn");
        stage.seconds(6);
        assertThat(asked).allMatch(CompletableFuture::isDone);
        assertThat(asked.get(3)).isCompletedWithValue("q3");
    }

    @Test
    void failsWhenNoAnswerComes() {
        stage.server.mute.add("ASK");
        CompletableFuture<String> one = ask("one");
        stage.seconds(11);

        assertThat(failure(one)).isInstanceOf(RequestTimeoutException.class).hasMessageContaining("10 s");
    }

    @Test
    void limitsWhatWaits() {
        EngineHarness small =
                new EngineHarness(1, options -> options.limits(Limits.defaults().withRequests(1, 2)));
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
    void saysSoWhenAnAnswerCannotBeRead() {
        stage.server.mute.add("ASK");
        CompletableFuture<String> one = ask("one");
        stage.settle();
        stage.server.peer().text("OK ASK 0");
        stage.settle();

        assertThat(failure(one)).isInstanceOf(ProtocolException.class);
        assertThat(stage.server.peers).hasSize(1);
    }

    @Test
    void completesNothingTwiceWhenTheCallerGaveUp() {
        connect();
        stage.server.mute.add("ASK");
        CompletableFuture<String> sent = ask("a");
        stage.settle();
        CompletableFuture<String> queued = ask("b");
        stage.settle();
        assertThat(queued.cancel(false)).isTrue();
        stage.seconds(5);

        assertThat(stage.server.received("ASK")).hasSize(1);
        assertThat(sent).isNotDone();
        assertThatThrownBy(queued::join).isInstanceOf(java.util.concurrent.CancellationException.class);
    }

    @Test
    void restoresBeforeRequests() {
        stage.subscribe(TICKS, "a");
        stage.settle();
        CompletableFuture<String> one = ask("one");
        stage.server.peer().cut();
        stage.seconds(10);

        assertThat(one).isCompleted();
        assertThat(stage.server.received)
                .extracting(FakeServer.Received::type)
                .containsExactly("SUB:ticks", "SUB:ticks", "ASK");
    }

    @Test
    void keepsThePaceWhenAWriteCompletesAtOnce() {
        stage.server.flushesAtOnce = true;
        CompletableFuture<String> one = ask("one");
        CompletableFuture<String> two = ask("two");
        stage.seconds(2);

        assertThat(one).isCompleted();
        assertThat(two).isCompleted();
        List<FakeServer.Received> received = stage.server.received;
        assertThat(received.get(1).at() - received.get(0).at()).isGreaterThanOrEqualTo(EngineHarness.GAP.toNanos());
    }
}
