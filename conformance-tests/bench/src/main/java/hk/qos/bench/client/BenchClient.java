package hk.qos.bench.client;

import java.net.URI;
import java.util.List;

/** A client that subscribes to all codes and hands each push, decoded, to a meter. */
interface BenchClient {
    /** Connects and subscribes; returns what closes the connection. */
    AutoCloseable start(URI server, List<String> codes, Meter meter) throws Exception;
}
