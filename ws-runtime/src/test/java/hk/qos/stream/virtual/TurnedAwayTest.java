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

/** Answers that are the end of a stream that was never ready, and pass for one that was. */
class TurnedAwayTest {
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
                new ConnectionEnd(Kind.PROXY, 407, null, "the proxy wants credentials", null),
                new ConnectionEnd(Kind.PROXY, 302, null, "the proxy shows a page", null));
    }

    private static EngineHarness served(Backoff backoff) {
        EngineHarness stage = new EngineHarness(1, options -> options.backoff(backoff));
        stage.subscribe(TICKS, "a");
        stage.settle();
        assertThat(stage.engine.state()).isEqualTo(StreamState.READY);
        return stage;
    }

    private static EngineHarness turnedAway(ConnectionEnd answer, Backoff backoff) {
        EngineHarness stage = served(backoff);
        stage.server.reception = peer -> peer.end(answer);
        stage.server.peer().cut();
        return stage;
    }

    private static List<StreamEvent.BackingOff> waits(EngineHarness stage) {
        return stage.events(StreamEvent.BackingOff.class);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aStreamThatWasReadyGoesOnSlowlyAndTellsEachTime(ConnectionEnd answer) {
        EngineHarness stage = turnedAway(answer, Backoff.defaults());
        stage.advance(Duration.ofHours(2));

        assertThat(stage.engine.state()).isNotEqualTo(StreamState.FAILED);
        List<StreamEvent.BackingOff> after =
                waits(stage).subList(1, waits(stage).size());
        assertThat(after).hasSizeGreaterThan(100).allSatisfy(wait -> {
            assertThat(wait.delay()).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
            assertThat(wait.refusal()).hasMessageStartingWith(answer.detail());
        });
        assertThat(waits(stage).get(0).refusal()).as("a cut is no refusal").isNull();
        stage.server.reception = FakeServer.Peer::open;
        stage.seconds(61);
        assertThat(stage.engine.state()).isEqualTo(StreamState.READY);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aStreamThatWasNeverReadyEndsAtOnce(ConnectionEnd answer) {
        EngineHarness stage = new EngineHarness();
        stage.server.mute.add("SUB:ticks");
        stage.subscribe(TICKS, "a");
        stage.settle();
        assertThat(stage.engine.state()).isEqualTo(StreamState.RESTORING);
        stage.server.reception = peer -> peer.end(answer);
        stage.server.peer().cut();
        stage.seconds(2);

        assertThat(stage.engine.state()).isEqualTo(StreamState.FAILED);
        assertThat(stage.server.peers).hasSize(2);
    }

    @Test
    void explainsThatItGoesOnAndHowToHurryIt() {
        EngineHarness stage = turnedAway(REFUSED, Backoff.defaults());
        stage.seconds(600);

        assertThat(stage.engine.explain())
                .startsWith("Not ready")
                .contains("HTTP 401")
                .containsPattern("turned away for 59\\d s, though it was ready before")
                .contains("backoff.giveUpAfter")
                .contains("connect() tries at once");
    }

    @Test
    void givesUpAfterTheTimeThatIsSet() {
        EngineHarness stage = turnedAway(REFUSED, Backoff.defaults().withGiveUpAfter(Duration.ofMinutes(10)));
        stage.seconds(590);
        assertThat(stage.engine.state()).isEqualTo(StreamState.BACKOFF);
        assertThat(stage.engine.explain()).contains("until that has lasted 600 s");
        stage.seconds(80);

        assertThat(stage.engine.state()).isEqualTo(StreamState.FAILED);
        assertThat(stage.events(StreamEvent.Failed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.cause()).isInstanceOf(AuthenticationException.class));
    }

    @Test
    void givesUpAtOnceIfThatIsSet() {
        EngineHarness stage = turnedAway(REFUSED, Backoff.defaults().withGiveUpAfter(Duration.ZERO));
        stage.seconds(2);

        assertThat(stage.engine.state()).isEqualTo(StreamState.FAILED);
    }

    /** What the network does in between neither shortens the time nor lets it begin anew. */
    @Test
    void countsTheTimeFromTheFirstAnswerUntilItIsReadyAgain() {
        EngineHarness stage = served(Backoff.defaults().withGiveUpAfter(Duration.ofMinutes(10)));
        stage.server.reception = peer -> peer.end(UNREACHABLE);
        stage.server.peer().cut();
        stage.advance(Duration.ofHours(1));
        int[] attempts = {0};
        stage.server.reception = peer -> peer.end(attempts[0]++ % 2 == 0 ? REFUSED : UNREACHABLE);
        stage.seconds(500);
        assertThat(stage.engine.state()).isNotEqualTo(StreamState.FAILED);
        stage.server.reception = FakeServer.Peer::open;
        stage.seconds(61);
        assertThat(stage.engine.state()).isEqualTo(StreamState.READY);
        stage.server.reception = peer -> peer.end(REFUSED);
        stage.server.peer().cut();
        stage.seconds(500);
        assertThat(stage.engine.state()).isEqualTo(StreamState.BACKOFF);
        stage.seconds(300);
        assertThat(stage.engine.state()).isEqualTo(StreamState.FAILED);
    }

    @Test
    void theUsersOwnCallTriesAtOnce() {
        EngineHarness stage = turnedAway(ConnectionEnd.refused(503, Duration.ofDays(1)), Backoff.defaults());
        stage.seconds(2);
        assertThat(waits(stage))
                .last()
                .satisfies(wait -> assertThat(wait.delay()).isEqualTo(Duration.ofHours(1)));
        stage.engine.reconnect();
        stage.settle();
        assertThat(stage.server.peers).hasSize(3);
        stage.server.reception = FakeServer.Peer::open;
        CompletableFuture<Void> ready = stage.engine.connect();
        stage.seconds(2);

        assertThat(ready).isCompleted();
        assertThat(stage.server.peers).as("no other attempt is left behind").hasSize(4);
        stage.advance(Duration.ofHours(2));
        assertThat(stage.server.peers).hasSize(4);
    }

    @Test
    void aServersWishIsKeptWithinTheBoundsThatAreSet() {
        assertThat(firstWait(Duration.ofSeconds(5), Backoff.defaults())).isEqualTo(Duration.ofSeconds(30));
        assertThat(firstWait(Duration.ofSeconds(77), Backoff.defaults())).isEqualTo(Duration.ofSeconds(77));
        assertThat(firstWait(Duration.ofDays(365), Backoff.defaults())).isEqualTo(Duration.ofHours(1));
        Backoff other =
                Backoff.defaults().withThrottled(Duration.ofSeconds(9)).withLongestRetryAfter(Duration.ofSeconds(60));
        assertThat(firstWait(Duration.ofSeconds(5), other)).isEqualTo(Duration.ofSeconds(9));
        assertThat(firstWait(Duration.ofDays(365), other)).isEqualTo(Duration.ofSeconds(60));
        assertThat(firstWait(Duration.ofDays(365), other.withLongestRetryAfter(Duration.ZERO)))
                .as("ignored")
                .isLessThan(Duration.ofSeconds(1));
    }

    private static Duration firstWait(Duration asked, Backoff backoff) {
        EngineHarness stage = new EngineHarness(1, options -> options.backoff(backoff));
        stage.server.reception = peer -> peer.end(ConnectionEnd.refused(503, asked));
        var unused = stage.engine.connect();
        stage.settle();
        return waits(stage).get(0).delay();
    }

    @Test
    void aCloseThatFindsMessagesTooBigEndsNoStream() {
        EngineHarness stage = served(Backoff.defaults());
        for (int i = 0; i < 5; i++) {
            stage.server.peer().end(ConnectionEnd.closed(1009, "too big"));
            stage.seconds(40);
        }

        assertThat(stage.engine.state()).isEqualTo(StreamState.READY);
        assertThat(stage.server.peers).hasSize(6);
    }

    @Test
    void messagesOfAStreamThatHasEndedNameTheCallThatMakesAnother() {
        EngineHarness stage = new EngineHarness(1, options -> options.successor("quotes.stream()"));
        stage.server.reception = peer -> peer.end(REFUSED);
        var unused = stage.engine.connect();
        stage.settle();
        assertThat(stage.engine.explain()).endsWith("When the cause is fixed, quotes.stream() makes a new stream.");
        assertThatThrownBy(() -> stage.subscribe(TICKS, "a"))
                .isInstanceOf(ClosedException.class)
                .hasMessageContaining("HTTP 401: the key is not accepted")
                .hasMessageEndingWith("; quotes.stream() makes a new one");

        EngineHarness closed = new EngineHarness(1, options -> options.successor("quotes.stream()"));
        closed.engine.close();
        closed.settle();
        assertThat(closed.engine.explain()).endsWith("quotes.stream() makes a new stream.");
        assertThatThrownBy(() -> closed.subscribe(TICKS, "a"))
                .hasMessage("the stream is closed; quotes.stream() makes a new one");
    }
}
