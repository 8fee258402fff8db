package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.error.RequestTimeoutException;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.toy.Ask;
import hk.qos.stream.toy.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that answers without ids: a lost or late answer does not shift those that follow. */
@SuppressWarnings("FutureReturnValueIgnored") // the state tells more
final class AnswersWithoutIdTest {
    private static final RequestOptions PATIENT = RequestOptions.defaults().withTimeout(Duration.ofMinutes(10));

    private final EngineHarness harness = new EngineHarness();

    @BeforeEach
    void learn() {
        harness.server.withIds = false;
        CompletableFuture<String> first = ask("first");
        harness.seconds(2);
        assertThat(first).isCompletedWithValue("first");
    }

    private CompletableFuture<String> ask(String text) {
        return harness.engine.request(new Ask(text), PATIENT);
    }

    private List<CompletableFuture<String>> askInARow(int count) {
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(ask("number " + i));
        }
        return all;
    }

    private static void assertOwnAnswers(List<CompletableFuture<String>> answers, int from) {
        for (int i = from; i < answers.size(); i++) {
            assertThat(answers.get(i)).isCompletedWithValue("number " + i);
        }
    }

    @Test
    void lostAnswerFailsItsRequestAlone() {
        harness.server.mute.add("ASK");
        List<CompletableFuture<String>> answers = askInARow(5);
        harness.seconds(3);
        harness.server.mute.clear();
        harness.seconds(60);

        assertThat(answers.get(0).handle((text, error) -> error).join()).isInstanceOf(RequestTimeoutException.class);
        assertOwnAnswers(answers, 1);
        harness.assertPaced();
    }

    @Test
    void lateAnswerIsNotTakenForThatOfTheNextRequest() {
        List<String> late = new ArrayList<>();
        harness.server.mute.add("ASK");
        List<CompletableFuture<String>> answers = askInARow(5);
        harness.seconds(12);
        harness.server.mute.clear();
        late.add("OK ASK 0 number 0");
        late.forEach(harness.server.peer()::text);
        harness.seconds(30);

        assertThat(answers.get(0)).isCompletedExceptionally();
        assertOwnAnswers(answers, 1);
    }

    @Test
    void otherTypesAreNotHeldBack() {
        harness.server.mute.add("ASK");
        ask("unanswered");
        ask("waiting");
        Subscription<Tick> ticks = harness.subscribe(TICKS, "a");
        harness.seconds(4);

        assertThat(ticks.ready()).isCompleted();
        assertThat(harness.server.received("ASK")).as("one at a time").hasSize(2);
    }

    @Test
    void lostAcknowledgementIsNotReplacedByThatOfAnotherFrame() {
        Subscription<Tick> first = harness.subscribe(TICKS, "a");
        harness.seconds(3);
        assertThat(first.ready()).isCompleted();
        harness.server.mute.add("SUB:ticks");
        Subscription<Tick> lost = harness.subscribe(TICKS, "b");
        harness.seconds(2);
        Subscription<Tick> next = harness.subscribe(TICKS, "c");
        harness.server.mute.clear();
        harness.seconds(5);
        assertThat(lost.states()).containsExactly(Map.entry("b", SubscriptionState.PENDING));
        harness.seconds(60);

        assertThat(lost.ready()).isCompleted();
        assertThat(next.ready()).isCompleted();
        assertThat(harness.server.peer().subscribed.get("ticks")).containsExactly("a", "b", "c");
    }

    @Test
    void typeIsFreeAgainWhenTheServerSendsIds() {
        harness.server.withIds = true;
        ask("with an id");
        harness.seconds(2);
        harness.server.mute.add("ASK");
        askInARow(3);
        harness.seconds(5);

        assertThat(harness.server.received("ASK")).hasSize(5);
    }
}
