package hk.qos.stream.flow;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.error.AuthenticationException;
import hk.qos.stream.Subscription;
import hk.qos.stream.Update;
import hk.qos.stream.fixtures.LeakGuard;
import hk.qos.stream.toy.Tick;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How publishers end their subscribers, in each state of the stream. */
@ExtendWith(LeakGuard.class)
final class PublisherEndsTest {
    private final ThreadedHarness stage = new ThreadedHarness();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void subscriberBeforeOrAfterFailureReceivesTheCause() {
        stage.withoutHandshakes();
        Subscription<Tick> subscription = stage.subscribe();
        RecordingSubscriber<Tick> early = seen(subscription);
        stage.refuse();
        RecordingSubscriber<Tick> late = seen(subscription);

        for (RecordingSubscriber<Tick> each : List.of(early, late)) {
            soon().untilAsserted(() -> assertThat(each.signals).containsExactly("subscribed", "failed"));
            assertThat(each.error).isInstanceOf(AuthenticationException.class);
        }
    }

    @Test
    void subscriberAfterCloseCompletes() {
        Subscription<Tick> subscription = ready();
        stage.engine.close();
        stage.awaitEnd();

        RecordingSubscriber<Tick> late = seen(subscription);

        soon().untilAsserted(() -> assertThat(late.signals).containsExactly("subscribed", "completed"));
    }

    @Test
    void subscriptionClosedBeforeFailureCompletes() {
        stage.withoutHandshakes();
        Subscription<Tick> kept = stage.subscribe();
        Subscription<Tick> closed = stage.subscribe();
        closed.close();
        stage.refuse();

        RecordingSubscriber<Tick> late = seen(closed);

        assertThat(kept.isClosed()).isTrue();
        soon().untilAsserted(() -> assertThat(late.signals).containsExactly("subscribed", "completed"));
    }

    @Test
    void executorThatIsShutDownFailsTheSubscribers() {
        Subscription<Tick> subscription = ready();
        RecordingSubscriber<Tick> early = seen(subscription);
        soon().until(() -> early.signals.contains("subscribed"));
        early.request(10);
        stage.delivery.shutdown();
        stage.push(1);
        RecordingSubscriber<Tick> late = seen(subscription);

        for (RecordingSubscriber<Tick> each : List.of(early, late)) {
            soon().untilAsserted(() -> assertThat(each.signals).containsExactly("subscribed", "failed"));
            assertThat(each.error).isInstanceOf(RejectedExecutionException.class);
            assertThat(each.items).isEmpty();
        }
    }

    @Test
    void subscribersOfDifferentPaceReceiveTheSame() {
        Subscription<Tick> subscription = ready();
        List<RecordingSubscriber<Tick>> all = List.of(seen(subscription), seen(subscription), seen(subscription));
        all.forEach(each -> soon().until(() -> each.signals.contains("subscribed")));
        stage.push(5);

        for (int round = 1; round <= 5; round++) {
            for (int i = 0; i < all.size(); i++) {
                RecordingSubscriber<Tick> each = all.get(i);
                int due = Math.min(5, round * (i + 1));
                each.request(Math.max(1, due - each.items.size()));
                soon().until(() -> each.items.size() == due);
            }
        }

        assertThat(all)
                .allSatisfy(
                        each -> assertThat(each.items).extracting(Tick::number).containsExactly(1L, 2L, 3L, 4L, 5L));
    }

    @Test
    void overflowingDemandIsUnbounded() {
        Subscription<Tick> subscription = ready();
        RecordingSubscriber<Tick> seen = seen(subscription);
        soon().until(() -> seen.signals.contains("subscribed"));
        seen.request(Long.MAX_VALUE).request(Long.MAX_VALUE);
        stage.push(3);

        soon().until(() -> seen.items.size() == 3);
    }

    @Test
    void eventConsumesDemandAndTheEndDoesNot() {
        Subscription<Tick> subscription = ready();
        RecordingSubscriber<Update<Tick>> seen = new RecordingSubscriber<>();
        subscription.updates().subscribe(seen);
        soon().until(() -> seen.signals.contains("subscribed"));
        seen.request(1);
        stage.cut();
        soon().until(() -> seen.items.size() == 1);
        stage.engine.close();

        soon().until(() -> seen.signals.contains("completed"));
        assertThat(seen.items).hasSize(1);
    }

    @Test
    void subscriberWithNonPositiveDemandIsReleased() {
        assertForgotten(RecordingSubscriber::new, 0);
    }

    @Test
    void subscriberThatThrowsIsReleased() {
        assertForgotten(Throwing::new, 1);
    }

    private void assertForgotten(Supplier<RecordingSubscriber<Tick>> subscriber, long demand) {
        Subscription<Tick> subscription = ready();
        WeakReference<RecordingSubscriber<Tick>> trace = ended(subscription, subscriber.get(), demand);

        soon().until(() -> {
            System.gc();
            return trace.get() == null;
        });
        assertThat(subscription.isClosed()).isFalse();
    }

    /** A subscriber is released after its last signal. */
    private WeakReference<RecordingSubscriber<Tick>> ended(
            Subscription<Tick> subscription, RecordingSubscriber<Tick> subscriber, long demand) {
        subscription.publisher().subscribe(subscriber);
        soon().until(() -> subscriber.signals.contains("subscribed"));
        subscriber.request(demand);
        stage.push(1);
        soon().until(() -> subscriber.signals.size() > 1);
        return new WeakReference<>(subscriber);
    }

    private static final class Throwing extends RecordingSubscriber<Tick> {
        @Override
        public void onNext(Tick item) {
            signals.add("threw");
            throw new IllegalStateException("thrown by the test");
        }
    }

    private static ConditionFactory soon() {
        return Awaitility.with().pollInterval(Duration.ofMillis(5));
    }

    private Subscription<Tick> ready() {
        Subscription<Tick> subscription = stage.subscribe();
        subscription.ready().orTimeout(5, TimeUnit.SECONDS).join();
        return subscription;
    }

    private static RecordingSubscriber<Tick> seen(Subscription<Tick> subscription) {
        RecordingSubscriber<Tick> seen = new RecordingSubscriber<>();
        subscription.publisher().subscribe(seen);
        return seen;
    }
}
