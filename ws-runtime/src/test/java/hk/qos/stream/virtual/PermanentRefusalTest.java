package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.error.AuthenticationException;
import hk.qos.error.ClosedException;
import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.internal.io.ConnectionEnd.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that end a stream that was never ready, and are retried by one that was. */
class PermanentRefusalTest {
    private static final ConnectionEnd REFUSED = ConnectionEnd.refused(401, null);
    private static final ConnectionEnd UNREACHABLE = ConnectionEnd.of(Kind.CONNECT, "refused");

    static Stream<ConnectionEnd> answers() {
        return Stream.of(
                REFUSED,
                ConnectionEnd.refused(403, null),
                ConnectionEnd.refused(404, null),
                ConnectionEnd.refused(302, null),
                ConnectionEnd.of(Kind.CERTIFICATE, "the certificate is for portal.example"),
                ConnectionEnd.of(Kind.UNUSABLE, "the name leads to another machine"),
                ConnectionEnd.ofProxy(407, "the proxy wants credentials", "407", true, null),
                ConnectionEnd.ofProxy(0, "the SOCKS proxy rejects the password", "rejected", true, null));
    }

    private static EngineHarness served(Backoff backoff) {
        EngineHarness harness = new EngineHarness(1, options -> options.backoff(backoff));
        harness.subscribe(TICKS, "a");
        harness.settle();
        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
        return harness;
    }

    private static EngineHarness turnedAway(ConnectionEnd answer, Backoff backoff) {
        EngineHarness harness = served(backoff);
        harness.server.reception = peer -> peer.end(answer);
        harness.server.peer().cut();
        return harness;
    }

