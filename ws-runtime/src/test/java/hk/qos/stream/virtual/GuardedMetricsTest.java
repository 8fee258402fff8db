package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamLimits;
import hk.qos.stream.internal.io.ConnectionEnd;
import hk.qos.stream.metrics.MicrometerStreamMetrics;
import hk.qos.stream.toy.Ask;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Every metric of the contract, as a registry shows it. */
final class GuardedMetricsTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final EngineHarness harness = new EngineHarness(
            1,
            options -> options.name("desk")
                    .limits(StreamLimits.defaults().withItemsPerSubscription(8).withQueuedBytes(1 << 20))
                    .metrics(new MicrometerStreamMetrics(registry, List.of(Tag.of("app", "test")))));

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).tag("app", "test").counter().count();
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    @Test
    void countsReconnectsByCauseAndMeasuresDowntime() {
        harness.subscribe(TICKS, "a");
        harness.seconds(5);
        harness.server.accepts = false;
        harness.server.peer().cut();
        harness.seconds(1);
        harness.server.peer().end(ConnectionEnd.refused(503, null));
        harness.server.accepts = true;
        harness.seconds(9);

        assertThat(count("stream.connects", "after", "start")).isEqualTo(1);
        assertThat(count("stream.reconnects", "cause", "lost")).isEqualTo(1);
        assertThat(count("stream.disconnects", "cause", "lost", "established", "true"))
                .isEqualTo(1);
        assertThat(count("stream.disconnects", "cause", "upgrade-refused", "established", "false"))
                .isEqualTo(1);
        assertThat(registry.get("stream.downtime").tag("cause", "lost").timer().totalTime(TimeUnit.MILLISECONDS))
                .isBetween(1_000.0, 10_000.0);
    }

    @Test
    void measuresHeartbeatsAndPacingWait() {
        harness.subscribe(TICKS, "a");
        CompletableFuture<?> beat = harness.engine.heartbeat();
        CompletableFuture<?> answer = harness.engine.request(new Ask("x"), RequestOptions.defaults());
        harness.seconds(5);

        assertThat(beat).isCompleted();
        assertThat(answer).isCompleted();
        assertThat(registry.get("stream.heartbeat").timer().count()).isEqualTo(1);
        assertThat(registry.get("stream.pacing").tag("command", "ASK").timer().max(TimeUnit.MILLISECONDS))
                .isBetween(1_000.0, 2_200.0);
        assertThat(registry.get("stream.pacing")
                        .tag("command", "SUB:ticks")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void countsConflatedDroppedOrphanedAndUndecodable() {
        harness.subscribe(TICKS, "a");
        harness.subscribe(QUOTES, "a");
        harness.seconds(3);
        for (int i = 0; i < 20; i++) {
            harness.server.peer().push("ticks", "a", i);
            harness.server.peer().push("quotes", "a", i);
        }
        harness.server.peer().push("bars", "a", 1);
        harness.server.peer().text("OK ASK 77 nobody asked");
        harness.server.peer().text("nonsense");
        harness.server.peer().text("U strange");
        harness.server.peer().listener().onBinary();
        CompletableFuture<String> partly = harness.engine.request(new Ask("a ? b ?"), RequestOptions.defaults());
        harness.seconds(3);
        assertThat(partly).isCompletedWithValue("a ? b ?");

        assertThat(count("stream.undecodable", "kind", "element")).isEqualTo(2);
        assertThat(count("stream.pushes", "channel", "ticks")).isEqualTo(20);
        assertThat(count("stream.overflowed", "channel", "ticks")).isGreaterThanOrEqualTo(12);
        assertThat(count("stream.conflated", "channel", "quotes")).isEqualTo(19);
        assertThat(count("stream.orphans", "kind", "bars")).isEqualTo(1);
        assertThat(count("stream.orphans", "kind", "answer")).isEqualTo(1);
        for (String kind : List.of("malformed", "unknown", "binary")) {
            assertThat(count("stream.undecodable", "kind", kind)).isEqualTo(1);
        }
    }

    @Test
    void measuresListenersAndCountsFailures() {
        harness.engine.subscribe(TICKS, List.of("a"), tick -> {
            if (tick.number() == 2) {
                throw new IllegalStateException("as the test wants it");
            }
        });
        harness.settle();
        for (int i = 1; i <= 3; i++) {
            harness.server.peer().push("ticks", "a", i);
        }
        harness.settle();

        assertThat(registry.get("stream.callback")
                        .tags("channel", "ticks", "outcome", "ok")
                        .timer()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("stream.callback")
                        .tags("outcome", "failed")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void gaugesShowQueueDepthsWhileTheStreamLives() {
        harness.subscribe(TICKS, "a", "b");
        harness.settle();
        harness.server.mute.add("ASK");
        for (int i = 0; i < 3; i++) {
            assertThat(harness.engine.request(new Ask("x"), RequestOptions.defaults()))
                    .isNotDone();
        }
        harness.advance(Duration.ofMillis(1_200));
        harness.server.peer().push("ticks", "a", 1);

        assertThat(gauge("stream.keys")).isEqualTo(2);
        assertThat(gauge("stream.ready")).isEqualTo(1);
        assertThat(gauge("stream.requests.in.flight")).isEqualTo(1);
        assertThat(gauge("stream.requests.waiting")).isEqualTo(2);
        assertThat(gauge("stream.queue.items")).isEqualTo(1);
        assertThat(gauge("stream.queue.bytes")).isEqualTo("P ticks a 1".length());
        assertThat(registry.get("stream.keys").gauge().getId().getTag("stream")).startsWith("desk-");

        harness.engine.close();
        harness.seconds(5);
        assertThat(registry.find("stream.keys").gauge()).isNull();
        assertThat(registry.find("stream.queue.bytes").gauge()).isNull();
    }

    @Test
    void runsWithDeclaredMicrometerVersion() {
        String archive = MeterRegistry.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();

        assertThat(archive).endsWith("-" + System.getProperty("micrometer.version") + ".jar");
    }

    @Test
    void everyMeterHasStreamTagDescriptionAndUnit() {
        harness.subscribe(TICKS, "a");
        CompletableFuture<?> beat = harness.engine.heartbeat();
        harness.seconds(5);
        harness.server.peer().push("ticks", "a", 1);
        harness.server.peer().text("nonsense");
        harness.server.peer().cut();
        harness.seconds(9);

        assertThat(beat).isCompleted();
        assertThat(registry.getMeters()).hasSizeGreaterThan(12).allSatisfy(meter -> {
            Meter.Id id = meter.getId();
            assertThat(id.getName()).startsWith("stream.");
            assertThat(id.getTag("stream")).as("stream of %s", id).startsWith("desk-");
            assertThat(id.getDescription()).as("description of %s", id).isNotBlank();
            if (meter instanceof Counter) {
                assertThat(id.getBaseUnit()).as("unit of %s", id).isNotBlank();
            }
        });
    }

    @Test
    void streamsOfOneRegistryAreCountedSeparately() {
        MicrometerStreamMetrics shared = new MicrometerStreamMetrics(registry, "quotes.", List.of());
        EngineHarness one = new EngineHarness(1, options -> options.name("one").metrics(shared));
        EngineHarness two = new EngineHarness(1, options -> options.name("two").metrics(shared));
        one.subscribe(TICKS, "a");
        two.subscribe(TICKS, "a");
        one.seconds(1);
        two.seconds(1);
        one.server.peer().push("ticks", "a", 1);

        assertThat(registry.get("quotes.stream.connects").counters())
                .hasSize(2)
                .allMatch(counter -> counter.count() == 1);
        assertThat(registry.get("quotes.stream.pushes").counters())
                .singleElement()
                .satisfies(
                        counter -> assertThat(counter.getId().getTag("stream")).startsWith("one-"));
    }

    @Test
    void metersOfEndedStreamsStayForALimitedTime() {
        MicrometerStreamMetrics shared = new MicrometerStreamMetrics(registry, "ended.", List.of());
        for (int i = 0; i < 20; i++) {
            EngineHarness each = new EngineHarness(1, options -> options.metrics(shared));
            each.subscribe(TICKS, "a");
            each.seconds(1);
            each.engine.close();
            each.seconds(5);
        }

        assertThat(registry.get("ended.stream.connects").counters()).hasSize(16);
        assertThat(registry.find("ended.stream.keys").gauges()).isEmpty();
    }
}
