package hk.qos.stream.internal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.toy.Tick;
import hk.qos.stream.toy.ToyChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The missed items that an answer adds to the delivered ones. Ten numbers of the toy channels share a second, and one
 * identity.
 */
final class GapAlignmentTest {
    private static final Instant START = Instant.ofEpochSecond(2, 900_000_000);
    private static final List<List<Tick>> NO_RUNS = List.of();
    private static final boolean FULL = true;
    private static final boolean PART = false;

    @Test
    void undeliveredItemsOfTheAnswerAreMissed() {
        GapAlignment<Tick> found = items(of(11, 22, 33), of(11), NO_RUNS, of(33), PART);

        assertThat(found.missed()).isEqualTo(of(22));
        assertThat(found.complete()).isTrue();
        assertThat(found.known()).isEqualTo(of(11, 22, 33));
    }

    @Test
    void itemsOlderThanTheLastDeliveredAreNotMissed() {
        GapAlignment<Tick> found = items(of(5, 11, 12, 22), of(11), NO_RUNS, of(), FULL);

        assertThat(found.missed()).isEqualTo(of(12, 22));
        assertThat(found.complete()).isTrue();
    }

    @Test
    void fullAnswerThatStartsAfterTheGapIsIncomplete() {
        GapAlignment<Tick> found = items(of(31, 32), of(11), NO_RUNS, of(), FULL);

        assertThat(found.missed()).isEqualTo(of(31, 32));
        assertThat(found.complete()).isFalse();
        assertThat(found.known()).isEqualTo(of(31, 32));
    }

    @Test
    void partialAnswerIsComplete() {
        assertThat(items(of(31, 32), of(11), NO_RUNS, of(), PART).complete()).isTrue();
    }

    @Test
    void fullAnswerFromTheLastItemsSecondIsCompleteIfItHasTheItem() {
        assertThat(items(of(11, 12), of(11), NO_RUNS, of(), FULL).complete()).isTrue();
        assertThat(items(of(12, 13), of(11), NO_RUNS, of(), FULL).complete()).isFalse();
    }

    @Test
    void emptyAnswerIsCompleteIfNothingWasDelivered() {
        assertThat(items(of(), of(), NO_RUNS, of(), PART).complete()).isTrue();
        assertThat(items(of(), of(11), NO_RUNS, of(), PART).complete()).isFalse();
    }

    @Test
    void gapWithoutPrecedingItemStartsAtItsSecond() {
        GapAlignment<Tick> found = items(of(15, 21, 30), of(), NO_RUNS, of(), FULL);

        assertThat(found.missed()).isEqualTo(of(21, 30));
        assertThat(found.complete()).isTrue();
    }

    @Test
    void deliveredItemMatchesOneEqualItem() {
        assertThat(items(of(11, 11, 12), of(11), NO_RUNS, of(), PART).missed()).isEqualTo(of(11, 12));
    }

    @Test
    void itemsBetweenGapsKeepTheirPlace() {
        GapAlignment<Tick> found = items(of(11, 22, 31, 42, 51, 62), of(11), List.of(of(31), of(51)), of(62), FULL);

        assertThat(found.missed()).isEqualTo(of(22, 42));
        assertThat(found.known()).isEqualTo(of(11, 22, 31, 42, 51, 62));
    }

    @Test
    void itemsWithoutTimeAreComparedByTheirFields() {
        GapAlignment<Tick> found =
                GapAlignment.ofItems(ToyChannel.TICKS, of(1, 2), of(1), NO_RUNS, of(), of(1), START, FULL);

        assertThat(found.missed()).isEqualTo(of(2));
        assertThat(found.complete()).isTrue();
        assertThat(found.known()).isEqualTo(of(1, 2));
    }

    @Test
    void lastVersionOfEachItemIsMissedUnlessANewerOneIsLive() {
        GapAlignment<Tick> found = versions(of(19, 25, 31), of(11), NO_RUNS, of(32), PART);

        assertThat(found.missed()).isEqualTo(of(19, 25));
        assertThat(found.complete()).isTrue();
        assertThat(found.known()).isEqualTo(of(11, 19, 25, 32));
    }

    @Test
    void deliveredVersionIsNotMissed() {
        assertThat(versions(of(11, 25), of(11), NO_RUNS, of(), PART).missed()).isEqualTo(of(25));
        assertThat(versions(of(12, 35, 47), of(11), List.of(of(35)), of(), PART).missed())
                .isEqualTo(of(12, 47));
    }

