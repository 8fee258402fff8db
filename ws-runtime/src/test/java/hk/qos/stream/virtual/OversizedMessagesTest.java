package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.error.AnswerTooLargeException;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionEnd.Kind;
import hk.qos.stream.toy.Ask;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer that is larger than the limit fails the request that asked for it, once. */
class OversizedMessagesTest {
    private final EngineHarness harness = new EngineHarness();

    private CompletableFuture<String> ask(String what) {
        return harness.engine.request(new Ask(what), RequestOptions.defaults());
    }

    private void tooLarge(String beginning) {
        harness.server.peer().listener().onTooLarge(Unpooled.copiedBuffer(beginning, StandardCharsets.UTF_8));
        harness.settle();
    }

    private static void assertFailed(CompletableFuture<String> future) {
        assertThat(future)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(AnswerTooLargeException.class, e -> {
                    assertThat(e.setting()).isEqualTo("StreamLimits.withMaxMessageBytes");
                    assertThat(e.isRetryable()).isFalse();
                });
    }

    @Test
    void oversizedAnswerFailsOnlyItsOwnRequest() {
        harness.server.mute.add("ASK");
        CompletableFuture<String> first = ask("small");
        CompletableFuture<String> second = ask("large");
        harness.seconds(3);
        String id = harness.server.received("ASK").get(1).text().split(" ", 3)[1];
        tooLarge("OK ASK " + id + " xxxxxxxx");

        assertFailed(second);
        assertThat(first).isNotDone();
        assertThat(harness.events(StreamEvent.Disconnected.class)).isEmpty();
    }

    @Test
    void oversizedPushIsSkippedAndReported() {
        harness.subscribe(TICKS, "a");
        harness.seconds(2);
        tooLarge("P ticks a 99999");

        assertThat(harness.events(StreamEvent.Malformed.class))
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.kind()).contains("StreamLimits.withMaxMessageBytes"));
        assertThat(harness.events(StreamEvent.Disconnected.class)).isEmpty();
    }

    static Stream<ConnectionEnd> ends() {
        return Stream.of(
                ConnectionEnd.closed(1009, "too big"), ConnectionEnd.of(Kind.TOO_LARGE, "inflated beyond the limit"));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void onlyRequestInFlightIsNotRepeated(ConnectionEnd end) {
        harness.server.mute.add("ASK");
        CompletableFuture<String> large = ask("large");
        harness.seconds(2);
        harness.server.peer().end(end);
        harness.seconds(25);

        assertFailed(large);
        assertThat(harness.server.received("ASK")).hasSize(1);
        assertThat(harness.server.peers).hasSize(2);
    }

    /** If several requests are suspects, each is sent alone, which costs one more connection. */
    @ParameterizedTest
    @MethodSource("ends")
    void oversizedRequestAmongSeveralIsFoundAndOthersAreAnswered(ConnectionEnd end) {
        harness.server.mute.add("ASK");
        List<CompletableFuture<String>> all = List.of(ask("one"), ask("large"), ask("three"));
        harness.seconds(5);
        assertThat(harness.server.received("ASK")).hasSize(3);
        harness.server.mute.clear();
        harness.server.reception = peer -> {
            peer.open();
            harness.server.beforeAnswer = frame -> {
                if (frame.text().endsWith(" large")) {
                    peer.end(end);
                }
            };
        };
        harness.server.peer().end(end);
        harness.seconds(20);

        assertThat(all.get(0)).isCompletedWithValue("one");
        assertThat(all.get(2)).isCompletedWithValue("three");
        assertFailed(all.get(1));
        assertThat(harness.server.received("ASK"))
                .filteredOn(frame -> frame.text().endsWith(" large"))
                .hasSize(2);
        assertThat(harness.server.peers).hasSize(3);
    }
}
