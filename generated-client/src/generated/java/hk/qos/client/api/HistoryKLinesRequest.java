// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.internal.check.Checks;
import hk.qos.client.model.HistoryKLineQuery;
import java.util.List;

/**
 * Queries for past bars.
 *
 * @param queries One or more queries.
 */
public record HistoryKLinesRequest(List<HistoryKLineQuery> queries) {

    /** @throws IllegalArgumentException if a component is null or invalid; the message names it */
    public HistoryKLinesRequest {
        queries = Checks.items("queries", queries, 1, Integer.MAX_VALUE);
    }
}
