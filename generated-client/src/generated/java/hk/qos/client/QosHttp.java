// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client;

import hk.qos.client.api.QosApi;
import hk.qos.client.internal.http.HttpCalls;
import hk.qos.client.internal.http.InputRules;
import hk.qos.client.internal.http.RequestSizes;
import hk.qos.client.internal.request.Requests;
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
import hk.qos.error.ClientException;
import hk.qos.error.LimitException;
import hk.qos.stream.internal.check.Checks;
import java.util.Collection;
import java.util.List;

/**
 * The HTTP operations as blocking calls. Thread-safe. Interrupting the calling thread cancels the call, which then throws a
 * {@link hk.qos.error.CallInterruptedException}.
 */
public final class QosHttp {
    private final Requests requests;
    private final HttpCalls calls;
    private final InputRules rules;
    private final RequestSizes sizes;

    /**
     * @param api creates calls
     * @param calls sends them, and handles failures
     * @param rules checks arguments
     * @param sizes splits what is too large for one request
     */
    QosHttp(QosApi api, HttpCalls calls, InputRules rules, RequestSizes sizes) {
        this.requests = new Requests(api, rules, sizes);
        this.calls = calls;
        this.rules = rules;
        this.sizes = sizes;
    }

    /** Returns the same operations as futures. */
    public QosHttpAsync async() {
        return new QosHttpAsync(requests, calls);
    }

    /**
     * Prepares a walk through bars of any number, page by page. Nothing is sent before its first bar is needed.
     *
     * @param range which bars
     * @throws IllegalArgumentException if {@code range} is null, or names a market that is unknown
     */
    public History history(HistoryRange range) {
        return new History(requests, calls, rules, sizes, range);
    }

    /**
     * Creates an API key for an e-mail address. Needs no API key, and works once a minute. The vendor now refers
     * users to its web page, https://qos.hk, instead. Section 4.1.
     *
     * @param email E-mail address that receives the API key. On the wire {@code email}.
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws LimitException if the call exceeds a limit of the plan, or would wait too long for its turn; nothing is sent
     * @throws ClientException if the call fails; its class tells the kind of failure
     * @deprecated The vendor has deprecated this operation; the description says what replaces it.
     */
    @Deprecated
    public Registration register(String email) {
        return requests.register(email).execute(calls);
    }

    /**
     * Calls {@link #instrumentInfo(Collection)}.
     */
    public Results<InstrumentInfo> instrumentInfo(String... codes) {
        return instrumentInfo(Checks.listed("codes", codes));
    }

    /**
     * Returns static data of each instrument: names, currency, lot size, shares. Section 4.2.
     *
     * @param codes Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are split. On
     *     the wire {@code codes}.
     * @return the elements in the order in which their instruments are requested, with the instruments that are
     *     missing and the elements that could not be decoded
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws LimitException if the call exceeds a limit of the plan, or would wait too long for its turn; nothing is sent
     * @throws hk.qos.error.PartialAnswerException if the call is split into several requests, and some of them fail
     * @throws ClientException if the call fails; its class tells the kind of failure
     */
    public Results<InstrumentInfo> instrumentInfo(Collection<String> codes) {
        return requests.instrumentInfo(codes).execute(calls);
    }

    /**
     * Calls {@link #snapshots(Collection)}.
     */
    public Results<Snapshot> snapshots(String... codes) {
        return snapshots(Checks.listed("codes", codes));
    }

    /**
     * Returns the current snapshot of each instrument. Section 4.3.
     *
     * @param codes Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are split. On
     *     the wire {@code codes}.
     * @return the elements in the order in which their instruments are requested, with the instruments that are
     *     missing and the elements that could not be decoded
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws LimitException if the call exceeds a limit of the plan, or would wait too long for its turn; nothing is sent
     * @throws hk.qos.error.PartialAnswerException if the call is split into several requests, and some of them fail
     * @throws ClientException if the call fails; its class tells the kind of failure
     */
    public Results<Snapshot> snapshots(Collection<String> codes) {
        return requests.snapshots(codes).execute(calls);
    }

    /**
     * Calls {@link #depths(Collection)}.
     */
    public Results<Depth> depths(String... codes) {
        return depths(Checks.listed("codes", codes));
    }

    /**
     * Returns the order book of each instrument. Section 4.4.
     *
     * @param codes Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are split. On
     *     the wire {@code codes}.
     * @return the elements in the order in which their instruments are requested, with the instruments that are
     *     missing and the elements that could not be decoded
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws LimitException if the call exceeds a limit of the plan, or would wait too long for its turn; nothing is sent
     * @throws hk.qos.error.PartialAnswerException if the call is split into several requests, and some of them fail
     * @throws ClientException if the call fails; its class tells the kind of failure
     */
    public Results<Depth> depths(Collection<String> codes) {
        return requests.depths(codes).execute(calls);
    }

