package hk.qos.stream.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.internal.io.ConnectionEnd;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long the stream waits before it tries again: 250 ms, and up to 500 ms more, doubled with each failure up to 30 s. */
class BackoffTest {
    private static final Duration BASE = Duration.ofMillis(250);
    private static final Duration MOST = Duration.ofSeconds(30);

    private static EngineHarness refusing(long seed) {
        EngineHarness stage = new EngineHarness(seed, options -> options);
        stage.server.reception = peer -> peer.end(ConnectionEnd.of(ConnectionEnd.Kind.CONNECT, "refused"));
        return stage;
    }

    private static List<Duration> waits(EngineHarness stage) {
        return stage.events(StreamEvent.BackingOff.class).stream()
                .map(StreamEvent.BackingOff::delay)
                .toList();
    }

    /** Many streams' waits after the same number of failures fill the whole span, and nothing beyond it. */
    @Test
    void growsAtRandomWithinASpanThatDoublesUpToACap() {
        List<List<Duration>> streams = IntStream.range(0, 200)
                .mapToObj(seed -> {
                    EngineHarness stage = refusing(seed);
                    var unused = stage.engine.connect();
                    stage.seconds(1_000);
                    return waits(stage);
                })
                .toList();
        for (int failures = 0; failures < 12; failures++) {
            Duration doubled = Duration.ofMillis(500L << failures);
            Duration span = doubled.compareTo(MOST) < 0 ? doubled : MOST;
            int n = failures;
            List<Duration> waits =
                    streams.stream().map(all -> all.get(n)).sorted().toList();
            assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(BASE, BASE.plus(span)));
            assertThat(waits.get(0)).as("after %s failures", n).isLessThan(BASE.plus(span.dividedBy(10)));
            assertThat(waits.get(199))
                    .as("after %s failures", n)
                    .isGreaterThan(BASE.plus(span.multipliedBy(9).dividedBy(10)));
        }
    }

    /** The exponent is 0 after the first failure, as the Javadoc of Backoff says. */
    @Test
    void theFirstFailureWaitsWithinTheFirstSpreadAndTheSecondWithinTwiceThat() {
        Duration base = Duration.ofSeconds(1);
        Duration spread = Duration.ofMillis(10);
        Duration longestFirst = Duration.ZERO;
        Duration longestSecond = Duration.ZERO;
        for (int seed = 0; seed < 200; seed++) {
            EngineHarness stage = new EngineHarness(
                    seed, options -> options.backoff(Backoff.defaults().withSpread(base, spread, Duration.ofHours(1))));
            stage.server.reception = peer -> peer.end(ConnectionEnd.of(ConnectionEnd.Kind.CONNECT, "refused"));
            var unused = stage.engine.connect();
            stage.seconds(3);
            List<Duration> waits = waits(stage);
            assertThat(waits.get(0)).isBetween(base, base.plus(spread));
            assertThat(waits.get(1)).isBetween(base, base.plus(spread.multipliedBy(2)));
            longestFirst = waits.get(0).compareTo(longestFirst) > 0 ? waits.get(0) : longestFirst;
            longestSecond = waits.get(1).compareTo(longestSecond) > 0 ? waits.get(1) : longestSecond;
        }
        assertThat(longestFirst).isGreaterThan(base.plus(spread.multipliedBy(8).dividedBy(10)));
        assertThat(longestSecond)
                .isGreaterThan(base.plus(spread.multipliedBy(16).dividedBy(10)));
    }

    @Test
    void aServerThatOpensAndClosesAtOnceIsNoReasonToBeginSmallAgain() {
        EngineHarness stage = new EngineHarness();
        stage.server.reception = peer -> {
            peer.open();
            stage.loop.schedule(1_000_000, () -> peer.end(ConnectionEnd.closed(1001, "")));
        };
        var unused = stage.engine.connect();
        for (int i = 0; i < 600 && waits(stage).size() < 20; i++) {
            stage.seconds(1);
        }

        assertThat(stage.events(StreamEvent.BackingOff.class))
                .extracting(StreamEvent.BackingOff::tries)
                .startsWith(IntStream.rangeClosed(1, 20).boxed().toArray(Integer[]::new));
        assertThat(waits(stage).subList(10, 20).stream().reduce(Duration.ZERO, Duration::plus))
                .isGreaterThan(Duration.ofSeconds(60));
    }

    @Test
    void beginsSmallAgainOnlyAfterHalfAMinuteOfReadiness() {
        EngineHarness stage = refusing(1);
        var unused = stage.engine.connect();
        stage.seconds(200);
        int failures = stage.events(StreamEvent.BackingOff.class).size();
        assertThat(failures).isGreaterThan(6);
        stage.server.reception = FakeServer.Peer::open;
        stage.seconds(40);
        assertThat(stage.engine.state()).isEqualTo(StreamState.READY);
        stage.server.peer().cut();
        stage.settle();
        assertThat(waits(stage).get(failures)).isLessThanOrEqualTo(Duration.ofMillis(750));

        stage.seconds(5);
        assertThat(stage.engine.state()).isEqualTo(StreamState.READY);
        stage.seconds(20);
        stage.server.peer().cut();
        stage.settle();
        assertThat(stage.events(StreamEvent.BackingOff.class).get(failures + 1).tries())
                .isEqualTo(2);
    }

    @Test
    void aServerThatAsksForPatienceGetsIt() {
        EngineHarness stage = new EngineHarness();
        stage.server.reception = peer -> peer.end(ConnectionEnd.refused(503, Duration.ofSeconds(77)));
        var unused = stage.engine.connect();
        stage.settle();
        assertThat(waits(stage)).containsExactly(Duration.ofSeconds(77));
    }

    @Test
    void tooManyRequestsAndAPolicyViolationWaitHalfAMinute() {
        EngineHarness stage = new EngineHarness();
        stage.server.reception = peer -> peer.end(ConnectionEnd.refused(429, null));
        var unused = stage.engine.connect();
        stage.settle();
        assertThat(waits(stage)).containsExactly(Duration.ofSeconds(30));
        stage.server.reception = FakeServer.Peer::open;
        stage.seconds(31);
        stage.server.peer().end(ConnectionEnd.closed(1008, "slow down"));
        stage.settle();
        assertThat(waits(stage)).hasSize(2).last().isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void tooManyRequestsWaitAsLongAsTheServerAsksButHalfAMinuteAtLeast() {
        EngineHarness stage = new EngineHarness();
        Duration[] asked = {Duration.ofSeconds(77)};
        stage.server.reception = peer -> peer.end(ConnectionEnd.refused(429, asked[0]));
        var unused = stage.engine.connect();
        stage.settle();
        asked[0] = Duration.ofSeconds(2);
        stage.seconds(78);

        assertThat(waits(stage)).containsExactly(Duration.ofSeconds(77), Duration.ofSeconds(30));
    }

    /** It is a lower bound: our own wait may be longer. */
    @Test
    void aServerThatAsksForLittlePatienceGetsHalfAMinuteAtLeast() {
        EngineHarness asking = new EngineHarness();
        asking.server.reception = peer -> peer.end(ConnectionEnd.refused(503, Duration.ofSeconds(5)));
        EngineHarness same = new EngineHarness();
        same.server.reception = peer -> peer.end(ConnectionEnd.refused(503, null));
        for (EngineHarness stage : List.of(asking, same)) {
            var unused = stage.engine.connect();
            stage.seconds(600);
        }

        List<Duration> unasked = waits(same);
        List<Duration> waits = waits(asking);
        assertThat(waits).hasSizeGreaterThan(8);
        for (int i = 0; i < waits.size(); i++) {
            Duration least = Duration.ofSeconds(30);
            assertThat(waits.get(i)).isEqualTo(unasked.get(i).compareTo(least) < 0 ? least : unasked.get(i));
        }
    }
}
