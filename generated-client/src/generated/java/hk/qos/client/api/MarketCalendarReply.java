// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.ResultsMap;
import hk.qos.client.model.Market;
import hk.qos.client.model.TradingDay;
import hk.qos.stream.internal.check.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code /market-calendar}.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 *
 * @param message {@code OK}, or the error message. On the wire {@code msg}.
 * @param data The payload by market; absent unless the message is {@code OK}. Null if absent. On the wire
 *     {@code data}.
 */
public record MarketCalendarReply(
        String message,
        @Nullable ResultsMap<Market, List<TradingDay>> data)
        implements Envelope<ResultsMap<Market, List<TradingDay>>> {

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public MarketCalendarReply {
        Checks.required("message", message);
    }

    /** Returns an empty payload. */
    @Override
    public ResultsMap<Market, List<TradingDay>> none() {
        return ResultsMap.empty();
    }
}
