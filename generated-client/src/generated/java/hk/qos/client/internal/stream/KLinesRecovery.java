// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import hk.qos.client.Results;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineSeries;
import hk.qos.client.model.KLineType;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Recovery;
import hk.qos.stream.spi.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests the newest 100 items of each instrument, to recover gaps of kLines. Section 5.9. */
record KLinesRecovery(KLineType type) implements Recovery<KLine> {
    private static final int MAX_ITEMS = 100;

    @Override
    public int most() {
        return MAX_ITEMS;
    }

    @Override
    public Request<Map<String, List<KLine>>> request(Collection<String> keys) {
        return new RequestKLines(keys.stream().map(key -> KLineQuery.of(type, MAX_ITEMS, key)).toList()).as(KLinesRecovery::byKey);
    }

    private static Map<String, List<KLine>> byKey(Results<KLineSeries> answer) throws MalformedFrameException {
        if (!answer.undecodable().isEmpty()) {
            // The omitted elements may be those of the gap.
            throw new MalformedFrameException(answer.undecodable().get(0).reason());
        }
        Map<String, List<KLine>> items = new HashMap<>();
        for (KLineSeries each : answer) {
            List<KLine> some = each.kLines();
            if (some != null) {
                items.computeIfAbsent(each.code(), none -> new ArrayList<>()).addAll(some);
            }
        }
        return items;
    }
}
