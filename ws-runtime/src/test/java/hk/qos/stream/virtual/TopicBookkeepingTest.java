package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.toy.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the stream remembers of a key: who wants it, whether it is served, and when that is forgotten. */
final class TopicBookkeepingTest {
    private final List<String> orphans = new ArrayList<>();
    private final EngineHarness harness = new EngineHarness(1, options -> options.metrics(new Orphans()));

    @Test
    void onlyUnwantedPushesAreCounted() {
        EngineHarness.Recorder recorder = new EngineHarness.Recorder();
        Subscription<Tick> subscription = harness.subscribe(recorder, TICKS, "a");
        harness.seconds(3);
        harness.server.peer().push("ticks", "a", 1);
        harness.settle();
        assertThat(orphans).isEmpty();
        harness.server.peer().push("ticks", "b", 2);
        harness.server.peer().push("quotes", "a", 3);
        harness.settle();
        assertThat(orphans).containsExactly("ticks", "quotes");
        subscription.close();
        harness.settle();
        harness.server.peer().push("ticks", "a", 4);
        harness.settle();

        assertThat(orphans).containsExactly("ticks", "quotes", "ticks");
        assertThat(recorder.data()).containsExactly(new Tick("a", 1));
    }

    @Test
    void laterSubscriptionOfServedKeyIsActiveWithoutFrame() {
        harness.subscribe(TICKS, "a");
        harness.seconds(3);
        Subscription<Tick> later = harness.subscribe(TICKS, "a");
        harness.settle();

        assertThat(later.states()).containsEntry("a", SubscriptionState.ACTIVE);
        assertThat(later.ready()).isCompleted();
        harness.seconds(5);
        assertThat(harness.server.received("SUB:ticks")).hasSize(1);
    }

    @Test
    void laterSubscriptionOfIsolatedKeyIsIsolated() {
        isolate("bad");

        Subscription<Tick> later = harness.subscribe(TICKS, "bad");
        harness.settle();
        assertThat(later.states()).containsEntry("bad", SubscriptionState.ISOLATED);
    }

    @Test
    void unwantedKeyIsNoLongerIsolated() {
        Subscription<Tick> isolated = isolate("bad");
        isolated.close();
        harness.server.poison.clear();
        harness.settle();
        Subscription<Tick> again = harness.subscribe(TICKS, "bad");
        harness.seconds(4);

        assertThat(again.states()).containsEntry("bad", SubscriptionState.ACTIVE);
    }

    @Test
    void refusalIsReportedToListenersAndKeyMayBeSubscribedAgain() {
        EngineHarness.Recorder recorder = new EngineHarness.Recorder();
        EngineHarness.Recorder other = new EngineHarness.Recorder();
        harness.server.refused.put("x", "unknown code");
        Subscription<Tick> subscription = harness.subscribe(recorder, TICKS, "x");
        harness.subscribe(other, QUOTES, "a");
        harness.seconds(6);

        assertThat(recorder.events(StreamEvent.Rejected.class))
                .singleElement()
                .extracting(StreamEvent.Rejected::reason)
                .isEqualTo("unknown code");
        assertThat(other.events(StreamEvent.Rejected.class)).isEmpty();
        assertThat(subscription.states()).containsEntry("x", SubscriptionState.REJECTED);
        harness.server.refused.clear();
        Subscription<Tick> again = harness.subscribe(TICKS, "x");
        harness.seconds(3);
        assertThat(again.states()).containsEntry("x", SubscriptionState.ACTIVE);
    }

    @Test
    void latestItemHasTheAgeOfItsPush() {
        harness.subscribe(QUOTES, "a");
        harness.seconds(3);
        assertThat(harness.engine.latest(QUOTES, "a")).isEmpty();
        harness.server.peer().push("quotes", "a", 5);
        harness.settle();
        harness.seconds(7);

        assertThat(harness.engine.latest(QUOTES, "a")).hasValueSatisfying(latest -> {
            assertThat(latest.data()).isEqualTo(new Tick("a", 5));
            assertThat(latest.age()).isEqualTo(Duration.ofSeconds(7));
        });
        assertThat(harness.engine.latest(QUOTES, "b")).isEmpty();
    }

    @Test
    void unsubscribingCompletesWhenTheServerHasAnswered() {
        Subscription<Tick> subscription = harness.subscribe(TICKS, "a", "b");
        harness.seconds(3);
        CompletableFuture<Void> done = harness.engine.unsubscribe(TICKS, List.of("a"));
        assertThat(done).isNotDone();
        harness.seconds(3);

        assertThat(done).isCompleted();
        assertThat(harness.server.peer().subscribed.get("ticks")).containsExactly("b");
        assertThat(subscription.states()).containsEntry("b", SubscriptionState.ACTIVE);
    }

    /** Subscribes a key after which connections end, beside another that is served. */
    private Subscription<Tick> isolate(String key) {
        harness.server.poison.add(key);
        harness.subscribe(TICKS, "good");
        Subscription<Tick> subscription = harness.subscribe(TICKS, key);
        for (int i = 0;
                i < 300
                        && !(subscription.states().get(key) == SubscriptionState.ISOLATED
                                && harness.engine.state() == StreamState.READY);
                i++) {
            harness.seconds(1);
        }
        assertThat(subscription.states()).containsEntry(key, SubscriptionState.ISOLATED);
        return subscription;
    }

    private final class Orphans implements StreamMetrics {
        @Override
        public void orphan(String kind) {
            orphans.add(kind);
        }
    }
}
