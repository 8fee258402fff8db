package hk.qos.simulator.fault;

import hk.qos.simulator.spec.Paging;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the server makes of the end of a page; the market includes it. */
enum EndTime {
    /** As documented. */
    USUAL,
    /** An item at the end is not in the page. */
    EXCLUDED,
    /** The page has the newest items. */
    IGNORED;

    /** Returns the request as the market answers it. */
    JsonNode applied(JsonNode request, Paging paging) {
        if (this == IGNORED || this == EXCLUDED || !paging.inclusive()) {
            JsonNode changed = request.deepCopy();
            for (JsonNode query : changed.path(paging.queries())) {
                if (query instanceof ObjectNode fields && fields.has(paging.cursor())) {
                    change(fields, paging.cursor());
                }
            }
            return changed;
        }
        return request;
    }

    private void change(ObjectNode query, String cursor) {
        if (this == IGNORED) {
            query.remove(cursor);
        } else if (query.path(cursor).asLong() > 0) {
            query.put(cursor, Math.max(1, query.path(cursor).asLong() - 1));
        }
    }
}
