package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.toy.Ask;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that stood still reads what has arrived before it applies timeouts. */
class ProcessPauseTest {
    private final EngineHarness harness = new EngineHarness();

    @BeforeEach
    void becomeReady() {
        harness.subscribe(TICKS, "a");
        harness.seconds(2);
        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
    }

    @Test
    void bytesReceivedDuringAProcessPauseKeepTheConnection() {
        harness.loop.standStill(Duration.ofSeconds(60));
        harness.advance(Duration.ofMillis(1));
        harness.server.peer().push("ticks", "a", 1);
        harness.seconds(60);

        assertThat(harness.events(StreamEvent.Disconnected.class)).isEmpty();
        assertThat(harness.server.peers).hasSize(1);
    }

    @Test
    void silentServerIsDeadAfterAProcessPauseWithTheReason() {
        harness.server.mute.add("BEAT");
        harness.loop.standStill(Duration.ofSeconds(60));
        harness.advance(Duration.ofMillis(900));
        assertThat(harness.events(StreamEvent.Disconnected.class)).isEmpty();
        harness.seconds(1);

        assertThat(harness.events(StreamEvent.Disconnected.class))
                .singleElement()
                .satisfies(lost -> assertThat(lost.cause().getMessage())
                        .startsWith("the server was silent for 6")
                        .containsPattern("this process stood still for 3\\d s of that, and nothing was there"));
    }

    @Test
    void answerReceivedDuringAProcessPauseIsNotLate() {
        harness.server.mute.add("ASK");
        CompletableFuture<String> answer = harness.engine.request(new Ask("x"), RequestOptions.defaults());
        harness.seconds(2);
        String id = harness.server.received("ASK").get(0).text().split(" ", 3)[1];
        harness.loop.standStill(Duration.ofSeconds(40));
        harness.advance(Duration.ofMillis(1));
        harness.server.peer().text("OK ASK " + id + " x");
        harness.settle();

        assertThat(answer).isCompletedWithValue("x");
    }

    /** A long message on a slow connection takes longer than the silence limit. */
    @Test
    void bytesOfAnIncompleteMessageKeepTheConnection() {
        harness.server.mute.add("BEAT");
        for (int i = 0; i < 30; i++) {
            harness.seconds(5);
            harness.server.peer().listener().onBytes();
        }
        assertThat(harness.events(StreamEvent.Disconnected.class)).isEmpty();
        harness.seconds(26);
        assertThat(harness.events(StreamEvent.Disconnected.class)).hasSize(1);
    }
}
