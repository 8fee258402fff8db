package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.error.MalformedJsonException;
import hk.qos.error.RefusedException;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.Subscription;
import hk.qos.stream.toy.Ask;
import hk.qos.stream.toy.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Answers of the wrong type, for the wrong id, or of excessive length. */
final class UnexpectedAnswersTest {
    private final EngineHarness harness = new EngineHarness();

    private CompletableFuture<String> ask() {
        harness.server.mute.add("ASK");
        CompletableFuture<String> answer = harness.engine.request(new Ask("x"), RequestOptions.defaults());
        harness.seconds(1);
        return answer;
    }

    @Test
    void answerOfAnotherTypeIsMalformed() {
        CompletableFuture<String> answer = ask();
        harness.server.peer().text("OK GET:deals 1 a=1");
        harness.settle();
        assertThat(answer).isNotDone();
        assertThat(harness.events(StreamEvent.Malformed.class)).hasSize(1);

        harness.server.peer().text("OK ASK 1 late but right");
        harness.settle();
        assertThat(answer).isCompletedWithValue("late but right");
    }

    @Test
    void acknowledgementOfAnotherTypeIsMalformed() {
        harness.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = harness.subscribe(TICKS, "a");
        harness.settle();
        harness.server.peer().text("OK SUB:quotes 1");
        harness.settle();
        assertThat(subscription.ready()).isNotDone();

        harness.server.peer().text("OK SUB:ticks 1");
        harness.settle();
        assertThat(subscription.ready()).isCompleted();
    }

    @Test
    void unreadableAnswerFailsTheRequestThatItNames() {
        CompletableFuture<String> answer = ask();
        CompletableFuture<String> other = ask();
        harness.server.peer().text("CUT ASK 2");
        harness.settle();

        assertThat(answer).isNotDone();
        assertThatThrownBy(other::join)
                .hasCauseInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("not a frame of this protocol");
        assertThat(harness.events(StreamEvent.Malformed.class)).hasSize(1);
    }

    @Test
    void unreadableAnswerWithoutIdFailsTheOnlyRequestOfItsTypeAndNoneOfSeveral() {
        CompletableFuture<String> answer = ask();
        CompletableFuture<String> other = ask();
        harness.server.peer().text("CUT ASK 0");
        harness.settle();
        assertThat(answer).isNotDone();
        assertThat(other).isNotDone();

        harness.server.peer().text("OK ASK 1 right");
        harness.server.peer().text("CUT GET:deals 2");
        harness.settle();
        assertThat(other).as("an answer of another type").isNotDone();
        harness.server.peer().text("CUT ASK 0");
        harness.settle();
        assertThat(answer).isCompletedWithValue("right");
        assertThatThrownBy(other::join).hasCauseInstanceOf(MalformedJsonException.class);
    }

    @Test
    void subscriptionWithAnUnreadableAcknowledgementIsSentAgain() {
        harness.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = harness.subscribe(TICKS, "a");
        harness.settle();
        harness.server.peer().text("CUT SUB:ticks 1");
        harness.server.mute.clear();
        harness.seconds(3);

        assertThat(harness.server.received("SUB:ticks")).hasSize(2);
        assertThat(subscription.ready()).isCompleted();
    }

    @Test
    void cancelWithAnUnreadableAcknowledgementIsSentAgain() {
        Subscription<Tick> subscription = harness.subscribe(TICKS, "a");
        harness.seconds(2);
        harness.server.mute.add("CAN:ticks");
        subscription.close();
        harness.settle();
        harness.server.peer().text("CUT CAN:ticks 2");
        harness.server.mute.clear();
        harness.seconds(3);

        assertThat(harness.server.received("CAN:ticks")).hasSize(2);
    }

    @Test
    void unreadableAnswerToAHeartbeatDegradesTheStream() {
        harness.subscribe(TICKS, "a");
        harness.server.mute.add("BEAT");
        harness.seconds(16);
        harness.server.peer().text("CUT BEAT 0");
        harness.settle();

        assertThat(harness.events(StreamEvent.Degraded.class))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.reason()).startsWith("the answer to a heartbeat cannot be read: "));
    }

    @Test
    void refusalFailsTheRequestOfItsIdWhateverItsType() {
        CompletableFuture<String> answer = ask();
        harness.server.peer().text("NO ERROR 1 too busy");
        harness.settle();

        assertThatThrownBy(answer::join).hasCauseInstanceOf(RefusedException.class);
    }

    @Test
    void skippedPushIsReportedToSubscriptionsOfItsTopic() {
        EngineHarness.Recorder mine = new EngineHarness.Recorder();
        EngineHarness.Recorder same = new EngineHarness.Recorder();
        EngineHarness.Recorder other = new EngineHarness.Recorder();
        EngineHarness.Recorder elsewhere = new EngineHarness.Recorder();
        harness.subscribe(mine, TICKS, "a", "b");
        harness.subscribe(same, TICKS, "a");
        harness.subscribe(other, TICKS, "b");
        harness.subscribe(elsewhere, QUOTES, "a");
        harness.seconds(5);
        harness.server.peer().text("P ticks a 1");
        harness.server.peer().text("P ticks a x");
        harness.server.peer().text("P ticks a y");
        harness.server.peer().text("P ticks a 2");
        harness.seconds(2);

        for (EngineHarness.Recorder each : List.of(mine, same)) {
            assertThat(each.events(StreamEvent.Malformed.class))
                    .allMatch(event -> event.kind().equals("malformed push of ticks a"))
                    .extracting(StreamEvent.Malformed::count)
                    .containsExactly(1L, 1L);
            assertThat(each.all.indexOf(each.events(StreamEvent.Malformed.class).get(0)))
                    .isEqualTo(each.all.indexOf(new Tick("a", 1)) + 1);
        }
        assertThat(Stream.of(other, elsewhere).flatMap(each -> each.all.stream()))
                .isEmpty();
        assertThat(harness.events(StreamEvent.Malformed.class)).isNotEmpty();
    }

    @Test
    void pushWithATimeOutOfRangeIsDelivered() {
        List<Runnable> held = new ArrayList<>();
        EngineHarness slow = new EngineHarness(1, options -> options, delivery -> held::add);
        EngineHarness.Recorder one = new EngineHarness.Recorder();
        EngineHarness.Recorder two = new EngineHarness.Recorder();
        slow.subscribe(one, TICKS, "a");
        slow.subscribe(two, TICKS, "a");
        slow.settle();
        for (int i = 0; i < 1_100; i++) {
            slow.server.peer().push("ticks", "a", Long.MAX_VALUE - i);
        }
        while (!held.isEmpty()) {
            held.remove(0).run();
        }

        assertThat(slow.events(StreamEvent.Malformed.class)).isEmpty();
        for (EngineHarness.Recorder each : List.of(one, two)) {
            long dropped = each.events(StreamEvent.Overflow.class).stream()
                    .mapToLong(StreamEvent.Overflow::count)
                    .sum();
            assertThat(dropped).isPositive();
            assertThat(each.data().size() + dropped).isEqualTo(1_100);
        }
    }

    @Test
    void serverMessageIsBounded() {
        String words = IntStream.range(0, 100_000).mapToObj(i -> "no").collect(Collectors.joining());
        harness.server.refused.put("a", words);
        Subscription<Tick> subscription = harness.subscribe(TICKS, "a");
        harness.seconds(5);

        assertThat(subscription.rejection("a")).startsWith("nono").hasSizeLessThan(1_100);
        assertThat(harness.events(StreamEvent.Rejected.class))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.reason()).startsWith("nono").hasSizeLessThan(1_100));
    }
}
