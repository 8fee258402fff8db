package hk.qos.stream.internal.engine;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import hk.qos.stream.Topic;
import hk.qos.stream.internal.flight.FlightLog;
import hk.qos.stream.logged.Logged;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.toy.Tick;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys that are subscribed separately: which ones, when, and how they are reported. */
final class KeyIsolationTest {
    private static final boolean SERVED = true;
    private static final boolean NOT_SERVED = false;

    @RegisterExtension
    final Logged logged = new Logged("hk.qos.stream", Level.INFO);

    private final Surroundings surroundings = new Surroundings();
    private final Context context = surroundings.context;
    private final Events events =
            new Events(context, surroundings.lines, surroundings.mailboxes, FlightLog.NONE, surroundings.redactor);
    private final Map<String, TopicState<Tick>> topics = new LinkedHashMap<>();
    private final KeyIsolation<Tick> isolation =
            new KeyIsolation<>(context, topics, new SubscriptionNotifier<>(context, events, TICKS, List.of()));

    @Test
    void keyIsIsolatedAndReportedAfterTwoDisconnects() {
        want("a");
        want("b");
        isolation.blame(List.of("a"), null, NOT_SERVED, "reset");
        assertThat(isolation.contains("a")).isFalse();
        assertThat(logged.lines()).isEmpty();
        isolation.blame(List.of("a"), null, NOT_SERVED, "cut");

        assertThat(isolation.contains("a")).isTrue();
        assertThat(isolation.contains("b")).isFalse();
        assertThat(topic("a").isIsolated()).isTrue();
        assertThat(topic("b").isIsolated()).isFalse();
        assertThat(logged.lines()).containsExactly(isolated("a", "now", "cut"));
    }

    @Test
    void keysAreNotReportedWhileTheirGroupHasSeveral() {
        want("a");
        want("b");
        isolation.blame(List.of("a", "b"), null, NOT_SERVED, "cut");
        isolation.blame(List.of("a", "b"), null, NOT_SERVED, "cut");

        assertThat(isolation.contains("a")).isTrue();
        assertThat(isolation.contains("b")).isTrue();
        assertThat(topic("a").isIsolated()).isFalse();
        assertThat(logged.lines()).isEmpty();
    }

    @Test
    void keyIsNotReportedAgainOrDelayedWhileNoOtherIsServed() {
        isolate("a", NOT_SERVED);
        logged.clear();
        isolation.blame(List.of("a"), next(NOT_SERVED), NOT_SERVED, "cut");

        assertThat(logged.lines()).isEmpty();
        assertThat(isolation.areOthersServedWithout("a")).isFalse();
        assertThat(isolation.left()).isZero();
    }

    @Test
    void keyIsReportedWithItsPauseWhileOthersAreServed() {
        isolate("a", SERVED);
        assertThat(logged.lines()).containsExactly(isolated("a", "in 10 s", "cut"));
        logged.clear();
        surroundings.loop.advance(Duration.ofSeconds(10));
        isolation.blame(List.of("a"), next(SERVED), SERVED, "reset");

        assertThat(logged.lines()).containsExactly(isolated("a", "in 30 s", "reset"));
        assertThat(isolation.areOthersServedWithout("a")).isTrue();
    }

    @Test
    void keyIsNotSubscribedDuringItsPause() {
        isolate("a", SERVED);
        assertThat(isolation.left()).isEqualTo(SECONDS.toNanos(10));
        assertThat(isolation.next(SERVED)).isNull();
        assertThat(isolation.next(NOT_SERVED)).isNull();
        surroundings.loop.advance(Duration.ofSeconds(4));
        assertThat(isolation.left()).isEqualTo(SECONDS.toNanos(6));
        surroundings.loop.advance(Duration.ofSeconds(6));

        assertThat(isolation.left()).isZero();
        assertThat(isolation.missing(next(SERVED))).containsExactly("a");
    }