    private static List<StreamEvent.BackingOff> waits(EngineHarness harness) {
        return harness.events(StreamEvent.BackingOff.class);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void readyStreamKeepsRetryingSlowlyAndReportsEachWait(ConnectionEnd answer) {
        EngineHarness harness = turnedAway(answer, Backoff.defaults());
        harness.advance(Duration.ofHours(2));

        assertThat(harness.engine.state()).isNotEqualTo(StreamState.FAILED);
        List<StreamEvent.BackingOff> after =
                waits(harness).subList(1, waits(harness).size());
        assertThat(after).hasSizeGreaterThan(100).allSatisfy(wait -> {
            assertThat(wait.delay()).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
            assertThat(wait.cause()).hasMessageStartingWith(answer.detail());
        });
        assertThat(waits(harness).get(0).cause()).as("a cut is no refusal").isNull();
        harness.server.reception = FakeServer.Peer::open;
        harness.seconds(61);
        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void neverReadyStreamFailsAtOnce(ConnectionEnd answer) {
        EngineHarness harness = new EngineHarness();
        harness.server.mute.add("SUB:ticks");
        harness.subscribe(TICKS, "a");
        harness.settle();
        assertThat(harness.engine.state()).isEqualTo(StreamState.RESTORING);
        harness.server.reception = peer -> peer.end(answer);
        harness.server.peer().cut();
        harness.seconds(2);

        assertThat(harness.engine.state()).isEqualTo(StreamState.FAILED);
        assertThat(harness.server.peers).hasSize(2);
    }

    @Test
    void explainStatesThatItRetriesAndHowToRetryAtOnce() {
        EngineHarness harness = turnedAway(REFUSED, Backoff.defaults());
        harness.seconds(600);

        assertThat(harness.engine.explain())
                .startsWith("Not ready")
                .contains("HTTP 401")
                .containsPattern("turned away for 59\\d s, though it was ready before")
                .contains("backoff.giveUpAfter")
                .contains("connect() tries at once");
    }

    @Test
    void failsAfterGiveUpAfter() {
        EngineHarness harness = turnedAway(REFUSED, Backoff.defaults().withGiveUpAfter(Duration.ofMinutes(10)));
        harness.seconds(590);
        assertThat(harness.engine.state()).isEqualTo(StreamState.BACKOFF);
        assertThat(harness.engine.explain()).contains("until that has lasted 600 s");
        harness.seconds(80);

        assertThat(harness.engine.state()).isEqualTo(StreamState.FAILED);
        assertThat(harness.events(StreamEvent.Failed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.cause()).isInstanceOf(AuthenticationException.class));
    }

    @Test
    void failsAtOnceWhenGiveUpAfterIsZero() {
        EngineHarness harness = turnedAway(REFUSED, Backoff.defaults().withGiveUpAfter(Duration.ZERO));
        harness.seconds(2);

        assertThat(harness.engine.state()).isEqualTo(StreamState.FAILED);
    }

    /** Other failures in between neither shorten the time nor restart it. */
    @Test
    void giveUpAfterCountsFromTheFirstRefusalUntilReady() {
        EngineHarness harness = served(Backoff.defaults().withGiveUpAfter(Duration.ofMinutes(10)));
        harness.server.reception = peer -> peer.end(UNREACHABLE);
        harness.server.peer().cut();
        harness.advance(Duration.ofHours(1));
        int[] attempts = {0};
        harness.server.reception = peer -> peer.end(attempts[0]++ % 2 == 0 ? REFUSED : UNREACHABLE);
        harness.seconds(500);
        assertThat(harness.engine.state()).isNotEqualTo(StreamState.FAILED);
        harness.server.reception = FakeServer.Peer::open;
        harness.seconds(61);
        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
        harness.server.reception = peer -> peer.end(REFUSED);
        harness.server.peer().cut();
        harness.seconds(500);
        assertThat(harness.engine.state()).isEqualTo(StreamState.BACKOFF);
        harness.seconds(300);
        assertThat(harness.engine.state()).isEqualTo(StreamState.FAILED);
    }

    @Test
    void connectEndsTheBackOffAtOnce() {
        EngineHarness harness = turnedAway(ConnectionEnd.refused(503, Duration.ofDays(1)), Backoff.defaults());
        harness.seconds(2);
        assertThat(waits(harness))
                .last()
                .satisfies(wait -> assertThat(wait.delay()).isEqualTo(Duration.ofHours(1)));
        harness.engine.reconnect();
        harness.settle();
        assertThat(harness.server.peers).hasSize(3);
        harness.server.reception = FakeServer.Peer::open;
        CompletableFuture<Void> ready = harness.engine.connect();
        harness.seconds(2);

        assertThat(ready).isCompleted();
        assertThat(harness.server.peers).as("no other attempt is left behind").hasSize(4);
        harness.advance(Duration.ofHours(2));
        assertThat(harness.server.peers).hasSize(4);
    }

    @Test
    void retryAfterIsLimitedByTheSettings() {
        assertThat(firstWait(Duration.ofSeconds(5), Backoff.defaults())).isEqualTo(Duration.ofSeconds(30));
        assertThat(firstWait(Duration.ofSeconds(77), Backoff.defaults())).isEqualTo(Duration.ofSeconds(77));
        assertThat(firstWait(Duration.ofDays(365), Backoff.defaults())).isEqualTo(Duration.ofHours(1));
        Backoff other =
                Backoff.defaults().withThrottledBase(Duration.ofSeconds(9)).withMaxRetryAfter(Duration.ofSeconds(60));
        assertThat(firstWait(Duration.ofSeconds(5), other)).isEqualTo(Duration.ofSeconds(9));
        assertThat(firstWait(Duration.ofDays(365), other)).isEqualTo(Duration.ofSeconds(60));
        assertThat(firstWait(Duration.ofDays(365), other.withMaxRetryAfter(Duration.ZERO)))
                .as("ignored")
                .isLessThan(Duration.ofSeconds(1));
    }

    private static Duration firstWait(Duration asked, Backoff backoff) {
        EngineHarness harness = new EngineHarness(1, options -> options.backoff(backoff));
        harness.server.reception = peer -> peer.end(ConnectionEnd.refused(503, asked));
        var unused = harness.engine.connect();
        harness.settle();
        return waits(harness).get(0).delay();
    }

    @Test
    void close1009DoesNotEndTheStream() {
        EngineHarness harness = served(Backoff.defaults());
        for (int i = 0; i < 5; i++) {
            harness.server.peer().end(ConnectionEnd.closed(1009, "too big"));
            harness.seconds(40);
        }

        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
        assertThat(harness.server.peers).hasSize(6);
    }

    @Test
    void messagesOfAnEndedStreamNameTheSuccessor() {
        EngineHarness harness = new EngineHarness(1, options -> options.successor("quotes.stream()"));
        harness.server.reception = peer -> peer.end(REFUSED);
        var unused = harness.engine.connect();
        harness.settle();
        assertThat(harness.engine.explain()).endsWith("When the cause is fixed, quotes.stream() makes a new stream.");
        assertThatThrownBy(() -> harness.subscribe(TICKS, "a"))
                .isInstanceOf(ClosedException.class)
                .hasMessageContaining("HTTP 401: the API key is not accepted")
                .hasMessageEndingWith("; quotes.stream() makes a new one");

        EngineHarness closed = new EngineHarness(1, options -> options.successor("quotes.stream()"));
        closed.engine.close();
        closed.settle();
        assertThat(closed.engine.explain()).endsWith("quotes.stream() makes a new stream.");
        assertThatThrownBy(() -> closed.subscribe(TICKS, "a"))
                .hasMessage("the stream is closed; quotes.stream() makes a new one");
    }
}
