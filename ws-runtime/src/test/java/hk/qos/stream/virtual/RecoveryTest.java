package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.BARS;
import static hk.qos.stream.toy.ToyChannel.DEALS;
import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.SPANS;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.Update;
import hk.qos.stream.toy.Ask;
import hk.qos.stream.toy.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** What a gap has cost is asked for, delivered in its place, and told where it cannot be had. */
final class RecoveryTest extends GapScene {
    @Test
    void putsWhatWasMissedBeforeTheFirstLiveItem() {
        stage.subscribe(recorder, DEALS, "a");
        stage.settle();
        push("deals", 1, 2, 3);
        stage.server.newest.put("deals a", "2,3,4,5,6");
        lose();
        stage.seconds(1);
        stage.advance(Duration.ofMillis(600));
        push("deals", 6, 7);

        assertThat(recorder.numbers()).containsExactly("1", "2", "3", "missed 4", "missed 5", "6", "7");
        assertThat(recovered().count()).isEqualTo(2);
        assertThat(recovered().complete()).isTrue();
        assertThat(recorder.events(StreamEvent.Unrecovered.class)).isEmpty();
        assertThat(recorder.all.indexOf(recovered())).isEqualTo(recorder.all.indexOf("missed 4") - 1);
    }

    @Test
    void doesNotWaitLongForALiveItem() {
        stage.subscribe(recorder, DEALS, "a");
        stage.settle();
        push("deals", 1, 2);
        stage.server.newest.put("deals a", "1,2,3");
        lose();
        stage.seconds(5);
        push("deals", 4);

        assertThat(recorder.numbers()).containsExactly("1", "2", "missed 3", "4");
    }

    @Test
    void putsWhatWasMissedAfterLiveItemsThatCameBeforeTheAnswer() {
        stage.subscribe(recorder, DEALS, "a");
        stage.settle();
        push("deals", 1, 2);
        stage.server.newest.put("deals a", "1,2,3,4,5");
        lose();
        push("deals", 4, 5);
        stage.seconds(3);
        push("deals", 6);

        assertThat(recorder.numbers()).containsExactly("1", "2", "4", "5", "missed 3", "6");
    }

    @Test
    void saysWhatTheServerDoesNotGiveAnyMore() {
        stage.subscribe(recorder, DEALS, "a");
        stage.settle();
        push("deals", 1, 2);
        stage.server.newest.put("deals a", "90,91,92,93,94");
        lose();
        stage.seconds(5);

        assertThat(recovered().count()).isEqualTo(5);
        assertThat(recovered().complete()).isFalse();
        assertThat(unrecovered().reason()).isEqualTo("the server returns only the newest 5");
        assertThat(unrecovered().to().getEpochSecond()).isEqualTo(9);
    }

    @Test
    void tellsVersionsOfOneItemByItsIdentity() {
        stage.subscribe(recorder, SPANS, "a");
        stage.settle();
        push("spans", 11);
        stage.server.newest.put("spans a", "9,15,20,31");
        lose();
        push("spans", 32);
        stage.seconds(5);

        assertThat(recorder.numbers()).containsExactly("11", "32", "missed 15", "missed 20");
        assertThat(recovered().complete()).isTrue();
    }

    @Test
    void anItemThatIsAsItWasIsNotDeliveredAgain() {
        stage.subscribe(recorder, SPANS, "a");
        stage.settle();
        push("spans", 11);
        stage.server.newest.put("spans a", "11");
        lose();
        stage.seconds(5);

        assertThat(recorder.numbers()).containsExactly("11");
        assertThat(recovered().count()).isZero();
    }

    @Test
    void asksAtItsTurnLastOfAllAndInOneFrameAChannel() {
        stage.subscribe(recorder, DEALS, "a", "b", "c");
        stage.subscribe(SPANS, "a", "b");
        stage.subscribe(QUOTES, "a");
        stage.seconds(5);
        stage.server.received.clear();
        stage.server.peer().cut();
        CompletableFuture<String> asked = stage.engine.request(new Ask("x"), RequestOptions.defaults());
        stage.seconds(12);

        assertThat(asked).isCompleted();
        assertThat(stage.server.received)
                .extracting(FakeServer.Received::type)
                .containsExactly("SUB:deals", "SUB:spans", "SUB:quotes", "ASK", "GET:deals", "GET:spans");
        for (int i = 1; i < stage.server.received.size(); i++) {
            assertThat(stage.server.received.get(i).at()
                            - stage.server.received.get(i - 1).at())
                    .isGreaterThanOrEqualTo(EngineHarness.GAP.toNanos());
        }
    }

