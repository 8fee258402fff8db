// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import java.util.Objects;

/**
 * The answer to what the server does not do. There are no error codes, only words.
 *
 * @param message Why, in the server's own words; anything but {@code OK}.
 */
public record Refusal(String message) {

    /** Takes what the server sent as it is; lists and maps are copied. */
    public Refusal {
        Objects.requireNonNull(message, "message");
    }
}
