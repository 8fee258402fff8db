// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.Results;
import hk.qos.client.model.KLineSeries;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code /kline}.
 *
 * @param message {@code OK}, or why there is no data.
 * @param data The payload; only with {@code OK}. Null if absent.
 */
public record KLineReply(
        String message,
        @Nullable Results<KLineSeries> data)
        implements Envelope<Results<KLineSeries>> {

    /** Takes what the server sent as it is; lists and maps are copied. */
    public KLineReply {
        Objects.requireNonNull(message, "message");
    }

    /** None. */
    @Override
    public Results<KLineSeries> none() {
        return Results.empty();
    }
}
