package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.BARS;
import static hk.qos.stream.toy.ToyChannel.DEALS;
import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.RANGES;
import static hk.qos.stream.toy.ToyChannel.SPANS;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.error.ClosedException;
import hk.qos.stream.FirstPush;
import hk.qos.stream.GapRecovery;
import hk.qos.stream.ListenerRegistration;
import hk.qos.stream.Staleness;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamLimits;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.toy.Tick;
import hk.qos.stream.toy.ToyChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A listener to all pushes of a kind, whoever subscribed. */
@SuppressWarnings("FutureReturnValueIgnored") // the state tells more
final class PushListenersTest {
    private final EngineHarness.Recorder all = new EngineHarness.Recorder();
    private EngineHarness harness = new EngineHarness(
            1,
            options -> options.recoverGaps(GapRecovery.defaults())
                    .limits(StreamLimits.defaults().withItemsPerSubscription(8).withQueuedBytes(1 << 20)));

    private void push(ToyChannel channel, String key, long... numbers) {
        for (long number : numbers) {
            harness.server.peer().push(channel.name(), key, number);
        }
    }

    @Test
    void eachPushIsHeardOnceHoweverManySubscriptionsHaveItsKey() {
        ListenerRegistration registration = harness.engine.onPush(TICKS.family(), all);
        EngineHarness.Recorder own = new EngineHarness.Recorder();
        harness.subscribe(own, TICKS, "a", "b");
        harness.subscribe(own, TICKS, "b", "c");
        harness.subscribe(QUOTES, "b");
        harness.seconds(5);
        push(TICKS, "a", 1);
        push(TICKS, "b", 2);
        push(TICKS, "c", 3);
        push(QUOTES, "b", 4);
        harness.settle();

        assertThat(all.numbers()).containsExactly("1", "2", "3");
        assertThat(own.numbers()).as("one listener of two subscriptions").containsExactlyInAnyOrder("1", "2", "2", "3");
        registration.close();
        registration.close();
        push(TICKS, "a", 5);
        harness.settle();
        assertThat(all.numbers()).hasSize(3);
    }

    @Test
    void listenerNeitherConnectsNorSubscribesNorHearsWhatNobodyWants() {
        harness.engine.onPush(TICKS.family(), all);
        harness.seconds(60);
        assertThat(harness.engine.state()).isEqualTo(StreamState.IDLE);
        assertThat(harness.server.peers).isEmpty();

        Subscription<Tick> ticks = harness.subscribe(TICKS, "a");
        harness.seconds(3);
        push(TICKS, "z", 1);
        push(TICKS, "a", 2);
        harness.settle();
        ticks.close();
        harness.settle();
        push(TICKS, "a", 3);
        harness.settle();
        assertThat(all.numbers()).containsExactly("2");
    }

    @Test
    void channelsOfAFamilyAreHeardTogetherAndAreNotTakenForVersionsOfEachOther() {
        harness.engine.onPush(RANGES, all);
        harness.subscribe(BARS, "a");
        harness.subscribe(SPANS, "a");
        harness.seconds(5);
        push(BARS, "a", 11, 12);
        push(SPANS, "a", 13, 14);
        push(BARS, "a", 15);
        harness.settle();

        assertThat(all.numbers()).containsExactly("15", "14");
    }

