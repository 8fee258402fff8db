package hk.qos.simulator.junit;

import hk.qos.client.PlanLimits;
import hk.qos.client.QosClient;
import hk.qos.client.QosClientBuilder;
import hk.qos.client.QosStream;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.QosSimulatorBuilder;
import hk.qos.simulator.observe.Observations;
import hk.qos.simulator.settings.Plan;
import hk.qos.stream.Backoff;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** A simulator and its client, created on demand. Thread-safe. */
@SuppressWarnings("deprecation") // JUnit before 5.13 does not close an AutoCloseable.
final class SimulatorFixture implements CloseableResource, AutoCloseable {
    /** So that a test that cuts the connection does not wait long. */
    private static final Backoff SHORT = Backoff.defaults()
            .withBase(Duration.ofMillis(20))
            .withFirstJitter(Duration.ofMillis(20))
            .withMaxJitter(Duration.ofMillis(200))
            .withThrottledBase(Duration.ofMillis(200));

    /** A tenth more than the plan's spacing, like the client's default. */
    private static final double CAUTION = 1.1;

    private final QosSimulation wanted;
    private final @Nullable Consumer<? super QosSimulatorBuilder> settings;
    private @Nullable QosSimulator simulator;
    private @Nullable QosClient client;
    private @Nullable QosStream stream;

    SimulatorFixture(QosSimulation wanted, @Nullable Consumer<? super QosSimulatorBuilder> settings) {
        this.wanted = wanted;
        this.settings = settings;
    }

    synchronized QosSimulator simulator() {
        if (simulator == null) {
            simulator = start();
        }
        return simulator;
    }

    synchronized QosClient client() {
        if (client == null) {
            client = connect(simulator());
        }
        return client;
    }

    synchronized QosStream stream() {
        if (stream == null) {
            stream = client().stream();
        }
        return stream;
    }

    private QosSimulator start() {
        QosSimulatorBuilder builder = QosSimulator.builder()
                .seed(wanted.seed())
                .pushRate(wanted.pushRate())
                .strict(wanted.strict());
        if (!wanted.key().isEmpty()) {
            builder.key(wanted.key());
        }
        if (!wanted.pushes()) {
            builder.withoutPushes();
        }
        if (wanted.unlimited()) {
            builder.unlimited();
        }
        if (wanted.tls()) {
            builder.tls();
        }
        if (settings != null) {
            settings.accept(builder);
        }
        return builder.start();
    }

    private QosClient connect(QosSimulator server) {
        String own = UUID.randomUUID().toString().replace("-", "");
        Plan plan = server.plan();
        Duration spacing = Duration.ofNanos(Math.round(plan.spacing().toNanos() * CAUTION));
        QosClientBuilder builder = QosClient.builder()
                .apiKey(wanted.key().isEmpty() ? own : wanted.key())
                .httpUrl(server.httpUri().toString())
                .wsUrl(server.wsUri().toString())
                .planLimits(PlanLimits.defaults()
                        .withInstruments(plan.instruments())
                        .withRequestsPerMinute(plan.requestsPerMinute())
                        .withStreamConnections(plan.connections())
                        .withBarsPerRequest(plan.barsPerRequest())
                        .withSpacing(spacing))
                .stream(options -> options.backoff(SHORT));
        if (server.authority() != null) {
            builder.trustedCertificates(List.of(server.authority()));
        }
        return builder.build();
    }

    synchronized String report() {
        if (simulator == null) {
            return "No simulator was started";
        }
        Observations seen = simulator.observations();
        StringBuilder text = new StringBuilder("The simulator saw ")
                .append(seen.requests().size())
                .append(" HTTP requests and upgrades, ")
                .append(seen.frames().size())
                .append(" frames, and pushed ")
                .append(seen.pushes())
                .append(" times");
        seen.openConnections()
                .forEach(c -> text.append("\n  connection ")
                        .append(c.id())
                        .append(" has ")
                        .append(c.subscriptions()));
        seen.violations()
                .forEach(v -> text.append("\n  violation in ")
                        .append(v.where())
                        .append(": ")
                        .append(v.errorText()));
        if (stream != null) {
            text.append("\n  the stream says: ").append(stream.explain());
        }
        return text.toString();
    }

    /** Closes the client first, so that it can close its stream in order. */
    @Override
    public synchronized void close() {
        try {
            if (client != null) {
                client.close();
            }
        } finally {
            if (simulator != null) {
                simulator.close();
            }
        }
    }
}
