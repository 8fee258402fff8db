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
import java.util.concurrent.CompletableFuture;

/**
 * The HTTP operations as futures; no thread blocks. An argument that is invalid or exceeds the plan throws at once; every
 * other failure completes the future with the {@link ClientException} itself. Cancelling a future cancels its request or
 * its wait for a turn. Thread-safe.
 *
 * <p>A future completes on a thread of the client, which dependent stages may block, or on the thread that closes the
 * client.
 */
public final class QosHttpAsync {
    private final Requests requests;
    private final HttpCalls calls;

    /**
     * @param api creates calls
     * @param calls sends them, and handles failures
     * @param rules checks arguments
     * @param sizes splits what is too large for one request
     */
    QosHttpAsync(QosApi api, HttpCalls calls, InputRules rules, RequestSizes sizes) {
        this.requests = new Requests(api, rules, sizes);
        this.calls = calls;
    }

    QosHttpAsync(Requests requests, HttpCalls calls) {
        this.requests = requests;
        this.calls = calls;
    }

    /**
     * Creates an API key for an e-mail address. Needs no API key, and works once a minute. The vendor now refers
     * users to its web page, https://qos.hk, instead. Section 4.1.
     *
     * @param email E-mail address that receives the API key. On the wire {@code email}.
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @deprecated The vendor has deprecated this operation; the description says what replaces it.
     */
    @Deprecated
    public CompletableFuture<Registration> register(String email) {
        return requests.register(email).executeAsync(calls);
    }

    /**
     * Calls {@link #instrumentInfo(Collection)}.
     */
    public CompletableFuture<Results<InstrumentInfo>> instrumentInfo(String... codes) {
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
     * @throws LimitException if the number of instruments exceeds the plan's limit and large requests are not split;
     *     nothing is sent
     */
    public CompletableFuture<Results<InstrumentInfo>> instrumentInfo(Collection<String> codes) {
        return requests.instrumentInfo(codes).executeAsync(calls);
    }

    /**
     * Calls {@link #snapshots(Collection)}.
     */
    public CompletableFuture<Results<Snapshot>> snapshots(String... codes) {
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
     * @throws LimitException if the number of instruments exceeds the plan's limit and large requests are not split;
     *     nothing is sent
     */
    public CompletableFuture<Results<Snapshot>> snapshots(Collection<String> codes) {
        return requests.snapshots(codes).executeAsync(calls);
    }

    /**
     * Calls {@link #depths(Collection)}.
     */
    public CompletableFuture<Results<Depth>> depths(String... codes) {
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
     * @throws LimitException if the number of instruments exceeds the plan's limit and large requests are not split;
     *     nothing is sent
     */
    public CompletableFuture<Results<Depth>> depths(Collection<String> codes) {
        return requests.depths(codes).executeAsync(calls);
    }

    /**
     * Calls {@link #trades(int, Collection)}.
     */
    public CompletableFuture<Results<Trade>> trades(int count, String... codes) {
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
     * @throws LimitException if the number of instruments exceeds the plan's limit and large requests are not split;
     *     nothing is sent
     */
    public CompletableFuture<Results<Trade>> trades(int count, Collection<String> codes) {
        return requests.trades(count, codes).executeAsync(calls);
    }

    /** Calls {@link #trades(int, Collection)} with {@code count} {@code 1}. */
    public CompletableFuture<Results<Trade>> trades(String... codes) {
        return trades(1, Checks.listed("codes", codes));
    }

    /** Calls {@link #trades(int, Collection)} with {@code count} {@code 1}. */
    public CompletableFuture<Results<Trade>> trades(Collection<String> codes) {
        return trades(1, codes);
    }

    /**
     * Calls {@link #kLines(Collection)}.
     */
    public CompletableFuture<Results<KLineSeries>> kLines(KLineQuery... queries) {
        return kLines(Checks.listed("queries", queries));
    }

    /**
     * Returns the latest bars of each instrument, oldest first. Section 4.6.
     *
     * @param queries One or more queries. On the wire {@code kline_reqs}.
     * @return the elements in the order in which their instruments are requested, with the instruments that are
     *     missing and the elements that could not be decoded
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws LimitException if the number of instruments exceeds the plan's limit and large requests are not split;
     *     nothing is sent
     */
    public CompletableFuture<Results<KLineSeries>> kLines(Collection<KLineQuery> queries) {
        return requests.kLines(queries).executeAsync(calls);
    }

    /**
     * Calls {@link #historyKLines(Collection)}.
     */
    public CompletableFuture<Results<KLineSeries>> historyKLines(HistoryKLineQuery... queries) {
        return historyKLines(Checks.listed("queries", queries));
    }

    /**
     * Returns the bars up to a given time, oldest first. Section 4.7.
     *
     * @param queries One or more queries. On the wire {@code kline_reqs}.
     * @return the elements in the order in which their instruments are requested, with the instruments that are
     *     missing and the elements that could not be decoded
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws LimitException if the number of instruments exceeds the plan's limit and large requests are not split;
     *     nothing is sent
     */
    public CompletableFuture<Results<KLineSeries>> historyKLines(Collection<HistoryKLineQuery> queries) {
        return requests.historyKLines(queries).executeAsync(calls);
    }

    /**
     * Calls {@link #marketCalendar(Collection)}.
     */
    public CompletableFuture<ResultsMap<Market, List<TradingDay>>> marketCalendar(Market... markets) {
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
     */
    public CompletableFuture<ResultsMap<Market, List<TradingDay>>> marketCalendar(Collection<Market> markets) {
        return requests.marketCalendar(markets).executeAsync(calls);
    }

    /**
     * Calls {@link #productList(Collection)}.
     */
    public CompletableFuture<ResultsMap<Market, List<Product>>> productList(Market... markets) {
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
     */
    public CompletableFuture<ResultsMap<Market, List<Product>>> productList(Collection<Market> markets) {
        return requests.productList(markets).executeAsync(calls);
    }
}
