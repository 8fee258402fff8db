package hk.qos.bench.client;

import hk.qos.bench.load.Pushes;
import java.net.URI;

/**
 * Runs one client in a process of its own and prints its {@link Meter#result}.
 *
 * <p>Arguments: name, port, codes, warm-up pushes, measured pushes, whether to sum up their content,
 * whether the server stamps them with its time.
 */
public final class ClientProcess {
    private ClientProcess() {}

    public static void main(String[] arguments) throws Exception {
        Clients client = Clients.valueOf(arguments[0]);
        URI server = URI.create("ws://127.0.0.1:" + arguments[1] + "/ws");
        int codes = Integer.parseInt(arguments[2]);
        Meter meter = new Meter(
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]),
                Boolean.parseBoolean(arguments[5]),
                Boolean.parseBoolean(arguments[6]));
        try (AutoCloseable connection = client.client.start(server, Pushes.codes(codes), meter)) {
            meter.await();
            System.out.println(meter.result());
        }
        System.exit(0); // Some peers leave threads behind.
    }
}
