package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.error.LimitException;
import hk.qos.error.RefusedException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The meters of a client, with the version of Micrometer that the build names. */
class QosMetricsTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final QosMetrics metrics = new QosMetrics(registry, List.of(Tag.of("app", "test")));

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
    void measuresCallsByOperationAndOutcome() throws Exception {
        try (TestServer server =
                        new TestServer().answer(200, TestServer.SNAPSHOT).answer(200, "{\"msg\":\"No.\"}");
                QosClient qos = server.client()
                        .metrics(metrics)
                        .ratePolicy(RatePolicy.failAtOnce())
                        .planLimits(PlanLimits.defaults().withRequestsPerMinute(2))
                        .build()) {
            qos.http().snapshots("US:AAPL");
            assertThatThrownBy(() -> qos.http().snapshots("US:AAPL")).isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> qos.http().snapshots("US:AAPL")).isInstanceOf(LimitException.class);
        }

        for (String outcome : List.of("ok", "refused")) {
            assertThat(count("qos.http.calls", outcome)).as(outcome).isEqualTo(1);
            assertThat(count("qos.http.attempts", outcome)).as(outcome).isEqualTo(1);
        }
        assertThat(count("qos.http.calls", "limit")).isEqualTo(1);
        assertThat(registry.get("qos.http.refusals")
                        .tags("operation", "snapshots", "reason", "rate-limit")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private long count(String timer, String outcome) {
        return registry.get(timer)
                .tags("operation", "snapshots", "outcome", outcome, "app", "test")
                .timer()
                .count();
    }

    @Test
    void everyMeterHasPrefixDescriptionAndUnit() throws Exception {
        try (TestServer server = new TestServer();
                QosClient qos = server.client()
                        .wsUrl("ws://127.0.0.1:1/ws")
                        .metrics(metrics)
                        .build()) {
            metrics.http().retried(Operation.SNAPSHOTS, HttpOutcome.CONNECTION_LOST, Duration.ZERO);
            metrics.http().refused(Operation.SNAPSHOTS, HttpRefusal.RATE_LIMIT);
            metrics.http().waiting(Operation.SNAPSHOTS, Duration.ZERO);
            assertThat(qos.stream().explain()).isNotBlank();

            assertThat(registry.getMeters()).hasSizeGreaterThan(8).allSatisfy(meter -> {
                Meter.Id id = meter.getId();
                assertThat(id.getName()).startsWith("qos.");
                assertThat(id.getDescription()).as("description of %s", id).isNotBlank();
                assertThat(id.getTag("app")).isEqualTo("test");
                if (meter instanceof Counter) {
                    assertThat(id.getBaseUnit()).as("unit of %s", id).isNotBlank();
                }
                if (id.getName().startsWith("qos.stream.")) {
                    assertThat(id.getTag("stream")).as("stream of %s", id).startsWith("qos-");
                }
            });
        }
    }
}
