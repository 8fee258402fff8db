// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import hk.qos.client.Results;
import hk.qos.client.model.Trade;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Recovery;
import hk.qos.stream.spi.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests the newest 50 items of each instrument, to recover gaps of trades. Section 5.7. */
record TradesRecovery() implements Recovery<Trade> {
    private static final int MAX_ITEMS = 50;

    @Override
    public int most() {
        return MAX_ITEMS;
    }

    @Override
    public Request<Map<String, List<Trade>>> request(Collection<String> keys) {
        return new RequestTrades(keys, MAX_ITEMS).as(TradesRecovery::byKey);
    }

    private static Map<String, List<Trade>> byKey(Results<Trade> answer) throws MalformedFrameException {
        if (!answer.undecodable().isEmpty()) {
            // The omitted elements may be those of the gap.
            throw new MalformedFrameException(answer.undecodable().get(0).reason());
        }
        Map<String, List<Trade>> items = new HashMap<>();
        for (Trade each : answer) {
            items.computeIfAbsent(each.code(), none -> new ArrayList<>()).add(each);
        }
        return items;
    }
}
