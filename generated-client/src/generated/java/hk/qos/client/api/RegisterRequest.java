// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.internal.check.Checks;

/**
 * The address that requests an API key.
 *
 * @param email E-mail address that receives the API key.
 */
public record RegisterRequest(String email) {

    /** @throws IllegalArgumentException if a component is null or invalid; the message names it */
    public RegisterRequest {
        Checks.length("email", email, 3, Integer.MAX_VALUE);
    }
}