    @Test
    void givesUpInTheServersWordsWhenRefused() {
        stage.server.refused.put("GET:deals", "not on this plan");
        stage.subscribe(recorder, DEALS, "a");
        stage.settle();
        push("deals", 1);
        lose();
        stage.seconds(5);

        assertThat(unrecovered().reason()).isEqualTo("the server refused: not on this plan");
        assertThat(recorder.numbers()).containsExactly("1");
    }

    @Test
    void givesUpAtTheDeadlineWhateverTheConnectionDoes() {
        stage.subscribe(recorder, DEALS, "a");
        stage.settle();
        push("deals", 1);
        lose();
        stage.server.accepts = false;
        stage.server.peer().cut();
        stage.seconds(29);
        assertThat(recorder.events(StreamEvent.Unrecovered.class)).isEmpty();
        stage.seconds(2);

        assertThat(unrecovered().reason()).isEqualTo("it was not recovered within 30 s");
    }

    @Test
    void anAnswerThatKnowsNothingOfATopicDoesNotFillItsGap() {
        stage.subscribe(recorder, DEALS, "a");
        stage.settle();
        push("deals", 1);
        lose();
        stage.seconds(5);

        assertThat(recovered().complete()).isFalse();
        assertThat(unrecovered().reason()).isEqualTo("the server's answer has no items of it");
    }

    @Test
    void saysAtOnceThatAChannelHasNoWayToAsk() {
        stage.subscribe(recorder, TICKS, "a");
        stage.subscribe(recorder, BARS, "b");
        stage.subscribe(recorder, QUOTES, "a");
        stage.seconds(5);
        lose();
        stage.seconds(5);

        assertThat(recorder.events(StreamEvent.Unrecovered.class))
                .extracting(gone -> gone.topic().channel())
                .containsExactlyInAnyOrder("ticks", "bars");
    }

    @Test
    void aPublisherOfUpdatesSeesWhatIsRecoveredAsSuch() {
        List<Update<Tick>> updates = new ArrayList<>();
        stage.engine.subscribe(DEALS, List.of("a"), null).updates().subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(Update<Tick> item) {
                updates.add(item);
            }

            @Override
            public void onError(Throwable error) {}

            @Override
            public void onComplete() {}
        });
        stage.settle();
        push("deals", 1);
        stage.server.newest.put("deals a", "1,2");
        lose();
        stage.seconds(5);

        assertThat(updates).contains(new Update.Data<>(new Tick("a", 1)), new Update.Recovered<>(new Tick("a", 2)));
    }

    @Test
    void nothingIsAskedForWhereNobodyWantsItAnyMore() {
        var handle = stage.subscribe(recorder, DEALS, "a");
        stage.settle();
        push("deals", 1);
        lose();
        handle.close();
        stage.seconds(40);

        assertThat(stage.server.received("GET:deals")).isEmpty();
        assertThat(stage.events(StreamEvent.Unrecovered.class)).isEmpty();
    }

    @Test
    void isOffUnlessAskedFor() {
        EngineHarness plain = new EngineHarness();
        plain.subscribe(DEALS, "a");
        plain.settle();
        plain.server.peer().cut();
        plain.seconds(30);

        assertThat(plain.events(StreamEvent.Gap.class)).hasSize(1);
        assertThat(plain.server.received("GET:deals")).isEmpty();
        assertThat(plain.events(StreamEvent.Unrecovered.class)).isEmpty();
    }

    @Test
    void leavesNoTimerBehindWhenTheStreamCloses() {
        stage.subscribe(recorder, DEALS, "a");
        stage.settle();
        push("deals", 1);
        lose();
        stage.engine.close();
        stage.seconds(3);

        assertThat(stage.loop.timers()).isZero();
    }
}
