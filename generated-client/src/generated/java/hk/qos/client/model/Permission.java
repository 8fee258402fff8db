// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import org.jspecify.annotations.Nullable;

/**
 * The limits of one operation.
 *
 * @param instruments Maximum number of instruments. Null if absent.
 * @param requestsPerMinute Requests a minute. Null if absent.
 * @param connections Concurrent connections; only for the stream. Null if absent.
 */
public record Permission(
        @Nullable Integer instruments,
        @Nullable Integer requestsPerMinute,
        @Nullable Integer connections) {
}