    @Test
    void pendingKeyIsNeitherMissingNorWaitedFor() {
        isolate("a", SERVED);
        topic("a").asked();
        assertThat(isolation.left()).isZero();
        surroundings.loop.advance(Duration.ofSeconds(10));

        assertThat(isolation.next(SERVED)).isNull();
    }

    @Test
    void onlyTheMissingKeysOfAGroupAreSubscribed() {
        List<String> keys = List.of("a", "b", "c", "d");
        keys.forEach(this::want);
        isolation.blame(keys, null, NOT_SERVED, "cut");
        isolation.blame(keys, null, NOT_SERVED, "cut");
        topic("a").asked();

        assertThat(isolation.missing(next(NOT_SERVED))).containsExactly("b");
    }

    @Test
    void unwantedKeysAreNotBlamed() {
        want("a");
        topics.put("left", new TopicState<>(TICKS, new Topic("ticks", "left"), context, events, List.of(), null));
        for (int i = 0; i < 2; i++) {
            isolation.blame(List.of("unknown"), null, NOT_SERVED, "cut");
            isolation.blame(List.of("left"), null, NOT_SERVED, "cut");
            isolation.blame(List.of("left", "a"), null, NOT_SERVED, "cut");
        }

        assertThat(isolation.contains("unknown")).isFalse();
        assertThat(isolation.contains("left")).isFalse();
        assertThat(logged.lines()).containsExactly(isolated("a", "now", "cut"));
    }

    @Test
    void keyThatTheConnectionSurvivesIsReleased() {
        isolate("a", NOT_SERVED);
        isolate("b", NOT_SERVED);
        isolation.clear(List.of("a", "unknown"));

        assertThat(isolation.contains("a")).isFalse();
        assertThat(topic("a").isIsolated()).isFalse();
        assertThat(isolation.contains("b")).isTrue();
        assertThat(topic("b").isIsolated()).isTrue();
    }

    @Test
    void remainingGroupsAreSubscribedTogetherAfterOneSurvives() {
        isolate("a", SERVED);
        isolate("b", SERVED);
        isolation.survived();

        assertThat(isolation.left()).isZero();
        assertThat(isolation.missing(next(NOT_SERVED))).containsExactly("a", "b");
    }

    @Test
    void forgivenKeysStayIsolatedWithoutPause() {
        isolate("a", SERVED);
        isolation.forgive();

        assertThat(isolation.contains("a")).isTrue();
        assertThat(isolation.areOthersServedWithout("a")).isFalse();
        assertThat(isolation.left()).isZero();
        assertThat(isolation.missing(next(NOT_SERVED))).containsExactly("a");
    }

    /** Two connections end after a frame with {@code key} alone. */
    private void isolate(String key, boolean othersServed) {
        want(key);
        isolation.blame(List.of(key), null, othersServed, "cut");
        isolation.blame(List.of(key), null, othersServed, "cut");
    }

    private void want(String key) {
        TopicState<Tick> topic = new TopicState<>(TICKS, new Topic("ticks", key), context, events, List.of(), null);
        topic.add(new SubscriptionHandle<>(
                surroundings.mailboxes, events, new FutureCompleter(context), new NoOwner(), 1, TICKS, Set.of(key)));
        topics.put(key, topic);
    }

    private TopicState<Tick> topic(String key) {
        return Objects.requireNonNull(topics.get(key));
    }

    private PoisonKeyDetector.Group next(boolean othersServed) {
        return Objects.requireNonNull(isolation.next(othersServed));
    }

    private static String isolated(String key, String when, String cause) {
        return "WARN [desk-1 #0] ticks " + key + " is subscribed alone, " + when
                + ", because connections ended after it; the last: " + cause;
    }

    /** Ignores calls: these subscriptions stay. */
    private static final class NoOwner implements SubscriptionHandle.Owner {
        @Override
        public void released(Channel<?> channel, String key) {}

        @Override
        public <T> void givenUp(SubscriptionHandle<T> handle, Collection<String> keys) {}

        @Override
        public <T> void closed(SubscriptionHandle<T> handle) {}
    }
}