    @Test
    void versionsOlderThanTheLastDeliveredAreNotMissed() {
        GapAlignment<Tick> found = versions(of(5, 12), of(11), NO_RUNS, of(), FULL);

        assertThat(found.missed()).isEqualTo(of(12));
        assertThat(found.complete()).isTrue();
    }

    @Test
    void gapWithoutPrecedingVersionIncludesTheVersionCurrentAtItsStart() {
        GapAlignment<Tick> found = versions(of(5, 15, 25), of(), NO_RUNS, of(), FULL);

        assertThat(found.missed()).isEqualTo(of(15, 25));
        assertThat(found.complete()).isTrue();
        assertThat(versions(of(25, 31), of(), NO_RUNS, of(), PART).missed()).isEqualTo(of(25, 31));
    }

    @Test
    void fullAnswerOfVersionsIsCompleteIfItReachesTheLastDelivered() {
        assertThat(versions(of(12, 25), of(11), NO_RUNS, of(), FULL).complete()).isTrue();
        assertThat(versions(of(25), of(11), NO_RUNS, of(), FULL).complete()).isFalse();
        assertThat(versions(of(25), of(11), NO_RUNS, of(), PART).complete()).isTrue();
    }

    @Test
    void emptyAnswerOfVersionsIsCompleteIfNothingWasDelivered() {
        assertThat(versions(of(), of(), NO_RUNS, of(), PART).complete()).isTrue();
        assertThat(versions(of(), of(11), NO_RUNS, of(), PART).complete()).isFalse();
    }

    @Test
    void answersAreReadOldestFirstInAnyOrder() {
        assertThat(oldestFirst(of(11, 25, 31), of(), of())).isEqualTo(of(11, 25, 31));
        assertThat(oldestFirst(of(31, 25, 11), of(), of())).isEqualTo(of(11, 25, 31));
        assertThat(oldestFirst(of(25, 11, 31, 12), of(), of())).isEqualTo(of(11, 12, 25, 31));
        assertThat(oldestFirst(of(), of(11), of(31))).isEmpty();
    }

    @Test
    void answerOfOneMomentIsReversedIfDeliveredItemsShowNewestFirst() {
        assertThat(oldestFirst(of(13, 12, 11), of(11), of())).isEqualTo(of(11, 12, 13));
        assertThat(oldestFirst(of(13, 12, 11), of(), of(13))).isEqualTo(of(11, 12, 13));
        assertThat(oldestFirst(of(13, 12, 11), of(), of())).isEqualTo(of(13, 12, 11));
        assertThat(oldestFirst(of(11, 12, 13), of(11), of(13))).isEqualTo(of(11, 12, 13));
        assertThat(oldestFirst(of(11, 12, 11), of(11), of())).isEqualTo(of(11, 12, 11));
        assertThat(oldestFirst(of(13, 12, 13), of(), of(13))).isEqualTo(of(13, 12, 13));
    }

    @Test
    void answerWithoutTimesKeepsItsOrder() {
        assertThat(GapAlignment.oldestFirst(ToyChannel.TICKS, of(3, 1, 2), of(), of()))
                .isEqualTo(of(3, 1, 2));
    }

    private static List<Tick> oldestFirst(List<Tick> answer, List<Tick> before, List<Tick> live) {
        return GapAlignment.oldestFirst(ToyChannel.DEALS, answer, before, live);
    }

    private static GapAlignment<Tick> items(
            List<Tick> answer, List<Tick> before, List<List<Tick>> between, List<Tick> live, boolean full) {
        List<Tick> recent = new ArrayList<>(before);
        between.forEach(recent::addAll);
        recent.addAll(live);
        return GapAlignment.ofItems(ToyChannel.DEALS, answer, before, between, live, recent, START, full);
    }

    private static GapAlignment<Tick> versions(
            List<Tick> answer, List<Tick> before, List<List<Tick>> between, List<Tick> live, boolean full) {
        return GapAlignment.ofVersions(ToyChannel.SPANS, answer, before, between, live, START, full);
    }

    private static List<Tick> of(long... numbers) {
        return Arrays.stream(numbers).mapToObj(number -> new Tick("a", number)).toList();
    }
}
