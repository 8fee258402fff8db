package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.Staleness;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.Topic;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Topics that are served but silent are reported if pushes were to be expected. */
class StalenessTest {
    private final Queue<Runnable> held = new ArrayDeque<>();
    private final List<Boolean> failures = new ArrayList<>();
    private boolean holding;
    private boolean refusing;

    private EngineHarness harness(Predicate<Topic> expected) {
        StreamMetrics metrics = new StreamMetrics() {
            @Override
            public void callback(String channel, Duration took, boolean failed) {
                failures.add(failed);
            }
        };
        return new EngineHarness(
                1,
                options -> options.metrics(metrics)
                        .staleness(Staleness.after(Duration.ofSeconds(20)).withExpected(expected)),
                delivery -> task -> {
                    if (refusing) {
                        throw new IllegalStateException("no thread to be had");
                    } else if (holding) {
                        held.add(task);
                    } else {
                        delivery.execute(task);
                    }
                });
    }

    /** Keeps the connection alive and the topic of a silent. */
    private static void live(EngineHarness harness, int seconds) {
        for (int i = 0; i < seconds; i++) {
            harness.seconds(1);
            harness.server.peer().push("ticks", "b", i);
        }
    }

    @Test
    void reportsASilentTopicOnceAndAgainAfterAPush() {
        EngineHarness harness = harness(topic -> true);
        EngineHarness.Recorder recorder = new EngineHarness.Recorder();
        harness.subscribe(recorder, TICKS, "a");
        harness.subscribe(TICKS, "b");
        harness.settle();
        live(harness, 15);
        harness.server.peer().push("ticks", "a", 1);
        live(harness, 19);
        assertThat(harness.events(StreamEvent.Stale.class)).isEmpty();
        live(harness, 60);

        assertThat(harness.events(StreamEvent.Stale.class))
                .extracting(StreamEvent.Stale::topic)
                .containsExactly(new Topic("ticks", "a"));
        assertThat(harness.events(StreamEvent.Stale.class).get(0).age())
                .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(21));
        assertThat(recorder.events(StreamEvent.Stale.class)).hasSize(1);
        harness.server.peer().push("ticks", "a", 2);
        live(harness, 30);
        assertThat(harness.events(StreamEvent.Stale.class)).hasSize(2);
    }

    @Test
    void reportsNothingUntilThePredicateExpectsPushes() {
        boolean[] open = {false};
        EngineHarness harness = harness(topic -> open[0] && topic.key().equals("a"));
        harness.subscribe(TICKS, "a", "b");
        harness.seconds(300);
        assertThat(harness.events(StreamEvent.Stale.class)).isEmpty();
        open[0] = true;
        harness.seconds(25);

        assertThat(harness.events(StreamEvent.Stale.class))
                .extracting(stale -> stale.topic().key())
                .containsExactly("a");
    }

    @Test
    void reportsATopicAgainThatStaysSilentAfterReconnect() {
        EngineHarness harness = harness(topic -> true);
        harness.subscribe(TICKS, "a");
        harness.seconds(30);
        harness.server.peer().cut();
        harness.seconds(60);

        assertThat(harness.events(StreamEvent.Stale.class)).hasSize(2);
    }

    @Test
    void predicateThatThrowsIsReportedAndCalledAgain() {
        int[] asked = {0};
        EngineHarness harness = harness(topic -> {
            if (topic.key().equals("a") && ++asked[0] < 3) {
                throw new IllegalStateException("no calendar");
            }
            return true;
        });
        harness.subscribe(TICKS, "a", "b");
        harness.seconds(100);

        assertThat(asked[0]).isEqualTo(3);
        assertThat(harness.events(StreamEvent.Stale.class))
                .extracting(stale -> stale.topic().key())
                .containsExactly("b", "a");
        assertThat(harness.events(StreamEvent.CallbackFailed.class))
                .hasSize(2)
                .allSatisfy(failed -> assertThat(failed.cause()).hasMessage("no calendar"));
        assertThat(failures).filteredOn(failed -> failed).hasSize(2);
    }

    @Test
    void predicateIsCalledAgainAfterTheExecutorRejected() {
        EngineHarness harness = harness(topic -> true);
        harness.subscribe(TICKS, "a");
        harness.settle();
        refusing = true;
        harness.seconds(50);
        refusing = false;
        harness.seconds(25);

        assertThat(harness.events(StreamEvent.Stale.class)).hasSize(1);
    }

    @Test
    void predicateRunsOnTheDeliveryExecutorAndLaterPushesCount() {
        int[] asked = {0};
        EngineHarness harness = harness(topic -> ++asked[0] > 0);
        harness.subscribe(TICKS, "a");
        harness.settle();
        holding = true;
        harness.seconds(50);
        assertThat(asked[0]).isZero();
        harness.server.peer().push("ticks", "a", 1);
        holding = false;
        held.forEach(harness.loop::execute);
        harness.settle();

        assertThat(asked[0]).isOne();
        assertThat(harness.events(StreamEvent.Stale.class)).isEmpty();
    }

    @Test
    void closeStopsTheWatch() {
        EngineHarness harness = harness(topic -> true);
        harness.subscribe(TICKS, "a");
        harness.seconds(5);
        harness.engine.close();
        harness.seconds(60);

        assertThat(harness.loop.timers()).isZero();
        assertThat(harness.events(StreamEvent.Stale.class)).isEmpty();
    }
}
