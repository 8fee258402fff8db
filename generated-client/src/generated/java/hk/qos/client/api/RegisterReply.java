// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.model.Registration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code /register}.
 *
 * @param message {@code OK}, or why there is no data.
 * @param data The payload; only with {@code OK}. Null if absent.
 */
public record RegisterReply(String message, @Nullable Registration data) implements Envelope<Registration> {

    /** Takes what the server sent as it is; lists and maps are copied. */
    public RegisterReply {
        Objects.requireNonNull(message, "message");
    }
}
