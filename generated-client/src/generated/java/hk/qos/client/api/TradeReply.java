// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.Results;
import hk.qos.client.model.Trade;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code /trade}.
 *
 * @param message {@code OK}, or why there is no data.
 * @param data The payload; only with {@code OK}. Null if absent.
 */
public record TradeReply(String message, @Nullable Results<Trade> data) implements Envelope<Results<Trade>> {

    /** Takes what the server sent as it is; lists and maps are copied. */
    public TradeReply {
        Objects.requireNonNull(message, "message");
    }

    /** None. */
    @Override
    public Results<Trade> none() {
        return Results.empty();
    }
}
