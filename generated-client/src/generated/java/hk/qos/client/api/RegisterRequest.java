// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.internal.check.Checks;

/**
 * Who wants a key.
 *
 * @param email Address that the key is made for.
 */
public record RegisterRequest(String email) {

    /** @throws IllegalArgumentException if a value breaks the document's rules; the message names it */
    public RegisterRequest {
        Checks.length("email", email, 3, Integer.MAX_VALUE);
    }
}
