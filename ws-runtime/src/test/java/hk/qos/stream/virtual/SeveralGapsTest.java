package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.DEALS;
import static hk.qos.stream.toy.ToyChannel.SPANS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Gaps that follow one another before, during and after recovery. */
final class SeveralGapsTest extends GapScene {
    @Test
    void secondGapIsFilledTogetherWithTheFirst() {
        harness.subscribe(recorder, DEALS, "a");
        harness.settle();
        push("deals", 1);
        harness.server.mute.add("GET:deals");
        lose();
        push("deals", 3);
        harness.seconds(2);
        harness.server.mute.clear();
        harness.server.newest.put("deals a", "1,2,3,4");
        lose();
        harness.seconds(8);

        assertThat(recorder.numbers()).containsExactly("1", "3", "missed 2", "missed 4");
        assertThat(recovered().complete()).isTrue();
        assertThat(recorder.events(StreamEvent.Gap.class)).hasSize(2);
        assertThat(recovered().from())
                .isEqualTo(recorder.events(StreamEvent.Gap.class).get(0).from());
    }

    @Test
    void waitingAnswerIsDeliveredAtDisconnectAndTheNextGapIsRequested() {
        harness.subscribe(recorder, DEALS, "a");
        harness.settle();
        push("deals", 1);
        harness.server.newest.put("deals a", "1,2");
        lose();
        harness.advance(Duration.ofMillis(1_500));
        assertThat(harness.server.received("GET:deals")).hasSize(1);
        harness.server.newest.put("deals a", "1,2,3,4");
        lose();
        push("deals", 5);
        harness.seconds(5);

        assertThat(recorder.numbers()).containsExactly("1", "missed 2", "5", "missed 3", "missed 4");
        assertThat(recorder.events(StreamEvent.Recovered.class)).hasSize(2).allMatch(StreamEvent.Recovered::complete);
    }

    /** Two gaps with {@code live} between them, filled by one answer. */
    private void loseTwice(String channel, String answer, long... live) {
        harness.server.mute.add("GET:" + channel);
        lose();
        push(channel, live);
        harness.seconds(2);
        harness.server.mute.clear();
        harness.server.newest.put(channel + " a", answer);
        lose();
        harness.seconds(8);
    }

    @Test
    void answerThatBeginsBetweenTwoGapsFillsTheSecond() {
        harness.subscribe(recorder, DEALS, "a");
        harness.settle();
        push("deals", 1);
        loseTwice("deals", "54,55,56,57,58", 52, 53, 54, 55);

        assertThat(recorder.numbers())
                .containsExactly("1", "52", "53", "54", "55", "missed 56", "missed 57", "missed 58");
        assertThat(recovered().complete()).isFalse();
        assertThat(unrecovered().from()).isEqualTo(recovered().from());
    }

    @Test
    void versionBetweenTwoGapsDoesNotHideTheLastOne() {
        harness.subscribe(recorder, SPANS, "a");
        harness.settle();
        push("spans", 1);
        loseTwice("spans", "15,21", 11);

        assertThat(recorder.numbers()).containsExactly("1", "11", "missed 15", "missed 21");
    }

    @Test
    void unrecoveredItemsDoNotCountAsDelivered() {
        harness.server.refused.put("GET:deals", "not now");
        harness.subscribe(recorder, DEALS, "a");
        harness.settle();
        push("deals", 1);
        lose();
        push("deals", 30);
        harness.seconds(3);
        assertThat(unrecovered().reason()).contains("not now");

        harness.server.refused.clear();
        harness.server.newest.put("deals a", "1,20,30,40");
        lose();
        harness.seconds(5);

        assertThat(recorder.numbers()).containsExactly("1", "30", "missed 40");
        assertThat(recovered().complete()).isTrue();
    }

    @Test
    void versionDeliveredBeforeRecoveryFailedIsNotDeliveredAgain() {
        harness.server.refused.put("GET:spans", "not now");
        harness.subscribe(recorder, SPANS, "a");
        harness.settle();
        push("spans", 11);
        lose();
        harness.seconds(3);
        assertThat(unrecovered().reason()).contains("not now");

        harness.server.refused.clear();
        harness.server.newest.put("spans a", "11,25");
        lose();
        harness.seconds(5);

        assertThat(recorder.numbers()).containsExactly("11", "missed 25");
        assertThat(recovered().complete()).isTrue();
    }

    @Test
    void asksNothingWhileAnotherGapIsOpen() {
        harness.subscribe(recorder, DEALS, "a");
        harness.settle();
        push("deals", 1);
        harness.server.mute.add("GET:deals");
        lose();
        harness.seconds(2);
        harness.server.mute.clear();
        harness.server.newest.put("deals a", "1,2");
        harness.server.mute.add("SUB:deals");
        harness.server.peer().cut();
        harness.seconds(5);
        assertThat(harness.server.received("SUB:deals")).hasSize(3);
        assertThat(harness.server.received("GET:deals")).hasSize(1);

        harness.server.mute.clear();
        harness.server.newest.put("deals a", "1,2,3");
        harness.seconds(20);
        assertThat(recorder.numbers()).containsExactly("1", "missed 2", "missed 3");
        assertThat(recovered().complete()).isTrue();
        assertThat(recovered().to())
                .isEqualTo(recorder.events(StreamEvent.Gap.class).get(1).to());
    }

    @Test
    void olderRecoveredVersionDoesNotRepeatNewerOnes() {
        harness.subscribe(recorder, SPANS, "a");
        harness.settle();
        push("spans", 11);
        loseTwice("spans", "11,35,51,62,73,84,95", 51, 62, 73, 84, 95);
        harness.server.newest.put("spans a", "51,62,73,84,95");
        lose();
        harness.seconds(5);

        assertThat(recorder.numbers()).containsExactly("11", "51", "62", "73", "84", "95", "missed 35");
        assertThat(recorder.events(StreamEvent.Recovered.class)).hasSize(2).allMatch(StreamEvent.Recovered::complete);
    }
}
