package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.BARS;
import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.Resubscription;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.SubscriptionState;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.toy.Tick;
import hk.qos.stream.toy.ToyChannel;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Connections that end after keys were subscribed: no key is given up, and other keys do not wait. */
final class IsolatedKeysTest {
    private static final String[] TEN = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
    private static final List<ConnectionEnd> ENDS = List.of(
            ConnectionEnd.closed(1012, ""),
            ConnectionEnd.closed(1001, ""),
            ConnectionEnd.closed(1013, ""),
            ConnectionEnd.of(ConnectionEnd.Kind.LOST, "reset"));

    private final EngineHarness harness = new EngineHarness();

    /** Each frame that subscribes on {@code channels} is answered by an end, while heartbeats are answered. */
    private void restarting(ConnectionEnd end, ToyChannel... channels) {
        harness.server.chokes.clear();
        Stream.of(channels).forEach(channel -> harness.server.chokes.put("SUB:" + channel.name(), end));
    }

    @Test
    void rollingRestartLosesNoSubscription() {
        for (ConnectionEnd end : ENDS) {
            EngineHarness harness = new EngineHarness();
            List.of(TICKS, QUOTES, BARS).forEach(channel -> harness.server.chokes.put("SUB:" + channel.name(), end));
            List<Subscription<Tick>> all = List.of(
                    harness.subscribe(TICKS, TEN), harness.subscribe(QUOTES, TEN), harness.subscribe(BARS, TEN));
            harness.seconds(900);
            assertThat(harness.events(StreamEvent.Rejected.class)).isEmpty();
            assertThat(all).allSatisfy(each -> assertThat(each.ready()).isNotDone());

            harness.server.chokes.clear();
            int frames = harness.server.received.size();
            while (harness.engine.state() != StreamState.RESTORING) {
                harness.advance(Duration.ofMillis(10));
            }
            harness.seconds(15);

            assertThat(all).allSatisfy(each -> assertThat(each.ready()).isCompleted());
            assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
            assertThat(harness.server.received.size() - frames).isLessThanOrEqualTo(10);
            harness.assertPaced();
        }
    }

    @Test
    void servesOtherKeysAndSubscribesThePoisonKeyLessAndLessOften() {
        harness.server.poison.add("bad");
        Subscription<Tick> subscription = harness.subscribe(TICKS, "a", "b", "c", "bad", "d");
        harness.seconds(60);
        ready();
        assertThat(subscription.states())
                .containsEntry("bad", SubscriptionState.ISOLATED)
                .containsEntry("a", SubscriptionState.ACTIVE);
        assertThat(harness.server.peer().subscribed.get("ticks")).containsExactly("a", "b", "c", "d");
        assertThat(harness.engine.explain())
                .contains("1 subscriptions are asked for alone, less and less often")
                .contains("ticks bad");

        harness.server.received.clear();
        harness.seconds(3_600);
        assertThat(subscriptionsOf("bad")).isBetween(5, 20);

        harness.server.poison.clear();
        harness.seconds(310);
        assertThat(subscription.states().values()).containsOnly(SubscriptionState.ACTIVE);
        assertThat(subscription.ready()).isCompleted();
        assertThat(harness.engine.explain()).doesNotContain("asked for alone");
    }

    /** Waits for the next connection after an end. */
    private void ready() {
        for (int i = 0; i < 6_000 && harness.engine.state() != StreamState.READY; i++) {
            harness.advance(Duration.ofMillis(10));
        }
        assertThat(harness.engine.state()).as(harness.engine.explain()).isEqualTo(StreamState.READY);
    }

    private int subscriptionsOf(String key) {
        return (int) harness.server.received("SUB:ticks").stream()
                .filter(frame -> frame.keys().contains(key))
                .count();
    }

    @Test
    void reportsIsolationToEverySubscriptionOfTheKey() {
        harness.server.poison.add("bad");
        EngineHarness.Recorder one = new EngineHarness.Recorder();
        EngineHarness.Recorder other = new EngineHarness.Recorder();
        harness.subscribe(one, TICKS, "bad", "a");
        harness.subscribe(other, TICKS, "a");
        harness.seconds(120);

        assertThat(one.events(StreamEvent.Isolated.class)).isNotEmpty().allSatisfy(event -> {
            assertThat(event.topic().key()).isEqualTo("bad");
            assertThat(event.reason()).contains("cut by the test");
        });
        assertThat(one.events(StreamEvent.Isolated.class))
                .extracting(StreamEvent.Isolated::retryIn)
                .isSorted();
        assertThat(other.events(StreamEvent.Isolated.class)).isEmpty();
        assertThat(harness.events(StreamEvent.Isolated.class)).isEqualTo(one.events(StreamEvent.Isolated.class));
    }

