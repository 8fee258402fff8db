package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.DEALS;
import static hk.qos.stream.toy.ToyChannel.SPANS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.toy.ToyChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Answers that fill gaps may have any order and any spelling of numbers. Ten numbers share a second. */
final class AnswerOrderTest extends GapScene {

    private void lose(ToyChannel channel, String answer, long... before) {
        harness.subscribe(recorder, channel, "a");
        harness.settle();
        push(channel.name(), before);
        harness.server.newest.put(channel.name() + " a", answer);
        lose();
        harness.seconds(5);
    }

    @Test
    void ordersAnAnswerThatIsNewestFirst() {
        lose(DEALS, "52,41,30,20,10", 10);

        assertThat(recorder.numbers()).containsExactly("10", "missed 20", "missed 30", "missed 41", "missed 52");
        assertThat(recovered().complete()).isTrue();
    }

    @Test
    void ordersAnAnswerThatIsNewestFirstAndHasNoKnownItem() {
        lose(DEALS, "94,85,76,67,58", 1, 2);

        assertThat(recovered().count()).isEqualTo(5);
        assertThat(recovered().complete()).isFalse();
        assertThat(recorder.numbers())
                .containsExactly("1", "2", "missed 58", "missed 67", "missed 76", "missed 85", "missed 94");
    }

    @Test
    void ordersAnAnswerThatIsNewestFirstWithinOneSecond() {
        lose(DEALS, "15,14,13,12,11", 11, 12);

        assertThat(recorder.numbers()).containsExactly("11", "12", "missed 13", "missed 14", "missed 15");
    }

    @Test
    void ordersVersionsThatAreNewestFirst() {
        lose(SPANS, "31,20,15,9", 11);

        assertThat(recorder.numbers()).containsExactly("11", "missed 15", "missed 20", "missed 31");
        assertThat(recovered().complete()).isTrue();
    }

    @Test
    void answerWithoutOrderLosesAndDuplicatesNothing() {
        for (int seed = 0; seed < 50; seed++) {
            AnswerOrderTest scene = new AnswerOrderTest();
            List<Long> answer = new ArrayList<>(List.of(11L, 12L, 21L, 22L, 31L));
            Collections.shuffle(answer, new Random(seed));
            scene.lose(DEALS, answer.stream().map(String::valueOf).collect(Collectors.joining(",")), 1, 11, 12);

            assertThat(scene.recorder.numbers())
                    .as("%s", answer)
                    .startsWith("1", "11", "12")
                    .containsExactlyInAnyOrder("1", "11", "12", "missed 21", "missed 22", "missed 31");
            assertThat(scene.recovered().complete()).isTrue();
        }
    }

    @Test
    void findsLiveItemsInAnswersOfAnyOrder() {
        harness.subscribe(recorder, DEALS, "a");
        harness.settle();
        push("deals", 10, 20);
        harness.server.newest.put("deals a", "50,30,20,40,10");
        lose();
        push("deals", 50);
        harness.seconds(5);

        assertThat(recorder.numbers()).containsExactly("10", "20", "50", "missed 30", "missed 40");
    }

    @Test
    void recognisesTheSameNumberInAnotherSpelling() {
        lose(DEALS, "010,020,030,040", 10, 20);

        assertThat(recorder.numbers()).containsExactly("10", "20", "missed 30", "missed 40");
    }

    @Test
    void recognisesTheSameVersionInAnotherSpelling() {
        lose(SPANS, "011,021", 11);

        assertThat(recorder.numbers()).containsExactly("11", "missed 21");
    }

    @Test
    void recognisesItemsBetweenGapsInAnotherSpelling() {
        harness.subscribe(recorder, DEALS, "a");
        harness.settle();
        push("deals", 10);
        harness.server.mute.add("GET:deals");
        lose();
        push("deals", 30);
        lose();
        harness.server.mute.clear();
        push("deals", 50);
        harness.server.newest.put("deals a", "010,020,030,040,050");
        harness.seconds(20);

        assertThat(recorder.numbers()).containsExactly("10", "30", "50", "missed 20", "missed 40");
    }
}
