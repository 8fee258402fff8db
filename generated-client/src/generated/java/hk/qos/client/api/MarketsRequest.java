// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.internal.check.Checks;
import hk.qos.client.model.Market;
import java.util.List;

/**
 * The markets of a request.
 *
 * @param markets One or more markets.
 */
public record MarketsRequest(List<Market> markets) {

    /** @throws IllegalArgumentException if a component is null or invalid; the message names it */
    public MarketsRequest {
        markets = Checks.known("markets", Checks.items("markets", markets, 1, Integer.MAX_VALUE), Market.UNRECOGNIZED);
    }
}
