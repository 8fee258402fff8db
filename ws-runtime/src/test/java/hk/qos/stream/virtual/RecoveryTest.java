package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.BARS;
import static hk.qos.stream.toy.ToyChannel.DEALS;
import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.SPANS;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.Update;
import hk.qos.stream.toy.Ask;
import hk.qos.stream.toy.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** The items missed in a gap are requested, delivered in order, or reported as unrecovered. */
final class RecoveryTest extends GapScene {
    @Test
    void deliversMissedItemsBeforeTheFirstLiveItem() {
        harness.subscribe(recorder, DEALS, "a");
        harness.settle();
        push("deals", 1, 2, 3);
        harness.server.newest.put("deals a", "2,3,4,5,6");
        lose();
        harness.seconds(1);
        harness.advance(Duration.ofMillis(600));
        push("deals", 6, 7);

        assertThat(recorder.numbers()).containsExactly("1", "2", "3", "missed 4", "missed 5", "6", "7");
        assertThat(recovered().count()).isEqualTo(2);
        assertThat(recovered().complete()).isTrue();
        assertThat(recorder.events(StreamEvent.Unrecovered.class)).isEmpty();
        assertThat(recorder.all.indexOf(recovered())).isEqualTo(recorder.all.indexOf("missed 4") - 1);
    }

    @Test
    void recoveryUnderWayAtDisconnectIsResumedByConnect() {
        harness.subscribe(recorder, DEALS, "a");
        harness.settle();
        push("deals", 1, 2, 3);
        harness.server.newest.put("deals a", "2,3,4,5,6");
        lose();
        CompletableFuture<Void> paused = harness.engine.disconnect();
        harness.seconds(5);
        assertThat(paused).isCompleted();
        assertThat(recorder.events(StreamEvent.Unrecovered.class)).isEmpty();

        CompletableFuture<Void> ready = harness.engine.connect();
        harness.seconds(10);

        assertThat(ready).isCompleted();
        assertThat(recorder.numbers()).containsExactly("1", "2", "3", "missed 4", "missed 5", "missed 6");
        assertThat(recovered().complete()).isTrue();
    }

    @Test
    void recoveryUnderWayAtDisconnectIsReportedAsFailedIfThePauseIsLonger() {
        harness.subscribe(recorder, DEALS, "a");
        harness.settle();
        push("deals", 1, 2, 3);
        lose();
        CompletableFuture<Void> paused = harness.engine.disconnect();
        harness.seconds(40);

        assertThat(paused).isCompleted();
        assertThat(harness.engine.state()).isEqualTo(StreamState.PAUSED);
        assertThat(unrecovered().reason()).isEqualTo("it was not recovered within 30 s");
    }

    @Test
    void deliversMissedItemsAfterTwoSecondsWithoutALiveItem() {
        harness.subscribe(recorder, DEALS, "a");
        harness.settle();
        push("deals", 1, 2);
        harness.server.newest.put("deals a", "1,2,3");
        lose();
        harness.seconds(5);
        push("deals", 4);

        assertThat(recorder.numbers()).containsExactly("1", "2", "missed 3", "4");
    }

    @Test
    void deliversMissedItemsAfterLiveItemsThatPrecedeTheAnswer() {
        harness.subscribe(recorder, DEALS, "a");
        harness.settle();
        push("deals", 1, 2);
        harness.server.newest.put("deals a", "1,2,3,4,5");
        lose();
        push("deals", 4, 5);
        harness.seconds(3);
        push("deals", 6);

        assertThat(recorder.numbers()).containsExactly("1", "2", "4", "5", "missed 3", "6");
    }

    @Test
    void reportsUnrecoveredItemsBeyondTheServersMaximum() {
        harness.subscribe(recorder, DEALS, "a");
        harness.settle();
        push("deals", 1, 2);
        harness.server.newest.put("deals a", "90,91,92,93,94");
        lose();
        harness.seconds(5);

        assertThat(recovered().count()).isEqualTo(5);
        assertThat(recovered().complete()).isFalse();
        assertThat(unrecovered().reason()).isEqualTo("the server returns only the newest 5");
        assertThat(unrecovered().to().getEpochSecond()).isEqualTo(9);
    }

    @Test
    void recoversTheLastVersionOfEachIdentity() {
        harness.subscribe(recorder, SPANS, "a");
        harness.settle();
        push("spans", 11);
        harness.server.newest.put("spans a", "9,15,20,31");
        lose();
        push("spans", 32);
        harness.seconds(5);

        assertThat(recorder.numbers()).containsExactly("11", "32", "missed 15", "missed 20");
        assertThat(recovered().complete()).isTrue();
    }

