// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.request;

import hk.qos.client.Operation;
import hk.qos.client.internal.paging.Paging;
import hk.qos.client.model.HistoryKLineQuery;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineSeries;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the operations with {@code x-paging} are paged. */
public final class HttpPages {
    /** {@link Requests#historyKLines}. */
    public static final Paging<HistoryKLineQuery, KLineSeries, KLine> HISTORY_KLINES = new Paging<>(
            Operation.HISTORY_KLINES, 1000, HttpPages::historyKLines, KLineSeries::code, KLineSeries::kLines, KLine::time, true, HttpPages::historyKLinesFits);

    private HttpPages() {}

    private static HistoryKLineQuery historyKLines(HistoryKLineQuery query, List<String> keys, int count, @Nullable Instant end) {
        return new HistoryKLineQuery(keys, count, query.adjustment(), query.type(), end);
    }

    private static boolean historyKLinesFits(HistoryKLineQuery query, String key, KLine item) {
        return key.equals(item.code()) && (item.type() == null || item.type() == query.type());
    }
}
