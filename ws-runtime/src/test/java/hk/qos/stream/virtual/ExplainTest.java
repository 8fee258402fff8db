package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamState;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.toy.Ask;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** One paragraph for each state: why the stream is not ready, and what comes next. */
final class ExplainTest {
    private final EngineHarness stage = new EngineHarness();

    private String explain(StreamState expected) {
        assertThat(stage.engine.state()).isEqualTo(expected);
        String text = stage.engine.explain();
        assertThat(text).isNotBlank().endsWith(".").doesNotContain("\n");
        return text;
    }

    @Test
    void idleSaysWhatWouldConnectIt() {
        assertThat(explain(StreamState.IDLE))
                .startsWith("Not ready: the stream is unused")
                .contains("at the first subscription or request");
    }

    @Test
    void connectingSaysSinceWhenAndUntilWhen() {
        stage.server.accepts = false;
        stage.subscribe(TICKS, "a");
        stage.advance(Duration.ofMillis(1_500));

        assertThat(explain(StreamState.CONNECTING))
                .startsWith("Not ready: attempt 1 to connect has been under way for 1500 ms")
                .contains("fails after 15 s in all");
    }

    @Test
    void restoringNamesWhatIsMissingAndWhenTheNextFrameGoes() {
        stage.subscribe(TICKS, "a", "b", "c", "d");
        stage.subscribe(QUOTES, "a");
        stage.seconds(5);
        stage.server.mute.add("SUB:ticks");
        stage.server.peer().cut();
        stage.advance(Duration.ofSeconds(1));

        assertThat(explain(StreamState.RESTORING))
                .startsWith("Not ready: connected (attempt 2), but ")
                .contains("subscriptions are not acknowledged yet")
                .contains("ticks b")
                .contains("At most one frame is sent every 1100 ms, the next in ")
                .contains("within 10 s is sent again, less and less often")
                .contains("The last connection ended: cut by the test.");
    }

    @Test
    void readyCountsWhatItHolds() {
        stage.subscribe(TICKS, "a", "b");
        stage.settle();
        stage.server.peer().push("ticks", "a", 1);
        stage.server.peer().push("ticks", "b", 1);
        stage.server.mute.add("ASK");
        CompletableFuture<String> open = stage.engine.request(new Ask("x"), RequestOptions.defaults());
        stage.seconds(2);

        assertThat(explain(StreamState.READY))
                .isEqualTo("Ready (attempt 1): 2 keys held, all served; 1 requests in flight, 0 waiting.");
        assertThat(open).isNotDone();
    }

    @Test
    void readySaysThatHeartbeatsAreNotAnswered() {
        stage.subscribe(TICKS, "a");
        stage.settle();
        stage.server.mute.add("BEAT");
        for (int i = 0; i < 40; i++) {
            stage.seconds(1);
            stage.server.peer().push("ticks", "a", i);
        }

        assertThat(explain(StreamState.READY)).contains("but heartbeats are not answered, though data flows");
    }

    @Test
    void readyStatesTheServersMessageWhenHeartbeatsAreRefused() {
        stage.subscribe(TICKS, "a");
        stage.settle();
        stage.server.refused.put("BEAT", "not now");
        for (int i = 0; i < 40; i++) {
            stage.seconds(1);
            stage.server.peer().push("ticks", "a", i);
        }

        assertThat(explain(StreamState.READY))
                .startsWith("Ready (attempt 1), but a heartbeat was refused: not now: 1 keys held")
                .doesNotContain("not answered");
    }

    @Test
    void backoffSaysWhyAndWhenTheNextAttemptStarts() {
        stage.subscribe(TICKS, "a");
        stage.settle();
        stage.server.peer().end(ConnectionEnd.closed(1008, "too many connections"));
        stage.seconds(1);

        assertThat(explain(StreamState.BACKOFF))
                .startsWith("Not ready: not connected. Attempt 2 starts in 29 s, after 1 without lasting success.")
                .contains("The last connection ended: the server closed the connection: 1008 too many connections.");
    }

    @Test
    void closingSaysHowLongTheGoodbyeMayTake() {
        stage.subscribe(TICKS, "a");
        stage.settle();
        stage.server.answersClose = false;
        stage.engine.close();
        stage.settle();

        assertThat(stage.engine.explain())
                .startsWith("Closing, as the user asked")
                .contains("2000 ms");
        stage.seconds(3);
        assertThat(explain(StreamState.CLOSED)).startsWith("Closed by the user").contains("makes a new stream");
    }

    @Test
    void failedSaysWhyItIsPointlessToGoOn() {
        stage.server.accepts = false;
        stage.subscribe(TICKS, "a");
        stage.settle();
        stage.server.peer().end(ConnectionEnd.refused(401, null));
        stage.settle();

        assertThat(explain(StreamState.FAILED))
                .startsWith("Failed, and does not connect again")
                .contains("HTTP 401")
                .contains("makes a new stream");
    }
}
