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

/** Topics that are served and mute are told, where pushes were to be expected. */
class StalenessTest {
    private final Queue<Runnable> held = new ArrayDeque<>();
    private final List<Boolean> failures = new ArrayList<>();
    private boolean holding;
    private boolean refusing;

    private EngineHarness stage(Predicate<Topic> expected) {
        StreamMetrics metrics = new StreamMetrics() {
            @Override
            public void callback(String channel, Duration took, boolean failed) {
                failures.add(failed);
            }
        };
        return new EngineHarness(
                1,
                options -> options.metrics(metrics).staleness(new Staleness(Duration.ofSeconds(20), expected)),
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

    /** Keeps the connection alive, and a's topic mute. */
    private static void live(EngineHarness stage, int seconds) {
        for (int i = 0; i < seconds; i++) {
            stage.seconds(1);
            stage.server.peer().push("ticks", "b", i);
        }
    }

    @Test
    void tellsATopicOnceThatIsMuteAndAgainWhenItWasPushedMeanwhile() {
        EngineHarness stage = stage(topic -> true);
        EngineHarness.Recorder recorder = new EngineHarness.Recorder();
        stage.subscribe(recorder, TICKS, "a");
        stage.subscribe(TICKS, "b");
        stage.settle();
        live(stage, 15);
        stage.server.peer().push("ticks", "a", 1);
        live(stage, 19);
        assertThat(stage.events(StreamEvent.Stale.class)).isEmpty();
        live(stage, 60);

        assertThat(stage.events(StreamEvent.Stale.class))
                .extracting(StreamEvent.Stale::topic)
                .containsExactly(new Topic("ticks", "a"));
        assertThat(stage.events(StreamEvent.Stale.class).get(0).age())
                .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(21));
        assertThat(recorder.events(StreamEvent.Stale.class)).hasSize(1);
        stage.server.peer().push("ticks", "a", 2);
        live(stage, 30);
        assertThat(stage.events(StreamEvent.Stale.class)).hasSize(2);
    }

    @Test
    void aClosedMarketIsNotStaleUntilItOpens() {
        boolean[] open = {false};
        EngineHarness stage = stage(topic -> open[0] && topic.key().equals("a"));
        stage.subscribe(TICKS, "a", "b");
        stage.seconds(300);
        assertThat(stage.events(StreamEvent.Stale.class)).isEmpty();
        open[0] = true;
        stage.seconds(25);

        assertThat(stage.events(StreamEvent.Stale.class))
                .extracting(stale -> stale.topic().key())
                .containsExactly("a");
    }

    @Test
    void aTopicThatStaysMuteAfterAReconnectIsToldAgain() {
        EngineHarness stage = stage(topic -> true);
        stage.subscribe(TICKS, "a");
        stage.seconds(30);
        stage.server.peer().cut();
        stage.seconds(60);

        assertThat(stage.events(StreamEvent.Stale.class)).hasSize(2);
    }

    @Test
    void aPredicateThatThrowsIsToldAndAskedAgain() {
        int[] asked = {0};
        EngineHarness stage = stage(topic -> {
            if (topic.key().equals("a") && ++asked[0] < 3) {
                throw new IllegalStateException("no calendar");
            }
            return true;
        });
        stage.subscribe(TICKS, "a", "b");
        stage.seconds(100);

        assertThat(asked[0]).isEqualTo(3);
        assertThat(stage.events(StreamEvent.Stale.class))
                .extracting(stale -> stale.topic().key())
                .containsExactly("b", "a");
        assertThat(stage.events(StreamEvent.CallbackFailed.class))
                .hasSize(2)
                .allSatisfy(failed -> assertThat(failed.cause()).hasMessage("no calendar"));
        assertThat(failures).filteredOn(failed -> failed).hasSize(2);
    }

    @Test
    void anExecutorThatThrowsForAWhileIsAskedAgain() {
        EngineHarness stage = stage(topic -> true);
        stage.subscribe(TICKS, "a");
        stage.settle();
        refusing = true;
        stage.seconds(50);
        refusing = false;
        stage.seconds(25);

        assertThat(stage.events(StreamEvent.Stale.class)).hasSize(1);
    }

    @Test
    void thePredicateIsAskedWhereListenersAreCalledAndWhatChangedMeanwhileCounts() {
        int[] asked = {0};
        EngineHarness stage = stage(topic -> ++asked[0] > 0);
        stage.subscribe(TICKS, "a");
        stage.settle();
        holding = true;
        stage.seconds(50);
        assertThat(asked[0]).isZero();
        stage.server.peer().push("ticks", "a", 1);
        holding = false;
        held.forEach(stage.loop::execute);
        stage.settle();

        assertThat(asked[0]).isOne();
        assertThat(stage.events(StreamEvent.Stale.class)).isEmpty();
    }

    @Test
    void nothingIsLookedForAfterTheEnd() {
        EngineHarness stage = stage(topic -> true);
        stage.subscribe(TICKS, "a");
        stage.seconds(5);
        stage.engine.close();
        stage.seconds(60);

        assertThat(stage.loop.timers()).isZero();
        assertThat(stage.events(StreamEvent.Stale.class)).isEmpty();
    }
}
