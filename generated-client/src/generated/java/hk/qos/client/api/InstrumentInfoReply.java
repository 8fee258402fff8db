// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.Results;
import hk.qos.client.model.InstrumentInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code /instrument-info}.
 *
 * @param message {@code OK}, or why there is no data.
 * @param data The payload; only with {@code OK}. Null if absent.
 */
public record InstrumentInfoReply(
        String message,
        @Nullable Results<InstrumentInfo> data)
        implements Envelope<Results<InstrumentInfo>> {

    /** Takes what the server sent as it is; lists and maps are copied. */
    public InstrumentInfoReply {
        Objects.requireNonNull(message, "message");
    }

    /** None. */
    @Override
    public Results<InstrumentInfo> none() {
        return Results.empty();
    }
}
