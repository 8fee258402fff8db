package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.BARS;
import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.error.ConnectionLostException;
import hk.qos.error.ConnectionLostException.Outcome;
import hk.qos.error.RequestTimeoutException;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.toy.Ask;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A request fails early if its timeout ends before the next connection. */
class HopelessRequestsTest {
    private final EngineHarness harness = new EngineHarness();

    private CompletableFuture<String> ask(String what, Duration timeout) {
        return harness.engine.request(new Ask(what), RequestOptions.defaults().withTimeout(timeout));
    }

    private static Outcome outcome(CompletableFuture<?> future) {
        ConnectionLostException[] lost = new ConnectionLostException[1];
        assertThatThrownBy(future::join)
                .cause()
                .isInstanceOfSatisfying(ConnectionLostException.class, error -> lost[0] = error)
                .hasMessageContaining("its timeout ends before the next attempt to connect");
        return lost[0].outcome();
    }

    /** After a policy violation the next attempt comes after 30 s. */
    private void disconnect() {
        harness.server.peer().end(ConnectionEnd.closed(1008, "slow down"));
        harness.settle();
    }

    @Test
    void requestsWhoseTimeoutEndsBeforeTheNextAttemptFailAtDisconnect() {
        var unused = harness.engine.connect();
        harness.settle();
        harness.server.mute.add("ASK");
        CompletableFuture<String> sent = ask("sent", Duration.ofSeconds(5));
        CompletableFuture<String> queued = ask("queued", Duration.ofSeconds(5));
        CompletableFuture<String> patient = ask("patient", Duration.ofSeconds(60));
        harness.settle();
        disconnect();

        assertThat(outcome(sent)).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome(queued)).isEqualTo(Outcome.NOT_SENT);
        assertThat(patient).isNotDone();
        harness.server.mute.clear();
        harness.seconds(40);
        assertThat(patient).isCompletedWithValue("patient");
    }

    /** Both are 30 s by default. */
    @Test
    void requestWhoseTimeoutEqualsTheWaitFails() {
        var unused = harness.engine.connect();
        harness.settle();
        harness.server.mute.add("ASK");
        CompletableFuture<String> sent = ask("sent", Duration.ofSeconds(30));
        harness.settle();
        disconnect();
        CompletableFuture<String> late = ask("late", Duration.ofSeconds(30));
        harness.settle();

        assertThat(outcome(sent)).isEqualTo(Outcome.UNKNOWN);
        assertThatThrownBy(late::join).cause().isInstanceOf(RequestTimeoutException.class);
    }

    @Test
    void requestInBackoffFailsAtOnceIfItCannotBeInTime() {
        harness.subscribe(TICKS, "a");
        harness.subscribe(QUOTES, "a");
        harness.subscribe(BARS, "a");
        harness.seconds(5);
        disconnect();
        harness.seconds(10);
        // 20 s until the next attempt, then three frames that restore, 1.1 s each: the first request goes at 23.3 s.
        List<CompletableFuture<String>> all = IntStream.range(0, 20)
                .mapToObj(i -> ask("q" + i, Duration.ofSeconds(30)))
                .toList();
        harness.settle();
        List<CompletableFuture<String>> taken =
                all.stream().filter(each -> !each.isDone()).toList();

        assertThat(taken).hasSizeBetween(5, 8);
        all.stream()
                .filter(CompletableFuture::isDone)
                .forEach(refused -> assertThatThrownBy(refused::join)
                        .cause()
                        .isInstanceOf(RequestTimeoutException.class)
                        .hasMessageContaining("would wait about"));
        harness.seconds(40);
        assertThat(taken).allSatisfy(each -> assertThat(each).isCompleted());
    }
}
