package hk.qos.stream.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.Topic;
import hk.qos.stream.logged.Logged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The content of a shared line, and when it is written. */
final class LogAggregatorTest {
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    @RegisterExtension
    final Logged logged = new Logged("hk.qos.stream", Level.INFO);

    private final Surroundings surroundings = new Surroundings();
    private final LogAggregator aggregator = new LogAggregator(surroundings.context, surroundings.lines);

    @Test
    void eachKindHasALineOfItsOwn() {
        add(gap("a", 1, 2));
        add(new StreamEvent.Stale(topic("a"), Duration.ofSeconds(12), at(3)));
        add(new StreamEvent.Rejected(topic("a"), "no such key", at(3)));
        add(new StreamEvent.Overflow("ticks", 5, at(1), at(2)));
        add(new StreamEvent.Unrecovered(topic("a"), at(1), at(2), "too old", at(3)));
        add(recovered("a", 1, 2, 7, true));
        surroundings.loop.settle();

        assertThat(logged.lines())
                .containsExactly(
                        warning("1 gap in ticks (a) from 2026-01-05T10:00:01Z to 2026-01-05T10:00:02Z: cut"),
                        warning("1 key of ticks stale (a): no push for 12 s"),
                        warning("1 key of ticks rejected (a): no such key"),
                        warning("5 items of ticks dropped from 2026-01-05T10:00:01Z to 2026-01-05T10:00:02Z: "
                                + "a listener is too slow"),
                        warning("1 gap of ticks not recovered (a) from 2026-01-05T10:00:01Z to 2026-01-05T10:00:02Z: "
                                + "too old"),
                        "INFO [desk-1 #0] 7 items of ticks recovered (a), "
                                + "missed from 2026-01-05T10:00:01Z to 2026-01-05T10:00:02Z");
    }

    @Test
    void eventsOfOtherKindsAreNotAggregated() {
        assertThat(LogAggregator.Kind.of(new StreamEvent.Healthy(START))).isNull();
    }

    @Test
    void sharedLineSpansEarliestStartToLatestEnd() {
        add(gap("a", 5, 6));
        add(gap("b", 3, 4));
        add(gap("c", 7, 8));
        surroundings.loop.settle();

        assertThat(logged.lines())
                .containsExactly(
                        warning("3 gaps in ticks (a, b, c) from 2026-01-05T10:00:03Z to 2026-01-05T10:00:08Z: cut"));
    }

    @Test
    void sharedLineNamesThreeKeysAndAnEllipsis() {
        for (String key : new String[] {"a", "b", "c", "a"}) {
            add(gap(key, 1, 2));
        }
        surroundings.loop.settle();
        assertThat(logged.lines("4 gaps in ticks (a, b, c) from")).hasSize(1);

        for (String key : new String[] {"a", "b", "c", "d", "a"}) {
            add(gap(key, 1, 2));
        }
        surroundings.loop.advance(Duration.ofSeconds(1));
        assertThat(logged.lines("5 gaps in ticks (a, b, c, …) from")).hasSize(1);
    }

    @Test
    void itemsOfSharedOverflowsAndRecoveriesAreSummed() {
        add(new StreamEvent.Overflow("ticks", 5, at(1), at(2)));
        add(new StreamEvent.Overflow("ticks", 6, at(3), at(4)));
        add(recovered("a", 1, 2, 7, true));
        add(recovered("b", 3, 4, 8, true));
        surroundings.loop.settle();

        assertThat(logged.lines())
                .containsExactly(
                        warning("11 items of ticks dropped from 2026-01-05T10:00:01Z to 2026-01-05T10:00:04Z: "
                                + "a listener is too slow"),
                        "INFO [desk-1 #0] 15 items of ticks recovered (a, b), "
                                + "missed from 2026-01-05T10:00:01Z to 2026-01-05T10:00:04Z");
    }

    @Test
    void sharedLineStatesTheGreatestAgeOfStaleKeys() {
        add(new StreamEvent.Stale(topic("a"), Duration.ofSeconds(12), at(3)));
        add(new StreamEvent.Stale(topic("b"), Duration.ofSeconds(40), at(3)));
        add(new StreamEvent.Stale(topic("c"), Duration.ofSeconds(20), at(3)));
        surroundings.loop.settle();

        assertThat(logged.lines()).containsExactly(warning("3 keys of ticks stale (a, b, c): no push for 40 s"));
    }

    @Test
    void incompleteRecoveryAffectsItsLineOnly() {
        add(recovered("a", 1, 2, 7, false));
        add(recovered("b", 1, 2, 8, true));
        surroundings.loop.settle();
        add(recovered("c", 5, 6, 9, true));
        surroundings.loop.advance(Duration.ofSeconds(1));

        assertThat(logged.lines())
                .containsExactly(
                        "INFO [desk-1 #0] 15 items of ticks recovered (a, b), "
                                + "missed from 2026-01-05T10:00:01Z to 2026-01-05T10:00:02Z, incomplete",
                        "INFO [desk-1 #0] 9 items of ticks recovered (c), "
                                + "missed from 2026-01-05T10:00:05Z to 2026-01-05T10:00:06Z");
    }

