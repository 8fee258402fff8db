package hk.qos.stream.internal.engine;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.error.ClosedException;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.internal.flight.FlightLog;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.toy.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** The keys that a subscription releases, its states, and its end. */
final class SubscriptionHandleTest {
    private static final StreamEvent LAST = new StreamEvent.Closed(Instant.EPOCH);

    private final Surroundings surroundings = new Surroundings();
    private final RuntimeException why = new ClosedException("as the test wants it");
    private final List<String> told = new ArrayList<>();
    private final SubscriptionHandle<Tick> handle = new SubscriptionHandle<>(
            surroundings.mailboxes,
            new Events(
                    surroundings.context,
                    surroundings.lines,
                    surroundings.mailboxes,
                    FlightLog.NONE,
                    surroundings.redactor),
            new FutureCompleter(surroundings.context),
            new Teller(),
            1,
            TICKS,
            new LinkedHashSet<>(List.of("a", "b")));

    @Test
    void openSubscriptionWantsItsKeys() {
        assertThat(handle.isClosed()).isFalse();
        assertThat(handle.wants("a")).isTrue();
        assertThat(handle.wants("unknown")).isFalse();
        assertThat(handle.states()).containsOnlyKeys("a", "b").containsValue(SubscriptionState.PENDING);
    }

    @Test
    void closeReleasesEveryKeyOnce() {
        CompletableFuture<Void> ready = handle.ready();
        handle.close();
        handle.close();
        surroundings.loop.settle();

        assertThat(told).containsExactly("released a", "released b", "closed");
        assertThat(handle.isClosed()).isTrue();
        assertThat(handle.wants("a")).isFalse();
        assertThat(handle.states().values()).containsOnly(SubscriptionState.CLOSED);
        assertThat(ready).failsWithin(Duration.ZERO).withThrowableThat().withCauseInstanceOf(ClosedException.class);
    }

    @Test
    void rejectedKeyIsReleasedAndStaysRejectedAfterClose() {
        handle.rejected("a", "no such key", why);
        assertThat(told).containsExactly("released a");
        assertThat(handle.wants("a")).isFalse();
        assertThat(handle.wants("b")).isTrue();
        handle.close();

        assertThat(told).containsExactly("released a", "released b", "closed");
        assertThat(handle.states())
                .containsEntry("a", SubscriptionState.REJECTED)
                .containsEntry("b", SubscriptionState.CLOSED);
        assertThat(handle.rejection("a")).isEqualTo("no such key");
    }

    @Test
    void keyIsGivenUpOnceAndOthersStay() {
        handle.giveUp(List.of("a", "unknown"));
        handle.giveUp(List.of("a"));

        assertThat(told).containsExactly("released a", "given up [a]");
        assertThat(handle.isClosed()).isFalse();
        assertThat(handle.states())
                .containsEntry("a", SubscriptionState.CLOSED)
                .containsEntry("b", SubscriptionState.PENDING);
    }

    @Test
    void rejectedKeyCanBeGivenUp() {
        handle.rejected("a", "no such key", why);
        handle.giveUp(List.of("a"));

        assertThat(told).containsExactly("released a", "given up [a]");
        assertThat(handle.states()).containsEntry("a", SubscriptionState.CLOSED);
    }

    @Test
    void givingUpTheLastKeyClosesTheSubscription() {
        handle.giveUp(List.of("a"));
        told.clear();
        handle.giveUp(List.of("b"));

        assertThat(told).containsExactly("released b", "closed");
        assertThat(handle.isClosed()).isTrue();
    }

    @Test
    void endOfTheStreamReleasesEveryKeyAndFailsReady() {
        CompletableFuture<Void> ready = handle.ready();
        handle.end(LAST, why, false);
        surroundings.loop.settle();

        assertThat(told).containsExactly("released a", "released b");
        assertThat(handle.isClosed()).isTrue();
        assertThat(handle.states().values()).containsOnly(SubscriptionState.CLOSED);
        assertThat(ready)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isSameAs(why);
    }

    @Test
    void onlyUnservedKeyIsShownAsIsolated() {
        handle.isolated("a", true);
        handle.isolated("b", true);
        handle.active("b");
        assertThat(handle.states())
                .containsEntry("a", SubscriptionState.ISOLATED)
                .containsEntry("b", SubscriptionState.ACTIVE);
        handle.isolated("a", false);
        handle.lost("b", true);

        assertThat(handle.states())
                .containsEntry("a", SubscriptionState.PENDING)
                .containsEntry("b", SubscriptionState.ISOLATED);
    }

    @Test
    void subscriberAfterTheEndReceivesItAtOnce() {
        handle.end(LAST, why, true);
        handle.publisher().subscribe(new Subscriber());
        surroundings.loop.settle();

        assertThat(told).containsExactly("released a", "released b", "subscribed", "failed: as the test wants it");
    }

    @Test
    void subscriberAfterCloseCompletes() {
        handle.close();
        handle.publisher().subscribe(new Subscriber());
        surroundings.loop.settle();

        assertThat(told).endsWith("closed", "subscribed", "completed");
    }

    private final class Teller implements SubscriptionHandle.Owner {
        @Override
        public void released(Channel<?> channel, String key) {
            told.add("released " + key);
        }

        @Override
        public <T> void givenUp(SubscriptionHandle<T> subscription, Collection<String> keys) {
            told.add("given up " + keys);
        }

        @Override
        public <T> void closed(SubscriptionHandle<T> subscription) {
            told.add("closed");
        }
    }

    private final class Subscriber implements Flow.Subscriber<Tick> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            told.add("subscribed");
        }

        @Override
        public void onNext(Tick item) {
            told.add("next");
        }

        @Override
        public void onError(Throwable error) {
            told.add("failed: " + error.getMessage());
        }

        @Override
        public void onComplete() {
            told.add("completed");
        }
    }
}