    @Test
    void slowListenerLosesTheOldestAndHearsHowMany() {
        harness.engine.onPush(TICKS.family(), all);
        harness.subscribe(TICKS, "a");
        harness.seconds(3);
        all.all.clear();
        push(TICKS, "a", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        harness.settle();

        assertThat(all.numbers()).containsExactly("4", "5", "6", "7", "8", "9", "10");
        assertThat(all.all).first().isInstanceOfSatisfying(StreamEvent.Overflow.class, overflow -> {
            assertThat(overflow.channel()).isEqualTo("ticks");
            assertThat(overflow.count()).isEqualTo(3);
        });
    }

    @Test
    void eventsOfSubscriptionsAreHeardOnceAndBeforeTheDataTheyAffect() {
        harness.engine.onPush(TICKS.family(), all);
        harness.subscribe(TICKS, "a", "b");
        harness.subscribe(TICKS, "b");
        harness.subscribe(QUOTES, "a");
        harness.seconds(5);
        push(TICKS, "a", 1);
        harness.settle();
        harness.server.peer().cut();
        harness.seconds(10);
        push(TICKS, "a", 2);
        harness.settle();

        assertThat(all.events(StreamEvent.Disconnected.class)).hasSize(1);
        assertThat(all.events(StreamEvent.Gap.class))
                .extracting(gap -> gap.topic().toString())
                .containsExactlyInAnyOrder("ticks a", "ticks b");
        assertThat(all.events(StreamEvent.Resumed.class))
                .extracting(StreamEvent.Resumed::keys)
                .containsExactly(Set.of("a", "b"));
        assertThat(all.all.indexOf(all.events(StreamEvent.Gap.class).get(0)))
                .isLessThan(all.all.indexOf(new Tick("a", 2)));
    }

    @Test
    void refusedUnansweredAndMalformedAreHeard() {
        harness.engine.onPush(TICKS.family(), all);
        harness.server.refused.put("bad", "no such key");
        harness.subscribe(TICKS, "bad");
        harness.seconds(5);
        harness.server.mute.add("SUB:ticks");
        harness.subscribe(TICKS, "a");
        harness.subscribe(TICKS, "a");
        harness.seconds(12);
        harness.server.peer().text("P ticks a nonsense");
        harness.settle();

        assertThat(all.events(StreamEvent.Rejected.class)).hasSize(1);
        assertThat(all.events(StreamEvent.Unanswered.class)).hasSize(1);
        assertThat(all.events(StreamEvent.Malformed.class)).hasSize(1);
    }

    @Test
    void silenceIsHeardOnce() {
        harness = new EngineHarness(
                1,
                options -> options.staleness(Staleness.after(Duration.ofSeconds(5)))
                        .firstPush(FirstPush.after(Duration.ofSeconds(5))));
        harness.engine.onPush(TICKS.family(), all);
        harness.subscribe(TICKS, "a");
        harness.subscribe(TICKS, "a");
        harness.seconds(12);

        assertThat(all.events(StreamEvent.NeverPushed.class)).hasSize(1);
        assertThat(all.events(StreamEvent.Stale.class)).hasSize(1);
    }

    @Test
    void missedItemsAreHeardOnceAsRecovered() {
        harness.engine.onPush(DEALS.family(), all);
        harness.subscribe(DEALS, "a");
        harness.subscribe(DEALS, "a");
        harness.seconds(3);
        push(DEALS, "a", 1, 2);
        harness.server.newest.put("deals a", "1,2,3,4,5");
        harness.server.peer().cut();
        harness.seconds(5);
        push(DEALS, "a", 6);
        harness.settle();

        assertThat(all.numbers()).containsExactly("1", "2", "missed 3", "missed 4", "missed 5", "6");
        assertThat(all.events(StreamEvent.Recovered.class)).hasSize(1);
    }

    @Test
    void throwingListenerIsReportedAndHidesNothingFromOthers() {
        harness.engine.onPush(TICKS.family(), tick -> {
            throw new IllegalStateException("broken");
        });
        harness.engine.onPush(TICKS.family(), all);
        harness.subscribe(TICKS, "a");
        harness.seconds(3);
        push(TICKS, "a", 1, 2);
        harness.seconds(2);

        assertThat(all.numbers()).containsExactly("1", "2");
        assertThat(harness.events(StreamEvent.CallbackFailed.class)).isNotEmpty();
        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
    }

    @Test
    void drainTakesTheListenersQueueIntoAccount() {
        List<Boolean> drained = new ArrayList<>();
        harness.engine.onPush(TICKS.family(), all);
        harness.engine.subscribe(
                TICKS, List.of("a"), (Tick tick) -> drained.add(harness.engine.flush(Duration.ofSeconds(1))));
        harness.seconds(3);
        push(TICKS, "a", 1);
        harness.settle();

        assertThat(drained).as("the listener of all pushes is called later").containsExactly(false);
        assertThat(all.numbers()).containsExactly("1");
    }

    @Test
    void lastEventIsTheEndOfTheStreamAndNoListenerIsAddedAfterIt() {
        harness.engine.onPush(TICKS.family(), all);
        harness.subscribe(TICKS, "a");
        harness.seconds(3);
        push(TICKS, "a", 1);
        harness.engine.close();
        harness.settle();

        assertThat(all.all).last().isInstanceOf(StreamEvent.Closed.class);
        assertThatThrownBy(() -> harness.engine.onPush(TICKS.family(), all))
                .isInstanceOf(ClosedException.class)
                .hasMessageContaining("makes a new one");
    }

    @Test
    void whatArrivedBeforeAFailureIsHeardBeforeIt() {
        harness.engine.onPush(TICKS.family(), all);
        harness.server.reception = peer -> peer.end(ConnectionEnd.of(ConnectionEnd.Kind.UNUSABLE, "no way to go on"));
        harness.engine.connect();
        harness.settle();

        assertThat(all.all).hasSize(1).first().isInstanceOf(StreamEvent.Failed.class);
        assertThatThrownBy(() -> harness.engine.onPush(TICKS.family(), all))
                .isInstanceOf(ClosedException.class)
                .hasMessageContaining("no way to go on");
        assertThatThrownBy(() -> harness.engine.onEvent(event -> {}))
                .isInstanceOf(ClosedException.class)
                .hasMessageContaining("no way to go on");
    }
}
