// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import hk.qos.client.Results;
import hk.qos.client.api.CodesRequest;
import hk.qos.client.api.DepthsReply;
import hk.qos.client.api.HistoryKLinesReply;
import hk.qos.client.api.HistoryKLinesRequest;
import hk.qos.client.api.InstrumentInfoReply;
import hk.qos.client.api.KLinesReply;
import hk.qos.client.api.KLinesRequest;
import hk.qos.client.api.MarketCalendarReply;
import hk.qos.client.api.MarketsRequest;
import hk.qos.client.api.ProductListReply;
import hk.qos.client.api.Refusal;
import hk.qos.client.api.RegisterReply;
import hk.qos.client.api.RegisterRequest;
import hk.qos.client.api.SnapshotsReply;
import hk.qos.client.api.TradesReply;
import hk.qos.client.api.TradesRequest;
import hk.qos.client.internal.format.AnswerFormats;
import hk.qos.client.internal.format.JsonFormats;
import hk.qos.client.model.Adjustment;
import hk.qos.client.model.DayLength;
import hk.qos.client.model.Depth;
import hk.qos.client.model.HistoryKLineQuery;
import hk.qos.client.model.InstrumentInfo;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineSeries;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Level;
import hk.qos.client.model.Market;
import hk.qos.client.model.Permission;
import hk.qos.client.model.Permissions;
import hk.qos.client.model.Product;
import hk.qos.client.model.Registration;
import hk.qos.client.model.Session;
import hk.qos.client.model.SessionQuote;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.client.model.TradeDirection;
import hk.qos.client.model.TradingDay;
import hk.qos.client.model.TradingStatus;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates the Moshi adapters of every record and enumeration of the document, and of lists of them. */
public final class QosJsonAdapterFactory implements JsonAdapter.Factory {
    private static final Map<Class<?>, JsonAdapter<?>> ADAPTERS = Map.ofEntries(
            Map.entry(Adjustment.class, AdjustmentAdapter.INSTANCE),
            Map.entry(CodesRequest.class, CodesRequestAdapter.INSTANCE),
            Map.entry(DayLength.class, DayLengthAdapter.INSTANCE),
            Map.entry(Depth.class, DepthAdapter.INSTANCE),
            Map.entry(DepthsReply.class, DepthsReplyAdapter.INSTANCE),
            Map.entry(HistoryKLineQuery.class, HistoryKLineQueryAdapter.INSTANCE),
            Map.entry(HistoryKLinesReply.class, HistoryKLinesReplyAdapter.INSTANCE),
            Map.entry(HistoryKLinesRequest.class, HistoryKLinesRequestAdapter.INSTANCE),
            Map.entry(InstrumentInfo.class, InstrumentInfoAdapter.INSTANCE),
            Map.entry(InstrumentInfoReply.class, InstrumentInfoReplyAdapter.INSTANCE),
            Map.entry(KLine.class, KLineAdapter.INSTANCE),
            Map.entry(KLineQuery.class, KLineQueryAdapter.INSTANCE),
            Map.entry(KLineSeries.class, KLineSeriesAdapter.INSTANCE),
            Map.entry(KLineType.class, KLineTypeAdapter.INSTANCE),
            Map.entry(KLinesReply.class, KLinesReplyAdapter.INSTANCE),
            Map.entry(KLinesRequest.class, KLinesRequestAdapter.INSTANCE),
            Map.entry(Level.class, LevelAdapter.INSTANCE),
            Map.entry(Market.class, MarketAdapter.INSTANCE),
            Map.entry(MarketCalendarReply.class, MarketCalendarReplyAdapter.INSTANCE),
            Map.entry(MarketsRequest.class, MarketsRequestAdapter.INSTANCE),
            Map.entry(Permission.class, PermissionAdapter.INSTANCE),
            Map.entry(Permissions.class, PermissionsAdapter.INSTANCE),
            Map.entry(Product.class, ProductAdapter.INSTANCE),
            Map.entry(ProductListReply.class, ProductListReplyAdapter.INSTANCE),
            Map.entry(Refusal.class, RefusalAdapter.INSTANCE),
            Map.entry(RegisterReply.class, RegisterReplyAdapter.INSTANCE),
            Map.entry(RegisterRequest.class, RegisterRequestAdapter.INSTANCE),
            Map.entry(Registration.class, RegistrationAdapter.INSTANCE),
            Map.entry(Session.class, SessionAdapter.INSTANCE),
            Map.entry(SessionQuote.class, SessionQuoteAdapter.INSTANCE),
            Map.entry(Snapshot.class, SnapshotAdapter.INSTANCE),
            Map.entry(SnapshotsReply.class, SnapshotsReplyAdapter.INSTANCE),
            Map.entry(Trade.class, TradeAdapter.INSTANCE),
            Map.entry(TradeDirection.class, TradeDirectionAdapter.INSTANCE),
            Map.entry(TradesReply.class, TradesReplyAdapter.INSTANCE),
            Map.entry(TradesRequest.class, TradesRequestAdapter.INSTANCE),
            Map.entry(TradingDay.class, TradingDayAdapter.INSTANCE),
            Map.entry(TradingStatus.class, TradingStatusAdapter.INSTANCE));

    /** The adapter of a list returns immutable lists and skips null elements. */
    @Override
    public @Nullable JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
        if (!annotations.isEmpty()) {
            return null;
        }
        if (type instanceof ParameterizedType list && Types.getRawType(type) == List.class) {
            JsonAdapter<?> item = ADAPTERS.get(Types.getRawType(list.getActualTypeArguments()[0]));
            return item == null ? null : JsonFormats.listAdapter(item);
        }
        if (type instanceof ParameterizedType results && Types.getRawType(type) == Results.class) {
            JsonAdapter<?> element = ADAPTERS.get(Types.getRawType(results.getActualTypeArguments()[0]));
            return element == null ? null : AnswerFormats.resultsAdapter(element);
        }
        return ADAPTERS.get(Types.getRawType(type));
    }
}
