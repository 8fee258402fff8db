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

/** A process that stood still reads what has arrived before it judges anybody. */
class LateTimerTest {
    private final EngineHarness stage = new EngineHarness();

    @BeforeEach
    void becomeReady() {
        stage.subscribe(TICKS, "a");
        stage.seconds(2);
        assertThat(stage.engine.state()).isEqualTo(StreamState.READY);
    }

    @Test
    void whatLiesInTheSocketAfterAStandstillIsASignOfLife() {
        stage.loop.standStill(Duration.ofSeconds(60));
        stage.advance(Duration.ofMillis(1));
        stage.server.peer().push("ticks", "a", 1);
        stage.seconds(60);

        assertThat(stage.events(StreamEvent.Disconnected.class)).isEmpty();
        assertThat(stage.server.peers).hasSize(1);
    }

    @Test
    void aServerOfWhichNothingHasArrivedIsDeadAMomentLaterAndTheWordsSayWhy() {
        stage.server.mute.add("BEAT");
        stage.loop.standStill(Duration.ofSeconds(60));
        stage.advance(Duration.ofMillis(900));
        assertThat(stage.events(StreamEvent.Disconnected.class)).isEmpty();
        stage.seconds(1);

        assertThat(stage.events(StreamEvent.Disconnected.class))
                .singleElement()
                .satisfies(lost -> assertThat(lost.cause().getMessage())
                        .startsWith("the server was silent for 6")
                        .containsPattern("this process stood still for 3\\d s of that, and nothing was there"));
    }

    @Test
    void anAnswerThatArrivedMeanwhileIsNotTooLate() {
        stage.server.mute.add("ASK");
        CompletableFuture<String> answer = stage.engine.request(new Ask("x"), RequestOptions.defaults());
        stage.seconds(2);
        String id = stage.server.received("ASK").get(0).text().split(" ", 3)[1];
        stage.loop.standStill(Duration.ofSeconds(40));
        stage.advance(Duration.ofMillis(1));
        stage.server.peer().text("OK ASK " + id + " x");
        stage.settle();

        assertThat(answer).isCompletedWithValue("x");
    }

    /** A long message on a slow line comes for longer than silence may last. */
    @Test
    void bytesOfAMessageThatIsNotWholeYetAreLife() {
        stage.server.mute.add("BEAT");
        for (int i = 0; i < 30; i++) {
            stage.seconds(5);
            stage.server.peer().listener().onBytes();
        }
        assertThat(stage.events(StreamEvent.Disconnected.class)).isEmpty();
        stage.seconds(26);
        assertThat(stage.events(StreamEvent.Disconnected.class)).hasSize(1);
    }
}
