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

/** The wait before the next attempt: 250 ms and a random part of up to 500 ms, doubled with each failure up to 30 s. */
class BackoffTest {
    private static final Duration BASE = Duration.ofMillis(250);
    private static final Duration MAX_DELAY = Duration.ofSeconds(30);

    private static EngineHarness refusing(long seed) {
        EngineHarness harness = new EngineHarness(seed, options -> options);
        harness.server.reception = peer -> peer.end(ConnectionEnd.of(ConnectionEnd.Kind.CONNECT, "refused"));
        return harness;
    }

    private static List<Duration> waits(EngineHarness harness) {
        return harness.events(StreamEvent.BackingOff.class).stream()
                .map(StreamEvent.BackingOff::delay)
                .toList();
    }

    /** The waits of many streams after the same number of failures cover the whole spread and never exceed it. */
    @Test
    void waitIsRandomWithinASpreadThatDoublesUpToTheMaximum() {
        List<List<Duration>> streams = IntStream.range(0, 200)
                .mapToObj(seed -> {
                    EngineHarness harness = refusing(seed);
                    var unused = harness.engine.connect();
                    harness.seconds(1_000);
                    return waits(harness);
                })
                .toList();
        for (int failures = 0; failures < 12; failures++) {
            Duration doubled = Duration.ofMillis(500L << failures);
            Duration span = doubled.compareTo(MAX_DELAY) < 0 ? doubled : MAX_DELAY;
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
    void firstWaitIsWithinFirstSpreadAndSecondWithinTwiceThat() {
        Duration base = Duration.ofSeconds(1);
        Duration spread = Duration.ofMillis(10);
        Duration longestFirst = Duration.ZERO;
        Duration longestSecond = Duration.ZERO;
        for (int seed = 0; seed < 200; seed++) {
            EngineHarness harness = new EngineHarness(
                    seed,
                    options -> options.backoff(Backoff.defaults()
                            .withBase(base)
                            .withFirstJitter(spread)
                            .withMaxJitter(Duration.ofHours(1))));
            harness.server.reception = peer -> peer.end(ConnectionEnd.of(ConnectionEnd.Kind.CONNECT, "refused"));
            var unused = harness.engine.connect();
            harness.seconds(3);
            List<Duration> waits = waits(harness);
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
    void waitKeepsGrowingWhenConnectionsCloseAtOnce() {
        EngineHarness harness = new EngineHarness();
        harness.server.reception = peer -> {
            peer.open();
            harness.loop.schedule(1_000_000, () -> peer.end(ConnectionEnd.closed(1001, "")));
        };
        var unused = harness.engine.connect();
        for (int i = 0; i < 600 && waits(harness).size() < 20; i++) {
            harness.seconds(1);
        }

        assertThat(harness.events(StreamEvent.BackingOff.class))
                .extracting(StreamEvent.BackingOff::attempt)
                .startsWith(IntStream.rangeClosed(1, 20).boxed().toArray(Integer[]::new));
        assertThat(waits(harness).subList(10, 20).stream().reduce(Duration.ZERO, Duration::plus))
                .isGreaterThan(Duration.ofSeconds(60));
    }

    @Test
    void waitStartsSmallAgainOnlyAfterThirtySecondsOfReady() {
        EngineHarness harness = refusing(1);
        var unused = harness.engine.connect();
        harness.seconds(200);
        int failures = harness.events(StreamEvent.BackingOff.class).size();
        assertThat(failures).isGreaterThan(6);
        harness.server.reception = FakeServer.Peer::open;
        harness.seconds(40);
        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
        harness.server.peer().cut();
        harness.settle();
        assertThat(waits(harness).get(failures)).isLessThanOrEqualTo(Duration.ofMillis(750));

        harness.seconds(5);
        assertThat(harness.engine.state()).isEqualTo(StreamState.READY);
        harness.seconds(20);
        harness.server.peer().cut();
        harness.settle();
        assertThat(harness.events(StreamEvent.BackingOff.class)
                        .get(failures + 1)
                        .attempt())
                .isEqualTo(2);
    }

    @Test
    void waitsAsLongAsRetryAfterAsks() {
        EngineHarness harness = new EngineHarness();
        harness.server.reception = peer -> peer.end(ConnectionEnd.refused(503, Duration.ofSeconds(77)));
        var unused = harness.engine.connect();
        harness.settle();
        assertThat(waits(harness)).containsExactly(Duration.ofSeconds(77));
    }

    @Test
    void waitsThirtySecondsAfterStatus429AndClose1008() {
        EngineHarness harness = new EngineHarness();
        harness.server.reception = peer -> peer.end(ConnectionEnd.refused(429, null));
        var unused = harness.engine.connect();
        harness.settle();
        assertThat(waits(harness)).containsExactly(Duration.ofSeconds(30));
        harness.server.reception = FakeServer.Peer::open;
        harness.seconds(31);
        harness.server.peer().end(ConnectionEnd.closed(1008, "slow down"));
        harness.settle();
        assertThat(waits(harness)).hasSize(2).last().isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void waitsForRetryAfterOfStatus429ButAtLeastThirtySeconds() {
        EngineHarness harness = new EngineHarness();
        Duration[] asked = {Duration.ofSeconds(77)};
        harness.server.reception = peer -> peer.end(ConnectionEnd.refused(429, asked[0]));
        var unused = harness.engine.connect();
        harness.settle();
        asked[0] = Duration.ofSeconds(2);
        harness.seconds(78);

        assertThat(waits(harness)).containsExactly(Duration.ofSeconds(77), Duration.ofSeconds(30));
    }

    /** Retry-After is a lower bound; the back-off may be longer. */
    @Test
    void waitsAtLeastThirtySecondsAfterAShortRetryAfter() {
        EngineHarness asking = new EngineHarness();
        asking.server.reception = peer -> peer.end(ConnectionEnd.refused(503, Duration.ofSeconds(5)));
        EngineHarness same = new EngineHarness();
        same.server.reception = peer -> peer.end(ConnectionEnd.refused(503, null));
        for (EngineHarness harness : List.of(asking, same)) {
            var unused = harness.engine.connect();
            harness.seconds(600);
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
