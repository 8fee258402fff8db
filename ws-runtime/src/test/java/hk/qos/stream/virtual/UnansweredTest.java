package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.toy.Tick;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A server that leaves some frames unanswered while it does everything else. */
final class UnansweredTest {
    private final EngineHarness stage = new EngineHarness();

    private List<Long> pausesOf(String type) {
        List<FakeServer.Received> frames = stage.server.received(type);
        return IntStream.range(1, frames.size())
                .mapToObj(i -> Duration.ofNanos(
                                frames.get(i).at() - frames.get(i - 1).at())
                        .toSeconds())
                .toList();
    }

    @Test
    void aMuteChannelEndsNoConnectionAndIsAskedForEverMoreRarely() {
        stage.server.mute.add("SUB:quotes");
        EngineHarness.Recorder busy = new EngineHarness.Recorder();
        EngineHarness.Recorder mute = new EngineHarness.Recorder();
        stage.subscribe(busy, TICKS, "a");
        Subscription<Tick> depth = stage.subscribe(mute, QUOTES, "a", "b");
        for (int i = 0; i < 3_600; i++) {
            stage.seconds(1);
            stage.server.peer().push("ticks", "a", i);
        }
        stage.settle();

        assertThat(stage.server.peers).hasSize(1);
        assertThat(busy.data()).hasSize(3_600);
        assertThat(busy.events(StreamEvent.class)).isEmpty();
        assertThat(pausesOf("SUB:quotes")).isSorted().startsWith(10L, 20L, 40L).endsWith(310L);
        assertThat(mute.events(StreamEvent.Unanswered.class))
                .hasSizeBetween(10, 20)
                .allSatisfy(event -> {
                    assertThat(event.keys()).isEqualTo(Set.of("a", "b"));
                    assertThat(event.cancel()).isFalse();
                });
        assertThat(stage.events(StreamEvent.Unanswered.class)).hasSameSizeAs(mute.events(StreamEvent.Unanswered.class));
        assertThat(stage.engine.explain()).contains("2 subscriptions are not acknowledged yet");

        stage.server.mute.clear();
        stage.seconds(310);
        assertThat(depth.ready()).isCompleted();
        assertThat(stage.engine.state()).isEqualTo(StreamState.READY);
    }

    @Test
    void aCancelThatIsNeverAnsweredEndsNoConnection() {
        stage.subscribe(TICKS, "a");
        stage.subscribe(QUOTES, "a").close();
        Subscription<Tick> given = stage.subscribe(QUOTES, "b");
        stage.seconds(5);
        stage.server.mute.add("CAN:quotes");
        given.close();
        stage.seconds(3_600);

        assertThat(stage.server.peers).hasSize(1);
        assertThat(pausesOf("CAN:quotes")).isSorted().endsWith(310L).hasSizeLessThan(20);
        assertThat(stage.events(StreamEvent.Unanswered.class))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.cancel()).isTrue());
        assertThat(stage.events(StreamEvent.Disconnected.class)).isEmpty();
    }

    @Test
    void whatIsWantedAnewIsAskedForAtOnce() {
        stage.server.mute.add("SUB:ticks");
        Subscription<Tick> first = stage.subscribe(TICKS, "a");
        stage.seconds(60);
        first.close();
        stage.seconds(5);
        stage.server.mute.clear();
        Subscription<Tick> second = stage.subscribe(TICKS, "a");
        stage.seconds(5);

        assertThat(second.ready()).isCompleted();
    }

    @Test
    void aNewConnectionAsksAtOnce() {
        stage.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = stage.subscribe(TICKS, "a");
        stage.seconds(200);
        stage.server.mute.clear();
        stage.server.peer().cut();
        stage.seconds(5);

        assertThat(subscription.ready()).isCompleted();
    }

    @Test
    void aServerThatSaysNothingAtAllIsStillDead() {
        stage.server.mute.addAll(List.of("SUB:ticks", "BEAT"));
        stage.subscribe(TICKS, "a");
        stage.seconds(40);

        assertThat(stage.events(StreamEvent.Disconnected.class)).isNotEmpty();
    }
}
