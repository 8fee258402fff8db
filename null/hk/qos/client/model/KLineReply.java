// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.client.call.Envelope;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code /kline}.
 *
 * @param message {@code OK}, or why there is no data.
 * @param data The payload; only with {@code OK}. Null if absent.
 */
public record KLineReply(String message, @Nullable List<KLineSeries> data) implements Envelope<List<KLineSeries>> {

    /** Takes what the server sent as it is; lists and maps are copied. */
    public KLineReply {
        Objects.requireNonNull(message, "message");
        data = data == null ? null : List.copyOf(data);
    }
}