    @Test
    void eachChannelHasALineOfItsOwn() {
        for (String channel : new String[] {"ticks", "bars"}) {
            Topic topic = new Topic(channel, "a");
            add(new StreamEvent.Gap(topic, at(1), at(2), "cut"));
            add(new StreamEvent.Stale(topic, Duration.ofSeconds(12), at(3)));
            add(new StreamEvent.Rejected(topic, "no such key", at(3)));
            add(new StreamEvent.Overflow(channel, 5, at(1), at(2)));
            add(new StreamEvent.Unrecovered(topic, at(1), at(2), "too old", at(3)));
            add(new StreamEvent.Recovered(topic, at(1), at(2), 7, true, at(3)));
        }
        surroundings.loop.settle();

        assertThat(logged.lines(" ticks ")).hasSize(6);
        assertThat(logged.lines(" bars ")).hasSize(6);
    }

    @Test
    void linesOfContinuingEventsBackOffToOneAMinute() {
        add(gap("a", 0, 1));
        surroundings.loop.settle();
        List<Integer> written = new ArrayList<>();
        for (int second = 1; second <= 250; second++) {
            logged.clear();
            add(gap("a", second, second + 1));
            surroundings.loop.advance(Duration.ofSeconds(1));
            if (!logged.lines().isEmpty()) {
                written.add(second);
            }
        }

        assertThat(written).containsExactly(1, 3, 7, 15, 31, 63, 123, 183, 243);
    }

    @Test
    void eventAfterAQuietPeriodIsWrittenAtOnce() {
        add(gap("a", 1, 2));
        surroundings.loop.advance(Duration.ofSeconds(1));
        assertThat(surroundings.loop.timers()).isZero();
        add(gap("b", 5, 6));
        surroundings.loop.settle();

        assertThat(logged.lines())
                .containsExactly(
                        warning("1 gap in ticks (a) from 2026-01-05T10:00:01Z to 2026-01-05T10:00:02Z: cut"),
                        warning("1 gap in ticks (b) from 2026-01-05T10:00:05Z to 2026-01-05T10:00:06Z: cut"));
    }

    @Test
    void flushedEventsAreWrittenOnce() {
        add(gap("a", 1, 2));
        assertThat(logged.lines()).isEmpty();
        aggregator.flushCollected();
        assertThat(logged.lines()).hasSize(1);
        aggregator.flushCollected();
        surroundings.loop.advance(Duration.ofSeconds(5));

        assertThat(logged.lines()).hasSize(1);
    }

    @Test
    void endWritesPendingEventsAndCancelsTimers() {
        add(gap("a", 1, 2));
        surroundings.loop.settle();
        add(gap("b", 5, 6));
        add(new StreamEvent.Rejected(topic("c"), "no such key", at(7)));
        aggregator.stop();

        assertThat(logged.lines())
                .containsExactly(
                        warning("1 gap in ticks (a) from 2026-01-05T10:00:01Z to 2026-01-05T10:00:02Z: cut"),
                        warning("1 gap in ticks (b) from 2026-01-05T10:00:05Z to 2026-01-05T10:00:06Z: cut"),
                        warning("1 key of ticks rejected (c): no such key"));
        assertThat(surroundings.loop.timers()).isZero();
        surroundings.loop.advance(Duration.ofSeconds(5));
        assertThat(logged.lines()).hasSize(3);
    }

    @Test
    void onlyFirstEventOfANewKindIsWrittenAfterTheEnd() {
        add(gap("a", 1, 2));
        aggregator.stop();
        logged.clear();
        add(gap("b", 5, 6));
        assertThat(logged.lines()).isEmpty();
        add(new StreamEvent.Rejected(topic("c"), "no such key", at(7)));
        add(new StreamEvent.Rejected(topic("d"), "no such key", at(7)));
        surroundings.loop.settle();

        assertThat(logged.lines()).containsExactly(warning("1 key of ticks rejected (c): no such key"));
        assertThat(surroundings.loop.timers()).isZero();
    }

    private void add(StreamEvent event) {
        aggregator.add(Objects.requireNonNull(LogAggregator.Kind.of(event)), event);
    }

    private static StreamEvent.Gap gap(String key, long from, long to) {
        return new StreamEvent.Gap(topic(key), at(from), at(to), "cut");
    }

    private static StreamEvent.Recovered recovered(String key, long from, long to, int count, boolean complete) {
        return new StreamEvent.Recovered(topic(key), at(from), at(to), count, complete, at(to));
    }

    private static Topic topic(String key) {
        return new Topic("ticks", key);
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    private static String warning(String text) {
        return "WARN [desk-1 #0] " + text;
    }
}
