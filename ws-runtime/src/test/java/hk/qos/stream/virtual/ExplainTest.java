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
    private final EngineHarness harness = new EngineHarness();

    private String explain(StreamState expected) {
        assertThat(harness.engine.state()).isEqualTo(expected);
        String text = harness.engine.explain();
        assertThat(text).isNotBlank().endsWith(".").doesNotContain("\n");
        return text;
    }

    @Test
    void explainWhenIdleStatesWhatConnects() {
        assertThat(explain(StreamState.IDLE))
                .startsWith("Not ready: the stream is unused")
                .contains("at the first subscription or request");
    }

    @Test
    void explainWhenConnectingStatesTimeAndLimit() {
        harness.server.accepts = false;
        harness.subscribe(TICKS, "a");
        harness.advance(Duration.ofMillis(1_500));

        assertThat(explain(StreamState.CONNECTING))
                .startsWith("Not ready: attempt 1 to connect has been under way for 1500 ms")
                .contains("fails after 15 s in all");
    }

    @Test
    void explainWhenRestoringNamesMissingTopicsAndNextFrame() {
        harness.subscribe(TICKS, "a", "b", "c", "d");
        harness.subscribe(QUOTES, "a");
        harness.seconds(5);
        harness.server.mute.add("SUB:ticks");
        harness.server.peer().cut();
        harness.advance(Duration.ofSeconds(1));

        assertThat(explain(StreamState.RESTORING))
                .startsWith("Not ready: connected (attempt 2), but ")
                .contains("subscriptions are not acknowledged yet")
                .contains("ticks b")
                .contains("At most one frame is sent every 1100 ms, the next in ")
                .contains("within 10 s is sent again, less and less often")
                .contains("The last connection ended: cut by the test.");
    }

    @Test
    void explainWhenReadyCountsKeysAndRequests() {
        harness.subscribe(TICKS, "a", "b");
        harness.settle();
        harness.server.peer().push("ticks", "a", 1);
        harness.server.peer().push("ticks", "b", 1);
        harness.server.mute.add("ASK");
        CompletableFuture<String> open = harness.engine.request(new Ask("x"), RequestOptions.defaults());
        harness.seconds(2);

        assertThat(explain(StreamState.READY))
                .isEqualTo("Ready (attempt 1): 2 keys held, all served; 1 requests in flight, 0 waiting.");
        assertThat(open).isNotDone();
    }

    @Test
    void explainWhenReadyStatesUnansweredHeartbeats() {
        harness.subscribe(TICKS, "a");
        harness.settle();
        harness.server.mute.add("BEAT");
        for (int i = 0; i < 40; i++) {
            harness.seconds(1);
            harness.server.peer().push("ticks", "a", i);
        }

        assertThat(explain(StreamState.READY)).contains("but heartbeats are not answered, though data flows");
    }

    @Test
    void explainWhenReadyStatesRefusedHeartbeatsAndServerMessage() {
        harness.subscribe(TICKS, "a");
        harness.settle();
        harness.server.refused.put("BEAT", "not now");
        for (int i = 0; i < 40; i++) {
            harness.seconds(1);
            harness.server.peer().push("ticks", "a", i);
        }

        assertThat(explain(StreamState.READY))
                .startsWith("Ready (attempt 1), but a heartbeat was refused: not now: 1 keys held")
                .doesNotContain("not answered");
    }

    @Test
    void explainInBackoffStatesCauseAndNextAttempt() {
        harness.subscribe(TICKS, "a");
        harness.settle();
        harness.server.peer().end(ConnectionEnd.closed(1008, "too many connections"));
        harness.seconds(1);

        assertThat(explain(StreamState.BACKOFF))
                .startsWith("Not ready: not connected. Attempt 2 starts in 29 s, after 1 without lasting success.")
                .contains("The last connection ended: the server closed the connection: 1008 too many connections.");
    }

    @Test
    void explainWhenClosingStatesTheLimit() {
        harness.subscribe(TICKS, "a");
        harness.settle();
        harness.server.answersClose = false;
        harness.engine.close();
        harness.settle();

        assertThat(harness.engine.explain())
                .startsWith("Closing, as the user asked")
                .contains("2000 ms");
        harness.seconds(3);
        assertThat(explain(StreamState.CLOSED)).startsWith("Closed by the user").contains("makes a new stream");
    }

    @Test
    void explainWhenFailedStatesTheCause() {
        harness.server.accepts = false;
        harness.subscribe(TICKS, "a");
        harness.settle();
        harness.server.peer().end(ConnectionEnd.refused(401, null));
        harness.settle();

        assertThat(explain(StreamState.FAILED))
                .startsWith("Failed, and does not connect again")
                .contains("HTTP 401")
                .contains("makes a new stream");
    }
}
