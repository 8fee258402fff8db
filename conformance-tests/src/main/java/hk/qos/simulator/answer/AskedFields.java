package hk.qos.simulator.answer;

import hk.qos.simulator.spec.Api;
import tools.jackson.databind.JsonNode;

/** What requests to the market ask for, in fields that have these names in the documents. */
final class AskedFields {
    private final String tradeCount;
    private final String queries;
    private final String codes;
    private final String count;
    private final String type;
    private final String adjustment;
    private final JsonNode forward;
    private final String endTime;
    private final String pushedType;
    private final String code;

    AskedFields(Api api) {
        tradeCount = api.wireName("TradesRequest", "count");
        queries = api.wireName("HistoryKLinesRequest", "queries");
        codes = api.wireName("HistoryKLineQuery", "codes");
        count = api.wireName("HistoryKLineQuery", "count");
        type = api.wireName("HistoryKLineQuery", "type");
        adjustment = api.wireName("HistoryKLineQuery", "adjustment");
        forward = api.wireValue("Adjustment", "FORWARD");
        endTime = api.wireName("HistoryKLineQuery", "endTime");
        pushedType = api.wireName("KLine", "type");
        code = api.wireName("Trade", "code");
    }

    /** The number of trades of each instrument. */
    int tradeCount(JsonNode request) {
        return request.path(tradeCount).asInt();
    }

    /** The queries of a request for bars; none in other requests. */
    JsonNode queries(JsonNode request) {
        return request.path(queries);
    }

    /** The batch of instruments of a query. */
    String codes(JsonNode query) {
        return query.path(codes).asString();
    }

    /** The number of bars that a query asks for. */
    int count(JsonNode query) {
        return query.path(count).asInt();
    }

    /** Whether a query or a command names a length of bars. */
    boolean hasType(JsonNode query) {
        return query.has(type);
    }

    /** The length of the bars, as on the wire. */
    int type(JsonNode query) {
        return query.path(type).asInt();
    }

    /** The length of the bars and its name on the wire, for an error text. */
    String namedType(JsonNode query) {
        return type + " " + query.path(type);
    }

    /** Whether a query asks for adjusted prices. */
    boolean isAdjusted(JsonNode query) {
        return query.path(adjustment).equals(forward);
    }

    /** The end of a query in seconds since the epoch; 0 or less for the newest bars. */
    long endTime(JsonNode query) {
        return query.path(endTime).asLong(0);
    }

    /** The length of the bars that a topic pushes, as on the wire. */
    int type(Topic topic) {
        JsonNode value = topic.parameters().get(pushedType);
        if (value == null) {
            throw new IllegalArgumentException(topic + " has no " + pushedType);
        }
        return value.asInt();
    }

    /** The instrument of a record; empty if it names none. */
    String code(JsonNode row) {
        return row.path(code).asString("");
    }
}
