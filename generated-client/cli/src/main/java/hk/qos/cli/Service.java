package hk.qos.cli;

import hk.qos.client.QosClient;
import hk.qos.simulator.QosSimulator;
import org.jspecify.annotations.Nullable;

/**
 * A client, and the simulator that it talks to if there is one.
 *
 * @param client the client
 * @param simulator the simulator, or null
 */
record Service(QosClient client, @Nullable QosSimulator simulator) implements AutoCloseable {
    @Override
    public void close() {
        client.close();
        if (simulator != null) {
            simulator.close();
        }
    }
}
