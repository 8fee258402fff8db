package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.BARS;
import static hk.qos.stream.toy.ToyChannel.DEALS;
import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import hk.qos.stream.Staleness;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamLimits;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.logged.Logged;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The log of an outage has few lines, however many keys are subscribed. */
final class OutageLogTest {
    private static final String[] TEN = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};

    @RegisterExtension
    final Logged logged = new Logged("hk.qos.stream", Level.INFO);

    private final EngineHarness harness = new EngineHarness(1, options -> options.name("desk"));

    private void subscribeAll() {
        for (var channel : List.of(TICKS, QUOTES, BARS, DEALS)) {
            harness.subscribe(channel, TEN);
        }
        harness.seconds(10);
        logged.clear();
    }

    @Test
    void disconnectWithTenKeysOnFourChannelsLogsSevenLines() {
        subscribeAll();
        harness.server.peer().cut();
        harness.seconds(20);

        assertThat(logged.lines()).hasSize(7);
        assertThat(logged.lines().get(0))
                .matches("WARN \\[desk-\\d+ #1] disconnected: cut by the test; next attempt in \\d+ ms \\(.*\\)");
        assertThat(logged.lines().get(1)).startsWith("INFO ").contains("] connected after ");
        for (var channel : List.of(TICKS, QUOTES, BARS, DEALS)) {
            assertThat(logged.lines("10 gaps in " + channel.name()))
                    .singleElement()
                    .asString()
                    .startsWith("WARN ")
                    .contains(" (a, b, c, …) from ")
                    .endsWith(": cut by the test");
        }
        assertThat(logged.lines().get(6))
                .startsWith("INFO ")
                .contains("] ready again after ")
                .contains("and 1 attempt: 40 subscriptions restored in 4 channels, 40 gaps")
                .endsWith("; cause of the outage: cut by the test");
    }

    @Test
    void failedAttemptsLogOneLineEachAndWarnOncePerKind() {
        subscribeAll();
        harness.server.reception = peer -> peer.end(ConnectionEnd.refused(503, null));
        harness.server.peer().cut();
        harness.seconds(120);
        int attempts = harness.server.peers.size() - 1;
        List<String> failing = logged.lines();
        logged.clear();
        harness.server.reception = FakeServer.Peer::open;
        harness.seconds(60);

        assertThat(attempts).isGreaterThan(4);
        assertThat(failing).hasSize(attempts + 1);
        assertThat(failing.subList(0, 2)).allMatch(line -> line.startsWith("WARN "));
        assertThat(failing.subList(2, failing.size()))
                .allMatch(line -> line.startsWith("INFO ") && line.contains("could not connect: "));
        assertThat(logged.lines("ready again after "))
                .singleElement()
                .asString()
                .contains(" and " + (harness.server.peers.size() - 1) + " attempts: 40 subscriptions restored");
    }

    @Test
    void failureLogsOneErrorLine() {
        harness.server.reception = peer -> peer.end(ConnectionEnd.refused(401, null));
        harness.subscribe(TICKS, "a");
        harness.seconds(5);

        assertThat(logged.lines())
                .singleElement()
                .asString()
                .startsWith("ERROR ")
                .contains("] failed: ");
    }

    @Test
    void slowListenerLogsAtMostOneLineASecondAndThenFewer() {
        EngineHarness small = new EngineHarness(
                1,
                options -> options.limits(
                        StreamLimits.defaults().withItemsPerSubscription(8).withQueuedBytes(1 << 20)));
        EngineHarness.Recorder slow = new EngineHarness.Recorder();
        small.subscribe(slow, TICKS, "a");
        small.settle();
        int number = 0;
        for (int burst = 0; burst < 350; burst++) {
            for (int i = 0; i < 20; i++) {
                small.server.peer().push("ticks", "a", number++);
            }
            small.advance(Duration.ofMillis(20));
        }

        assertThat(slow.events(StreamEvent.Overflow.class)).hasSize(350);
        assertThat(logged.lines("a listener is too slow"))
                .as("lines at once, after 1, 3 and 7 s")
                .hasSizeBetween(3, 4)
                .allMatch(line -> line.startsWith("WARN ") && line.contains(" of ticks dropped from "));
        small.engine.close();
        small.seconds(5);
        assertThat(dropped()).isEqualTo(number - slow.data().size());
        assertThat(small.loop.timers()).isZero();
    }

    private long dropped() {
        return logged.lines("a listener is too slow").stream()
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*] (\\d+) items? of ticks.*", "$1")))
                .sum();
    }

    @Test
    void keysThatGoStaleOrAreRejectedTogetherShareALine() {
        EngineHarness stale = new EngineHarness(
                1,
                options -> options.staleness(
                        Staleness.after(Duration.ofSeconds(12)).withExpected(topic -> true)));
        stale.subscribe(TICKS, TEN);
        stale.seconds(20);

        assertThat(logged.lines("stale"))
                .singleElement()
                .asString()
                .contains("10 keys of ticks stale (a, b, c, …): no push for 12 s");
    }

    @Test
    void serverMessageIsLoggedOnOneLine() {
        harness.subscribe(TICKS, "a");
        harness.settle();
        harness.server.peer().end(ConnectionEnd.closed(1012, "bye\nWARN forged"));
        harness.settle();

        assertThat(logged.lines("bye")).singleElement().asString().doesNotContain("\n");
    }
}
