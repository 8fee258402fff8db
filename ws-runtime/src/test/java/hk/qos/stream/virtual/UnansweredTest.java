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

/** A server that leaves some frames unanswered and does everything else. */
final class UnansweredTest {
    private final EngineHarness harness = new EngineHarness();

    private List<Long> pausesOf(String type) {
        List<FakeServer.Received> frames = harness.server.received(type);
        return IntStream.range(1, frames.size())
                .mapToObj(i -> Duration.ofNanos(
                                frames.get(i).at() - frames.get(i - 1).at())
                        .toSeconds())
                .toList();
    }

    @Test
    void unansweredChannelIsSubscribedLessAndLessOftenWithoutDisconnect() {
        harness.server.mute.add("SUB:quotes");
        EngineHarness.Recorder busy = new EngineHarness.Recorder();
        EngineHarness.Recorder mute = new EngineHarness.Recorder();
        harness.subscribe(busy, TICKS, "a");
        Subscription<Tick> depth = harness.subscribe(mute, QUOTES, "a", "b");
        for (int i = 0; i < 3_600; i++) {
            harness.seconds(1);
            harness.server.peer().push("ticks", "a", i);
        }
        harness.settle();

        assertThat(harness.server.peers).hasSize(1);
        assertThat(busy.data()).hasSize(3_600);
        assertThat(busy.events(StreamEvent.class)).isEmpty();
        assertThat(pausesOf("SUB:quotes")).isSorted().startsWith(10L, 20L, 40L).endsWith(310L);
        assertThat(mute.events(StreamEvent.Unanswered.class))
                .hasSizeBetween(10, 20)
                .allSatisfy(event -> {
                    assertThat(event.keys()).isEqualTo(Set.of("a", "b"));
                    assertThat(event.cancel()).isFalse();
                });
        assertThat(harness.events(StreamEvent.Unanswered.class))
                .hasSameSizeAs(mute.events(StreamEvent.Unanswered.class));
        assertThat(harness.engine.explain()).contains("2 subscriptions are not acknowledged yet");

        harness.server.mute.clear();
        harness.seconds(310);
        assertThat(depth.ready()).isCompleted();
        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
    }

    @Test
    void unansweredCancelEndsNoConnection() {
        harness.subscribe(TICKS, "a");
        harness.subscribe(QUOTES, "a").close();
        Subscription<Tick> given = harness.subscribe(QUOTES, "b");
        harness.seconds(5);
        harness.server.mute.add("CAN:quotes");
        given.close();
        harness.seconds(3_600);

        assertThat(harness.server.peers).hasSize(1);
        assertThat(pausesOf("CAN:quotes")).isSorted().endsWith(310L).hasSizeLessThan(20);
        assertThat(harness.events(StreamEvent.Unanswered.class))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.cancel()).isTrue());
        assertThat(harness.events(StreamEvent.Disconnected.class)).isEmpty();
    }

    @Test
    void keySubscribedAgainIsSentAtOnce() {
        harness.server.mute.add("SUB:ticks");
        Subscription<Tick> first = harness.subscribe(TICKS, "a");
        harness.seconds(60);
        first.close();
        harness.seconds(5);
        harness.server.mute.clear();
        Subscription<Tick> second = harness.subscribe(TICKS, "a");
        harness.seconds(5);

        assertThat(second.ready()).isCompleted();
    }

    @Test
    void newConnectionSubscribesAtOnce() {
        harness.server.mute.add("SUB:ticks");
        Subscription<Tick> subscription = harness.subscribe(TICKS, "a");
        harness.seconds(200);
        harness.server.mute.clear();
        harness.server.peer().cut();
        harness.seconds(5);

        assertThat(subscription.ready()).isCompleted();
    }

    @Test
    void silentServerIsDead() {
        harness.server.mute.addAll(List.of("SUB:ticks", "BEAT"));
        harness.subscribe(TICKS, "a");
        harness.seconds(40);

        assertThat(harness.events(StreamEvent.Disconnected.class)).isNotEmpty();
    }
}
