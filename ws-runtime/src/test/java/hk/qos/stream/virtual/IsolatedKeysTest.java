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

/** Connections that end after something was asked for: nothing is given up, and nobody waits without need. */
final class IsolatedKeysTest {
    private static final String[] TEN = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
    private static final List<ConnectionEnd> ENDS = List.of(
            ConnectionEnd.closed(1012, ""),
            ConnectionEnd.closed(1001, ""),
            ConnectionEnd.closed(1013, ""),
            ConnectionEnd.of(ConnectionEnd.Kind.LOST, "reset"));

    private final EngineHarness stage = new EngineHarness();

    /** Each frame that subscribes on {@code channels} is answered by an end, while heartbeats are answered. */
    private void restarting(ConnectionEnd end, ToyChannel... channels) {
        stage.server.chokes.clear();
        Stream.of(channels).forEach(channel -> stage.server.chokes.put("SUB:" + channel.name(), end));
    }

    @Test
    void aRollingRestartLosesNothing() {
        for (ConnectionEnd end : ENDS) {
            EngineHarness stage = new EngineHarness();
            List.of(TICKS, QUOTES, BARS).forEach(channel -> stage.server.chokes.put("SUB:" + channel.name(), end));
            List<Subscription<Tick>> all =
                    List.of(stage.subscribe(TICKS, TEN), stage.subscribe(QUOTES, TEN), stage.subscribe(BARS, TEN));
            stage.seconds(900);
            assertThat(stage.events(StreamEvent.Rejected.class)).isEmpty();
            assertThat(all).allSatisfy(each -> assertThat(each.ready()).isNotDone());

            stage.server.chokes.clear();
            int frames = stage.server.received.size();
            while (stage.engine.state() != StreamState.RESTORING) {
                stage.advance(Duration.ofMillis(10));
            }
            stage.seconds(15);

            assertThat(all).allSatisfy(each -> assertThat(each.ready()).isCompleted());
            assertThat(stage.engine.state()).isEqualTo(StreamState.READY);
            assertThat(stage.server.received.size() - frames).isLessThanOrEqualTo(10);
            stage.assertPaced();
        }
    }

    @Test
    void servesTheOthersAndAsksForTheOffenderEverMoreRarely() {
        stage.server.poison.add("bad");
        Subscription<Tick> subscription = stage.subscribe(TICKS, "a", "b", "c", "bad", "d");
        stage.seconds(60);
        ready();
        assertThat(subscription.states())
                .containsEntry("bad", SubscriptionState.ISOLATED)
                .containsEntry("a", SubscriptionState.ACTIVE);
        assertThat(stage.server.peer().subscribed.get("ticks")).containsExactly("a", "b", "c", "d");
        assertThat(stage.engine.explain())
                .contains("1 subscriptions are asked for alone, less and less often")
                .contains("ticks bad");

        stage.server.received.clear();
        stage.seconds(3_600);
        assertThat(asksFor("bad")).isBetween(5, 20);

        stage.server.poison.clear();
        stage.seconds(310);
        assertThat(subscription.states().values()).containsOnly(SubscriptionState.ACTIVE);
        assertThat(subscription.ready()).isCompleted();
        assertThat(stage.engine.explain()).doesNotContain("asked for alone");
    }

    /** Waits out a connection that has just ended. */
    private void ready() {
        for (int i = 0; i < 6_000 && stage.engine.state() != StreamState.READY; i++) {
            stage.advance(Duration.ofMillis(10));
        }
        assertThat(stage.engine.state()).as(stage.engine.explain()).isEqualTo(StreamState.READY);
    }

    private int asksFor(String key) {
        return (int) stage.server.received("SUB:ticks").stream()
                .filter(frame -> frame.keys().contains(key))
                .count();
    }

    @Test
    void tellsWhoeverWantsTheKeyThatItStandsAlone() {
        stage.server.poison.add("bad");
        EngineHarness.Recorder one = new EngineHarness.Recorder();
        EngineHarness.Recorder other = new EngineHarness.Recorder();
        stage.subscribe(one, TICKS, "bad", "a");
        stage.subscribe(other, TICKS, "a");
        stage.seconds(120);

        assertThat(one.events(StreamEvent.Isolated.class)).isNotEmpty().allSatisfy(event -> {
            assertThat(event.topic().key()).isEqualTo("bad");
            assertThat(event.cause()).contains("cut by the test");
        });
        assertThat(one.events(StreamEvent.Isolated.class))
                .extracting(StreamEvent.Isolated::again)
                .isSorted();
        assertThat(other.events(StreamEvent.Isolated.class)).isEmpty();
        assertThat(stage.events(StreamEvent.Isolated.class)).isEqualTo(one.events(StreamEvent.Isolated.class));
    }

