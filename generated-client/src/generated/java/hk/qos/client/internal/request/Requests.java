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
import hk.qos.client.internal.answer.Missing;
import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.internal.http.InputRules;
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
import java.util.function.UnaryOperator;

/** Checks arguments and makes requests of them, for {@code QosHttp} and {@code QosHttpAsync}. */
public final class Requests {
    private final QosApi api;
    private final InputRules rules;

    public Requests(QosApi api, InputRules rules) {
        this.api = api;
        this.rules = rules;
    }

    /** @deprecated The vendor has deprecated this operation. */
    @Deprecated
    public Prepared<Registration> register(String email) {
        RegisterRequest body = new RegisterRequest(email);
        return new Prepared<>(Operation.REGISTER, 0, () -> api.register(body), UnaryOperator.identity());
    }

    public Prepared<Results<InstrumentInfo>> instrumentInfo(Collection<String> codes) {
        List<String> given = rules.codes("codes", codes);
        CodesRequest body = new CodesRequest(given);
        return new Prepared<>(Operation.INSTRUMENT_INFO, given.size(), () -> api.instrumentInfo(body), Missing.of(CodeSpelling.spellings(codes), InstrumentInfo::code));
    }

    public Prepared<Results<Snapshot>> snapshots(Collection<String> codes) {
        List<String> given = rules.codes("codes", codes);
        CodesRequest body = new CodesRequest(given);
        return new Prepared<>(Operation.SNAPSHOTS, given.size(), () -> api.snapshots(body), Missing.of(CodeSpelling.spellings(codes), Snapshot::code));
    }

    public Prepared<Results<Depth>> depths(Collection<String> codes) {
        List<String> given = rules.codes("codes", codes);
        CodesRequest body = new CodesRequest(given);
        return new Prepared<>(Operation.DEPTHS, given.size(), () -> api.depths(body), Missing.of(CodeSpelling.spellings(codes), Depth::code));
    }

    public Prepared<Results<Trade>> trades(int count, Collection<String> codes) {
        List<String> given = rules.codes("codes", codes);
        TradesRequest body = new TradesRequest(given, count);
        return new Prepared<>(Operation.TRADES, given.size(), () -> api.trades(body), Missing.of(CodeSpelling.spellings(codes), Trade::code));
    }

    public Prepared<Results<KLineSeries>> kLines(Collection<KLineQuery> queries) {
        List<KLineQuery> asked = Checks.items("queries", queries, 1, Integer.MAX_VALUE);
        int instruments = rules.codes(
                        "queries",
                        asked.stream().flatMap(query -> query.codes().stream()).toList())
                .size();
        List<KLineQuery> given =
                asked.stream().flatMap(query -> perMarket(query).stream()).toList();
        KLinesRequest body = new KLinesRequest(given);
        return new Prepared<>(Operation.KLINES, instruments, () -> api.kLines(body), Missing.of(CodeSpelling.spellings(asked.stream().flatMap(query -> query.codes().stream()).toList()), KLineSeries::code));
    }

    public Prepared<Results<KLineSeries>> historyKLines(Collection<HistoryKLineQuery> queries) {
        List<HistoryKLineQuery> asked = Checks.items("queries", queries, 1, Integer.MAX_VALUE);
        int instruments = rules.codes(
                        "queries",
                        asked.stream().flatMap(query -> query.codes().stream()).toList())
                .size();
        List<HistoryKLineQuery> given =
                asked.stream().flatMap(query -> perMarket(query).stream()).toList();
        HistoryKLinesRequest body = new HistoryKLinesRequest(given);
        return new Prepared<>(Operation.HISTORY_KLINES, instruments, () -> api.historyKLines(body), Missing.of(CodeSpelling.spellings(asked.stream().flatMap(query -> query.codes().stream()).toList()), KLineSeries::code));
    }

    public Prepared<ResultsMap<Market, List<TradingDay>>> marketCalendar(Collection<Market> markets) {
        List<Market> given = Checks.items("markets", markets, 0, Integer.MAX_VALUE);
        MarketsRequest body = new MarketsRequest(given);
        return new Prepared<>(Operation.MARKET_CALENDAR, 0, () -> api.marketCalendar(body), Missing.keys(given));
    }

    public Prepared<ResultsMap<Market, List<Product>>> productList(Collection<Market> markets) {
        List<Market> given = Checks.items("markets", markets, 0, Integer.MAX_VALUE);
        MarketsRequest body = new MarketsRequest(given);
        return new Prepared<>(Operation.PRODUCT_LIST, 0, () -> api.productList(body), Missing.keys(given));
    }

    /** Returns one query for each market, since a query on the wire has instruments of one market only. */
    static List<KLineQuery> perMarket(KLineQuery query) {
        return CodeSpelling.batch(query.codes()).stream()
                .map(given -> new KLineQuery(CodeSpelling.split(List.of(given)), query.count(), query.adjustment(), query.type()))
                .toList();
    }

    /** Returns one query for each market, since a query on the wire has instruments of one market only. */
    static List<HistoryKLineQuery> perMarket(HistoryKLineQuery query) {
        return CodeSpelling.batch(query.codes()).stream()
                .map(given -> new HistoryKLineQuery(CodeSpelling.split(List.of(given)), query.count(), query.adjustment(), query.type(), query.endTime()))
                .toList();
    }
}