    @Test
    void subscribesSeveralPoisonKeysInTurn() {
        harness.server.poison.addAll(List.of("bad", "worse"));
        Subscription<Tick> subscription = harness.subscribe(TICKS, "bad", "worse");
        Subscription<Tick> others = harness.subscribe(QUOTES, "a", "b");
        harness.seconds(120);
        ready();
        assertThat(others.ready()).isCompleted();
        harness.server.received.clear();
        harness.seconds(1_800);
        assertThat(subscriptionsOf("bad")).isPositive();
        assertThat(subscriptionsOf("worse")).isPositive();
        assertThat(harness.server.peers.size()).isLessThan(40);

        harness.server.poison.remove("worse");
        harness.seconds(900);
        assertThat(subscription.states())
                .containsEntry("bad", SubscriptionState.ISOLATED)
                .containsEntry("worse", SubscriptionState.ACTIVE);
    }

    @Test
    void poisonKeyOfOneChannelLeavesOtherChannelsServed() {
        harness.subscribe(QUOTES, TEN);
        Subscription<Tick> ticks = harness.subscribe(TICKS, TEN);
        restarting(ENDS.get(0), TICKS);
        harness.seconds(3_600);
        ready();
        assertThat(harness.server.peer().subscribed.get("quotes")).hasSize(10);
        assertThat(harness.server.peers.size()).isLessThan(60);

        harness.server.chokes.clear();
        harness.seconds(310);
        assertThat(ticks.ready()).isCompleted();
    }

    @Test
    void connectionsThatEndWithoutThemForgiveIsolatedKeys() {
        EngineHarness patient = new EngineHarness(
                1,
                options -> options.resubscription(Resubscription.defaults()
                        .withFirstPause(Duration.ofHours(1))
                        .withMaxPause(Duration.ofHours(1))));
        patient.subscribe(QUOTES, "q");
        patient.server.poison.add("bad");
        Subscription<Tick> subscription = patient.subscribe(TICKS, "bad");
        patient.seconds(120);
        assertThat(subscription.states()).containsEntry("bad", SubscriptionState.ISOLATED);
        patient.server.poison.clear();
        patient.server.peer().cut();
        patient.advance(Duration.ofMillis(1));
        while (patient.engine.state() != StreamState.READY) {
            patient.advance(Duration.ofMillis(10));
        }
        patient.server.peer().cut();
        patient.seconds(60);

        assertThat(subscription.ready()).isCompleted();
    }

    @Test
    void singlePoisonKeyIsNotGivenUp() {
        harness.server.poison.add("bad");
        Subscription<Tick> subscription = harness.subscribe(TICKS, "bad");
        harness.seconds(3_600);
        assertThat(subscription.states()).containsEntry("bad", SubscriptionState.ISOLATED);

        harness.server.poison.clear();
        harness.seconds(35);
        assertThat(subscription.ready()).isCompleted();
    }

    @Test
    void findsThePoisonKeyThoughNoHeartbeatIsAnswered() {
        harness.server.mute.add("BEAT");
        harness.server.poison.add("bad");
        Subscription<Tick> subscription = harness.subscribe(TICKS, "a", "bad", "c");
        for (int i = 0; i < 120; i++) {
            harness.seconds(1);
            harness.server.peer().push("ticks", "z", i);
        }
        ready();

        assertThat(subscription.states())
                .containsEntry("a", SubscriptionState.ACTIVE)
                .containsEntry("bad", SubscriptionState.ISOLATED);
    }

    @Test
    void unansweredHeartbeatsDelayNoSubscription() {
        harness.server.mute.addAll(List.of("BEAT", "SUB:ticks"));
        Subscription<Tick> subscription = harness.subscribe(TICKS, "a");
        harness.settle();
        harness.server.peer().cut();
        harness.server.mute.remove("SUB:ticks");
        harness.seconds(2);

        assertThat(subscription.ready()).isCompleted();
        assertThat(harness.server.received("BEAT")).isEmpty();
    }

    @Test
    void isolatesNoKeyWhenConnectionsEndForOtherReasons() {
        harness.server.mute.add("BEAT");
        harness.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = harness.subscribe(TICKS, "a", "b", "c");
        for (int i = 0; i < 20; i++) {
            harness.advance(Duration.ofMillis(10));
            harness.server.peer().cut();
            harness.seconds(31);
        }
        harness.server.mute.clear();
        harness.server.peer().cut();
        harness.seconds(60);

        assertThat(subscription.states().values()).containsOnly(SubscriptionState.ACTIVE);
        assertThat(new TreeSet<>(harness.server.peer().subscribed.get("ticks"))).containsExactly("a", "b", "c");
    }
}