    @Test
    void asksForSeveralOffendersInTurn() {
        stage.server.poison.addAll(List.of("bad", "worse"));
        Subscription<Tick> subscription = stage.subscribe(TICKS, "bad", "worse");
        Subscription<Tick> others = stage.subscribe(QUOTES, "a", "b");
        stage.seconds(120);
        ready();
        assertThat(others.ready()).isCompleted();
        stage.server.received.clear();
        stage.seconds(1_800);
        assertThat(asksFor("bad")).isPositive();
        assertThat(asksFor("worse")).isPositive();
        assertThat(stage.server.peers.size()).isLessThan(40);

        stage.server.poison.remove("worse");
        stage.seconds(900);
        assertThat(subscription.states())
                .containsEntry("bad", SubscriptionState.ISOLATED)
                .containsEntry("worse", SubscriptionState.ACTIVE);
    }

    @Test
    void oneChannelInTroubleLeavesTheOthersServed() {
        stage.subscribe(QUOTES, TEN);
        Subscription<Tick> ticks = stage.subscribe(TICKS, TEN);
        restarting(ENDS.get(0), TICKS);
        stage.seconds(3_600);
        ready();
        assertThat(stage.server.peer().subscribed.get("quotes")).hasSize(10);
        assertThat(stage.server.peers.size()).isLessThan(60);

        stage.server.chokes.clear();
        stage.seconds(310);
        assertThat(ticks.ready()).isCompleted();
    }

    @Test
    void connectionsThatEndByThemselvesExcuseTheIsolated() {
        EngineHarness patient = new EngineHarness(
                1,
                options -> options.resubscription(Resubscription.defaults()
                        .withFirstPause(Duration.ofHours(1))
                        .withLongestPause(Duration.ofHours(1))));
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
    void theOffenderAloneIsNotGivenUpEither() {
        stage.server.poison.add("bad");
        Subscription<Tick> subscription = stage.subscribe(TICKS, "bad");
        stage.seconds(3_600);
        assertThat(subscription.states()).containsEntry("bad", SubscriptionState.ISOLATED);

        stage.server.poison.clear();
        stage.seconds(35);
        assertThat(subscription.ready()).isCompleted();
    }

    @Test
    void findsTheOffenderAtAServerThatAnswersNoHeartbeat() {
        stage.server.mute.add("BEAT");
        stage.server.poison.add("bad");
        Subscription<Tick> subscription = stage.subscribe(TICKS, "a", "bad", "c");
        for (int i = 0; i < 120; i++) {
            stage.seconds(1);
            stage.server.peer().push("ticks", "z", i);
        }
        ready();

        assertThat(subscription.states())
                .containsEntry("a", SubscriptionState.ACTIVE)
                .containsEntry("bad", SubscriptionState.ISOLATED);
    }

    @Test
    void heartbeatsThatGoUnansweredDelayNoSubscription() {
        stage.server.mute.addAll(List.of("BEAT", "SUB:ticks"));
        Subscription<Tick> subscription = stage.subscribe(TICKS, "a");
        stage.settle();
        stage.server.peer().cut();
        stage.server.mute.remove("SUB:ticks");
        stage.seconds(2);

        assertThat(subscription.ready()).isCompleted();
        assertThat(stage.server.received("BEAT")).isEmpty();
    }

    @Test
    void suspectsNoKeyWhenConnectionsEndForOtherReasons() {
        stage.server.mute.add("BEAT");
        stage.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = stage.subscribe(TICKS, "a", "b", "c");
        for (int i = 0; i < 20; i++) {
            stage.advance(Duration.ofMillis(10));
            stage.server.peer().cut();
            stage.seconds(31);
        }
        stage.server.mute.clear();
        stage.server.peer().cut();
        stage.seconds(60);

        assertThat(subscription.states().values()).containsOnly(SubscriptionState.ACTIVE);
        assertThat(new TreeSet<>(stage.server.peer().subscribed.get("ticks"))).containsExactly("a", "b", "c");
    }
}
