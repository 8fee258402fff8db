// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.Results;
import hk.qos.client.model.Depth;
import hk.qos.stream.internal.check.Checks;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code /depth}.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 *
 * @param message {@code OK}, or the error message. On the wire {@code msg}.
 * @param data The payload; absent unless the message is {@code OK}. Null if absent. On the wire {@code data}.
 */
public record DepthsReply(String message, @Nullable Results<Depth> data) implements Envelope<Results<Depth>> {

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public DepthsReply {
        Checks.required("message", message);
    }

    /** Returns an empty payload. */
    @Override
    public Results<Depth> none() {
        return Results.empty();
    }
}
