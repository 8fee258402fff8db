package hk.qos.simulator.observe;

import java.time.Instant;

/**
 * An HTTP request or upgrade.
 *
 * @param method such as {@code POST}
 * @param path without the query
 * @param body the body as received
 * @param arrivedAt the time of arrival
 */
public record ReceivedRequest(String method, String path, String body, Instant arrivedAt) {}
