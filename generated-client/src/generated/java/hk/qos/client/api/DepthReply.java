// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.Results;
import hk.qos.client.model.Depth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code /depth}.
 *
 * @param message {@code OK}, or why there is no data.
 * @param data The payload; only with {@code OK}. Null if absent.
 */
public record DepthReply(String message, @Nullable Results<Depth> data) implements Envelope<Results<Depth>> {

    /** Takes what the server sent as it is; lists and maps are copied. */
    public DepthReply {
        Objects.requireNonNull(message, "message");
    }

    /** None. */
    @Override
    public Results<Depth> none() {
        return Results.empty();
    }
}
