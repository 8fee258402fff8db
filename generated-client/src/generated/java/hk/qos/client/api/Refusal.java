// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.stream.internal.check.Checks;

/**
 * The answer to a refused request. There are no error codes.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 *
 * @param message The error message of the server; any text except {@code OK}. On the wire {@code msg}.
 */
public record Refusal(String message) {

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public Refusal {
        Checks.required("message", message);
    }
}
