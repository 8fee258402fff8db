// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.request;

import hk.qos.client.Operation;
import hk.qos.client.Results;
import hk.qos.client.ResultsMap;
import hk.qos.client.api.CodesRequest;
import hk.qos.client.api.HistoryKLinesRequest;
import hk.qos.client.api.KLinesRequest;
import hk.qos.client.api.MarketsRequest;
import hk.qos.client.api.QosApi;
import hk.qos.client.api.RegisterRequest;
import hk.qos.client.api.TradesRequest;
import hk.qos.client.internal.answer.Joining;
import hk.qos.client.internal.answer.Missing;
import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.internal.http.InputRules;
import hk.qos.client.internal.http.RequestSizes;
import hk.qos.client.model.Depth;
import hk.qos.client.model.HistoryKLineQuery;
import hk.qos.client.model.InstrumentInfo;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineSeries;
import hk.qos.client.model.Market;
import hk.qos.client.model.Product;
import hk.qos.client.model.Registration;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.client.model.TradingDay;
import hk.qos.stream.internal.check.Checks;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Checks arguments and makes requests of them, for {@code QosHttp} and {@code QosHttpAsync}. */
public final class Requests {
    private final QosApi api;
    private final InputRules rules;
    private final RequestSizes sizes;

    public Requests(QosApi api, InputRules rules, RequestSizes sizes) {
        this.api = api;
        this.rules = rules;
        this.sizes = sizes;
    }

    /** @deprecated The vendor has deprecated this operation. */
    @Deprecated
    public Prepared<Registration> register(String email) {
        RegisterRequest body = new RegisterRequest(email);
        return Prepared.whole(Operation.REGISTER, List.of(), () -> api.register(body), UnaryOperator.identity());
    }

    public Prepared<Results<InstrumentInfo>> instrumentInfo(Collection<String> codes) {
        return Prepared.split(
                Operation.INSTRUMENT_INFO,
                sizes.codes(Operation.INSTRUMENT_INFO, rules.codes("codes", codes)),
                given -> given,
                given -> {
                    CodesRequest body = new CodesRequest(given);
                    return () -> api.instrumentInfo(body);
                },
                Joining.results(),
                Missing.of(CodeSpelling.spellings(codes), InstrumentInfo::code));
    }

    public Prepared<Results<Snapshot>> snapshots(Collection<String> codes) {
        return Prepared.split(
                Operation.SNAPSHOTS,
                sizes.codes(Operation.SNAPSHOTS, rules.codes("codes", codes)),
                given -> given,
                given -> {
                    CodesRequest body = new CodesRequest(given);
                    return () -> api.snapshots(body);
                },
                Joining.results(),
                Missing.of(CodeSpelling.spellings(codes), Snapshot::code));
    }

    public Prepared<Results<Depth>> depths(Collection<String> codes) {
        return Prepared.split(
                Operation.DEPTHS,
                sizes.codes(Operation.DEPTHS, rules.codes("codes", codes)),
                given -> given,
                given -> {
                    CodesRequest body = new CodesRequest(given);
                    return () -> api.depths(body);
                },
                Joining.results(),
                Missing.of(CodeSpelling.spellings(codes), Depth::code));
    }

    public Prepared<Results<Trade>> trades(int count, Collection<String> codes) {
        return Prepared.split(
                Operation.TRADES,
                sizes.codes(Operation.TRADES, rules.codes("codes", codes)),
                given -> given,
                given -> {
                    TradesRequest body = new TradesRequest(given, count);
                    return () -> api.trades(body);
                },
                Joining.results(),
                Missing.of(CodeSpelling.spellings(codes), Trade::code));
    }

    public Prepared<Results<KLineSeries>> kLines(Collection<KLineQuery> queries) {
        List<KLineQuery> asked = Checks.items("queries", queries, 1, Integer.MAX_VALUE);
        rules.codes("queries", codes(asked, KLineQuery::codes));
        List<KLineQuery> single = asked.stream().flatMap(query -> perMarket(query).stream()).toList();
        return Prepared.split(
                Operation.KLINES,
                sizes.queries(Operation.KLINES, single, KLineQuery::codes, Requests::about),
                given -> distinct(given, KLineQuery::codes),
                given -> {
                    KLinesRequest body = new KLinesRequest(given);
                    return () -> api.kLines(body);
                },
                Joining.results(),
                Missing.of(codes(asked, KLineQuery::codes), KLineSeries::code));
    }

    public Prepared<Results<KLineSeries>> historyKLines(Collection<HistoryKLineQuery> queries) {
        List<HistoryKLineQuery> asked = Checks.items("queries", queries, 1, Integer.MAX_VALUE);
        rules.codes("queries", codes(asked, HistoryKLineQuery::codes));
        rules.items("queries", "count", asked, HistoryKLineQuery::count);
        List<HistoryKLineQuery> single = asked.stream().flatMap(query -> perMarket(query).stream()).toList();
        return Prepared.split(
                Operation.HISTORY_KLINES,
                sizes.queries(Operation.HISTORY_KLINES, single, HistoryKLineQuery::codes, Requests::about),
                given -> distinct(given, HistoryKLineQuery::codes),
                given -> {
                    HistoryKLinesRequest body = new HistoryKLinesRequest(given);
                    return () -> api.historyKLines(body);
                },
                Joining.results(),
                Missing.of(codes(asked, HistoryKLineQuery::codes), KLineSeries::code));
    }

    public Prepared<ResultsMap<Market, List<TradingDay>>> marketCalendar(Collection<Market> markets) {
        List<Market> given = Checks.items("markets", markets, 0, Integer.MAX_VALUE);
        MarketsRequest body = new MarketsRequest(given);
        return Prepared.whole(Operation.MARKET_CALENDAR, List.of(), () -> api.marketCalendar(body), Missing.keys(given));
    }

    public Prepared<ResultsMap<Market, List<Product>>> productList(Collection<Market> markets) {
        List<Market> given = Checks.items("markets", markets, 0, Integer.MAX_VALUE);
        MarketsRequest body = new MarketsRequest(given);
        return Prepared.whole(Operation.PRODUCT_LIST, List.of(), () -> api.productList(body), Missing.keys(given));
    }

    /** Returns one query for each market, since a query on the wire has instruments of one market only. */
    static List<KLineQuery> perMarket(KLineQuery query) {
        return CodeSpelling.batch(query.codes()).stream()
                .map(given -> about(query, CodeSpelling.split(List.of(given))))
                .toList();
    }

    /** Returns the query about other instruments. */
    private static KLineQuery about(KLineQuery query, List<String> given) {
        return new KLineQuery(given, query.count(), query.adjustment(), query.type());
    }

    /** Returns one query for each market, since a query on the wire has instruments of one market only. */
    static List<HistoryKLineQuery> perMarket(HistoryKLineQuery query) {
        return CodeSpelling.batch(query.codes()).stream()
                .map(given -> about(query, CodeSpelling.split(List.of(given))))
                .toList();
    }

    /** Returns the query about other instruments. */
    private static HistoryKLineQuery about(HistoryKLineQuery query, List<String> given) {
        return new HistoryKLineQuery(given, query.count(), query.adjustment(), query.type(), query.endTime());
    }

    private static <Q> List<String> codes(List<Q> queries, Function<Q, List<String>> given) {
        return queries.stream().flatMap(query -> given.apply(query).stream()).toList();
    }

    private static <Q> List<String> distinct(List<Q> queries, Function<Q, List<String>> given) {
        return codes(queries, given).stream().distinct().toList();
    }
}