    /**
     * Calls {@link #trades(int, Collection)}.
     */
    public Results<Trade> trades(int count, String... codes) {
        return trades(count, Checks.listed("codes", codes));
    }

    /**
     * Returns the latest trades of each instrument in one list, grouped by instrument, oldest first. Section 4.5.
     *
     * @param count Number of trades of each instrument, 1 to 50. On the wire {@code count}.
     * @param codes Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are split. On
     *     the wire {@code codes}.
     * @return the elements in the order in which their instruments are requested, with the instruments that are
     *     missing and the elements that could not be decoded
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws LimitException if the call exceeds a limit of the plan, or would wait too long for its turn; nothing is sent
     * @throws hk.qos.error.PartialAnswerException if the call is split into several requests, and some of them fail
     * @throws ClientException if the call fails; its class tells the kind of failure
     */
    public Results<Trade> trades(int count, Collection<String> codes) {
        return requests.trades(count, codes).execute(calls);
    }

    /** Calls {@link #trades(int, Collection)} with {@code count} {@code 1}. */
    public Results<Trade> trades(String... codes) {
        return trades(1, Checks.listed("codes", codes));
    }

    /** Calls {@link #trades(int, Collection)} with {@code count} {@code 1}. */
    public Results<Trade> trades(Collection<String> codes) {
        return trades(1, codes);
    }

    /**
     * Calls {@link #kLines(Collection)}.
     */
    public Results<KLineSeries> kLines(KLineQuery... queries) {
        return kLines(Checks.listed("queries", queries));
    }

    /**
     * Returns the latest bars of each instrument, oldest first. Section 4.6.
     *
     * @param queries One or more queries. On the wire {@code kline_reqs}.
     * @return the elements in the order in which their instruments are requested, with the instruments that are
     *     missing and the elements that could not be decoded
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws LimitException if the call exceeds a limit of the plan, or would wait too long for its turn; nothing is sent
     * @throws hk.qos.error.PartialAnswerException if the call is split into several requests, and some of them fail
     * @throws ClientException if the call fails; its class tells the kind of failure
     */
    public Results<KLineSeries> kLines(Collection<KLineQuery> queries) {
        return requests.kLines(queries).execute(calls);
    }

    /**
     * Calls {@link #historyKLines(Collection)}.
     */
    public Results<KLineSeries> historyKLines(HistoryKLineQuery... queries) {
        return historyKLines(Checks.listed("queries", queries));
    }

    /**
     * Returns the bars up to a given time, oldest first. Section 4.7.
     *
     * @param queries One or more queries. On the wire {@code kline_reqs}.
     * @return the elements in the order in which their instruments are requested, with the instruments that are
     *     missing and the elements that could not be decoded
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws LimitException if the call exceeds a limit of the plan, or would wait too long for its turn; nothing is sent
     * @throws hk.qos.error.PartialAnswerException if the call is split into several requests, and some of them fail
     * @throws ClientException if the call fails; its class tells the kind of failure
     */
    public Results<KLineSeries> historyKLines(Collection<HistoryKLineQuery> queries) {
        return requests.historyKLines(queries).execute(calls);
    }

    /**
     * Calls {@link #marketCalendar(Collection)}.
     */
    public ResultsMap<Market, List<TradingDay>> marketCalendar(Market... markets) {
        return marketCalendar(Checks.listed("markets", markets));
    }

    /**
     * Returns the trading days of each market, full and half days, for about three months. US, HK, SH and SZ have a
     * calendar; other markets are missing from the answer. Section 4.8.
     *
     * @param markets One or more markets. On the wire {@code market}.
     * @return the entries in the server's order, which can differ from that of the request, with the keys that are
     *     missing, and the elements that could not be decoded
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws LimitException if the call exceeds a limit of the plan, or would wait too long for its turn; nothing is sent
     * @throws ClientException if the call fails; its class tells the kind of failure
     */
    public ResultsMap<Market, List<TradingDay>> marketCalendar(Collection<Market> markets) {
        return requests.marketCalendar(markets).execute(calls);
    }

    /**
     * Calls {@link #productList(Collection)}.
     */
    public ResultsMap<Market, List<Product>> productList(Market... markets) {
        return productList(Checks.listed("markets", markets));
    }

    /**
     * Returns a selection of the instruments that each market offers; the vendor lists more on request. Market
     * {@code SI}, stock indices, occurs in this operation only. Section 4.9.
     *
     * @param markets One or more markets. On the wire {@code market}.
     * @return the entries in the server's order, which can differ from that of the request, with the keys that are
     *     missing, and the elements that could not be decoded
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws LimitException if the call exceeds a limit of the plan, or would wait too long for its turn; nothing is sent
     * @throws ClientException if the call fails; its class tells the kind of failure
     */
    public ResultsMap<Market, List<Product>> productList(Collection<Market> markets) {
        return requests.productList(markets).execute(calls);
    }
}