    @Test
    void unchangedVersionIsNotDeliveredAgain() {
        harness.subscribe(recorder, SPANS, "a");
        harness.settle();
        push("spans", 11);
        harness.server.newest.put("spans a", "11");
        lose();
        harness.seconds(5);

        assertThat(recorder.numbers()).containsExactly("11");
        assertThat(recovered().count()).isZero();
    }

    @Test
    void sendsRecoveryLastAndInOneFramePerChannel() {
        harness.subscribe(recorder, DEALS, "a", "b", "c");
        harness.subscribe(SPANS, "a", "b");
        harness.subscribe(QUOTES, "a");
        harness.seconds(5);
        harness.server.received.clear();
        harness.server.peer().cut();
        CompletableFuture<String> asked = harness.engine.request(new Ask("x"), RequestOptions.defaults());
        harness.seconds(12);

        assertThat(asked).isCompleted();
        assertThat(harness.server.received)
                .extracting(FakeServer.Received::type)
                .containsExactly("SUB:deals", "SUB:spans", "SUB:quotes", "ASK", "GET:deals", "GET:spans");
        for (int i = 1; i < harness.server.received.size(); i++) {
            assertThat(harness.server.received.get(i).at()
                            - harness.server.received.get(i - 1).at())
                    .isGreaterThanOrEqualTo(EngineHarness.GAP.toNanos());
        }
    }

    @Test
    void reportsUnrecoveredWithTheServerMessageWhenRefused() {
        harness.server.refused.put("GET:deals", "not on this plan");
        harness.subscribe(recorder, DEALS, "a");
        harness.settle();
        push("deals", 1);
        lose();
        harness.seconds(5);

        assertThat(unrecovered().reason()).isEqualTo("the server refused: not on this plan");
        assertThat(recorder.numbers()).containsExactly("1");
    }

    @Test
    void reportsUnrecoveredAtTheTimeout() {
        harness.subscribe(recorder, DEALS, "a");
        harness.settle();
        push("deals", 1);
        lose();
        harness.server.accepts = false;
        harness.server.peer().cut();
        harness.seconds(29);
        assertThat(recorder.events(StreamEvent.Unrecovered.class)).isEmpty();
        harness.seconds(2);

        assertThat(unrecovered().reason()).isEqualTo("it was not recovered within 30 s");
    }

    @Test
    void reportsUnrecoveredWhenTheAnswerHasNoItemsOfATopic() {
        harness.subscribe(recorder, DEALS, "a");
        harness.settle();
        push("deals", 1);
        lose();
        harness.seconds(5);

        assertThat(recovered().complete()).isFalse();
        assertThat(unrecovered().reason()).isEqualTo("the server's answer has no items of it");
    }

    @Test
    void reportsUnrecoveredAtOnceWhenTheChannelHasNoRequest() {
        harness.subscribe(recorder, TICKS, "a");
        harness.subscribe(recorder, BARS, "b");
        harness.subscribe(recorder, QUOTES, "a");
        harness.seconds(5);
        lose();
        harness.seconds(5);

        assertThat(recorder.events(StreamEvent.Unrecovered.class))
                .extracting(gone -> gone.topic().channel())
                .containsExactlyInAnyOrder("ticks", "bars");
    }

    @Test
    void publisherOfUpdatesMarksRecoveredItems() {
        List<Update<Tick>> updates = new ArrayList<>();
        harness.engine.subscribe(DEALS, List.of("a"), null).updates().subscribe(new Flow.Subscriber<>() {
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
        harness.settle();
        push("deals", 1);
        harness.server.newest.put("deals a", "1,2");
        lose();
        harness.seconds(5);

        assertThat(updates).contains(new Update.Data<>(new Tick("a", 1)), new Update.Recovered<>(new Tick("a", 2)));
    }

    @Test
    void unwantedTopicsAreNotRecovered() {
        var handle = harness.subscribe(recorder, DEALS, "a");
        harness.settle();
        push("deals", 1);
        lose();
        handle.close();
        harness.seconds(40);

        assertThat(harness.server.received("GET:deals")).isEmpty();
        assertThat(harness.events(StreamEvent.Unrecovered.class)).isEmpty();
    }

    @Test
    void recoversNothingByDefault() {
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
    void closeLeavesNoRecoveryTimer() {
        harness.subscribe(recorder, DEALS, "a");
        harness.settle();
        push("deals", 1);
        lose();
        harness.engine.close();
        harness.seconds(3);

        assertThat(harness.loop.timers()).isZero();
    }
}
