package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** What a server says to the wrong question, of the wrong thing, or at too great a length. */
final class StrangeAnswersTest {
    private final EngineHarness stage = new EngineHarness();

    private CompletableFuture<String> ask() {
        stage.server.mute.add("ASK");
        CompletableFuture<String> answer = stage.engine.request(new Ask("x"), RequestOptions.defaults());
        stage.seconds(1);
        return answer;
    }

    @Test
    void anAnswerOfAnotherTypeAnswersNothing() {
        CompletableFuture<String> answer = ask();
        stage.server.peer().text("OK GET:deals 1 a=1");
        stage.settle();
        assertThat(answer).isNotDone();
        assertThat(stage.events(StreamEvent.Malformed.class)).hasSize(1);

        stage.server.peer().text("OK ASK 1 late but right");
        stage.settle();
        assertThat(answer).isCompletedWithValue("late but right");
    }

    @Test
    void anAcknowledgementOfAnotherTypeAcknowledgesNothing() {
        stage.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = stage.subscribe(TICKS, "a");
        stage.settle();
        stage.server.peer().text("OK SUB:quotes 1");
        stage.settle();
        assertThat(subscription.ready()).isNotDone();

        stage.server.peer().text("OK SUB:ticks 1");
        stage.settle();
        assertThat(subscription.ready()).isCompleted();
    }

    @Test
    void aRefusalFailsTheRequestOfItsIdWhateverItIsCalled() {
        CompletableFuture<String> answer = ask();
        stage.server.peer().text("NO ERROR 1 too busy");
        stage.settle();

        assertThatThrownBy(answer::join).hasCauseInstanceOf(RefusedException.class);
    }

    @Test
    void aSkippedPushIsToldToThoseWhoWantItsTopic() {
        EngineHarness.Recorder mine = new EngineHarness.Recorder();
        EngineHarness.Recorder same = new EngineHarness.Recorder();
        EngineHarness.Recorder other = new EngineHarness.Recorder();
        EngineHarness.Recorder elsewhere = new EngineHarness.Recorder();
        stage.subscribe(mine, TICKS, "a", "b");
        stage.subscribe(same, TICKS, "a");
        stage.subscribe(other, TICKS, "b");
        stage.subscribe(elsewhere, QUOTES, "a");
        stage.seconds(5);
        stage.server.peer().text("P ticks a 1");
        stage.server.peer().text("P ticks a x");
        stage.server.peer().text("P ticks a y");
        stage.server.peer().text("P ticks a 2");
        stage.seconds(2);

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
        assertThat(stage.events(StreamEvent.Malformed.class)).isNotEmpty();
    }

    @Test
    void aTimeBeyondAllCalendarsLosesNothing() {
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
    void theServersWordsAreKeptWithinBounds() {
        String words = IntStream.range(0, 100_000).mapToObj(i -> "no").collect(Collectors.joining());
        stage.server.refused.put("a", words);
        Subscription<Tick> subscription = stage.subscribe(TICKS, "a");
        stage.seconds(5);

        assertThat(subscription.rejection("a")).startsWith("nono").hasSizeLessThan(1_100);
        assertThat(stage.events(StreamEvent.Rejected.class))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.reason()).startsWith("nono").hasSizeLessThan(1_100));
    }
}
