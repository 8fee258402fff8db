package hk.qos.simulator.observe;

import java.time.Instant;

/**
 * An HTTP request, upgrades included.
 *
 * @param method such as {@code POST}
 * @param path without the query
 * @param body as it came
 * @param arrivedAt when it came
 */
public record ReceivedRequest(String method, String path, String body, Instant arrivedAt) {}
