package hk.qos.cli;

import hk.qos.client.PlanLimits;
import hk.qos.client.QosClient;
import hk.qos.client.QosClientBuilder;
import hk.qos.simulator.QosSimulator;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The service that a command talks to. */
final class ServiceOptions {
    static final String VERBOSE = "--verbose";

    private static final String SIMULATED_KEY = "a-key-of-the-simulator";

    /** More than any command needs; the simulator has no limits. */
    private static final int PLENTY = 1_000_000;

    @Option(
            names = "--simulator",
            description = "Ask a simulator with invented prices, in this process and without a key.")
    private boolean simulated;

    @Option(
            names = "--http-url",
            paramLabel = "URL",
            description = "Address of the HTTP interfaces, instead of the live service or QOS_HTTP_URL.")
    private @Nullable String httpUrl;

    @Option(
            names = "--ws-url",
            paramLabel = "URL",
            description = "Address of the stream, instead of the live service or QOS_WS_URL.")
    private @Nullable String wsUrl;

    @Option(
            names = "--plan-instruments",
            paramLabel = "N",
            description = "Instruments that your plan permits in a request (that of the smallest plan).")
    private @Nullable Integer instruments;

    @Option(
            names = "--plan-requests",
            paramLabel = "N",
            description = "Requests a minute that your plan permits (that of the smallest plan).")
    private @Nullable Integer requests;

    @Option(names = VERBOSE, description = "Log what the client does, and show the stack trace of a failure.")
    private boolean verbose;

    ServiceOptions() {}

    boolean isVerbose() {
        return verbose;
    }

    /** Returns the service; {@code settings} may change the client's. */
    Service open(Console console, CommandLine line, UnaryOperator<QosClientBuilder> settings) {
        if (simulated && (httpUrl != null || wsUrl != null)) {
            throw new ParameterException(
                    line, "--simulator has addresses of its own: leave out --http-url and --ws-url");
        }
        if (simulated) {
            QosSimulator simulator = console.simulator().get().start();
            try {
                return new Service(settings.apply(of(simulator)).build(), simulator);
            } catch (RuntimeException e) {
                simulator.close();
                throw e;
            }
        }
        if (console.environment().getOrDefault("QOS_API_KEY", "").isBlank()) {
            throw new ParameterException(
                    line, "no API key: set the environment variable QOS_API_KEY, or try --simulator");
        }
        QosClientBuilder builder =
                QosClient.builder().environment(console.environment()).planLimits(limits());
        if (httpUrl != null) {
            builder.httpUrl(httpUrl);
        }
        if (wsUrl != null) {
            builder.wsUrl(wsUrl);
        }
        return new Service(settings.apply(builder).build(), null);
    }

    /** Returns the settings of a client for a simulator without limits. */
    static QosClientBuilder of(QosSimulator simulator) {
        return QosClient.builder()
                .apiKey(SIMULATED_KEY)
                .httpUrl(simulator.httpUri().toString())
                .wsUrl(simulator.wsUri().toString())
                .planLimits(PlanLimits.defaults()
                        .withInstruments(PLENTY)
                        .withStreamInstruments(PLENTY)
                        .withRequestsPerMinute(PLENTY)
                        .withSpacing(Duration.ZERO));
    }

    private PlanLimits limits() {
        PlanLimits limits = PlanLimits.defaults();
        if (instruments != null) {
            limits = limits.withInstruments(instruments).withStreamInstruments(instruments);
        }
        return requests == null ? limits : limits.withRequestsPerMinute(requests);
    }
}
