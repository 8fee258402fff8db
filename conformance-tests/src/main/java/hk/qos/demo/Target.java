package hk.qos.demo;

import hk.qos.client.QosClient;
import hk.qos.client.QosClientBuilder;
import hk.qos.simulator.QosSimulator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the demo runs against, and a client for it. */
final class Target implements AutoCloseable {
    private static final String SIMULATED_KEY = "a-key-of-the-simulator";

    private final @Nullable QosSimulator simulator;
    private final QosClient client;

    private Target(@Nullable QosSimulator simulator, QosClient client) {
        this.simulator = simulator;
        this.client = client;
    }

    /**
     * The live service if the environment has an API key, else a simulator. An empty variable counts as absent.
     *
     * @throws hk.qos.error.AuthenticationException if an address is set without an API key
     * @throws IllegalArgumentException if an address is invalid
     */
    static Target of(Map<String, String> environment) {
        if (Stream.of("QOS_API_KEY", "QOS_HTTP_URL", "QOS_WS_URL")
                .anyMatch(name -> !environment.getOrDefault(name, "").isBlank())) {
            return live(QosClient.builder().environment(environment).build());
        }
        QosSimulator simulator = QosSimulator.start();
        QosClientBuilder builder = QosClient.builder()
                .apiKey(SIMULATED_KEY)
                .httpUrl(simulator.httpUri().toString())
                .wsUrl(simulator.wsUri().toString());
        return new Target(simulator, builder.build());
    }

    /** The service that the client is for; the target closes the client. */
    static Target live(QosClient client) {
        return new Target(null, client);
    }

    String name() {
        return simulator == null
                ? client + ", once each and well spaced: the limits of the smallest plan suffice"
                : "a simulator at " + simulator.httpUri() + " " + simulator.wsUri();
    }

    QosClient client() {
        return client;
    }

    /** Whether calls with a lasting effect, such as a registration, are left out. */
    boolean isLive() {
        return simulator == null;
    }

    /** Ends the stream's connection: the simulator cuts it, a live one is closed by the client. */
    String cut() {
        if (simulator == null) {
            client.stream().reconnect();
            return "the client drops its own connection";
        }
        simulator.faults().cut();
        return "the simulator cuts the connection";
    }

    @Override
    public void close() {
        client.close();
        if (simulator != null) {
            simulator.close();
        }
    }
}
