// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import org.jspecify.annotations.Nullable;

/**
 * Limits of one interface.
 *
 * @param instruments How many instruments at once. Null if absent.
 * @param requestsPerMinute Requests a minute. Null if absent.
 * @param connections Stream connections at once; only for the stream. Null if absent.
 */
public record Permission(
        @Nullable Integer instruments,
        @Nullable Integer requestsPerMinute,
        @Nullable Integer connections) {
}
