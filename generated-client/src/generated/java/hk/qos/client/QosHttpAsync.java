// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client;

import hk.qos.client.api.QosApi;
import hk.qos.client.internal.check.Checks;
import hk.qos.client.internal.http.HttpCalls;
import hk.qos.client.internal.http.InputRules;
import hk.qos.client.internal.request.Requests;
import hk.qos.client.model.Depth;
import hk.qos.client.model.HistoryQuery;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The HTTP interfaces, as futures: no thread waits. What is wrong with the input is thrown at once, all else fails the
 * future with the {@link ClientException} itself; cancelling a future cancels its request, or its wait for a turn.
 *
 * <p>Futures complete on a thread of OkHttp's dispatcher, where the answer was read; on the client's timer when a turn or
 * another attempt cannot be had; and on the thread that closes the client. Give a stage that blocks an executor of your
 * own.
 */
public final class QosHttpAsync {
    private final Requests requests;
    private final HttpCalls calls;

    /**
     * @param api sends
     * @param calls decides when, and what becomes of failures
     * @param rules judge the input
     */
    QosHttpAsync(QosApi api, HttpCalls calls, InputRules rules) {
        this.requests = new Requests(api, rules);
        this.calls = calls;
    }

    QosHttpAsync(Requests requests, HttpCalls calls) {
        this.requests = requests;
        this.calls = calls;
    }

    /**
     * Makes a key for an address. Needs none, and works once in 60 s. The vendor now sends people to its web page
     * instead. Section 4.1.
     *
     * @param email Address that the key is made for.
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     */
    @Deprecated
    public CompletableFuture<Registration> register(String email) {
        return requests.register(email).executeAsync(calls);
    }

    /** {@link #instrumentInfo(Collection)} of items given one by one. */
    public CompletableFuture<Results<InstrumentInfo>> instrumentInfo(String... codes) {
        return instrumentInfo(Checks.listed("codes", codes));
    }

    /**
     * What each instrument is: names, currency, lot size, shares. Section 4.2.
     *
     * @param codes Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are taken
     *     apart.
     * @return what the server sent, in its order, which need not be that of the request; it tells what is
     *     missing, and what could not be read
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws LimitException if that names more instruments than the plan allows to any request; nothing is sent
     */
    public CompletableFuture<Results<InstrumentInfo>> instrumentInfo(Collection<String> codes) {
        return requests.instrumentInfo(codes).executeAsync(calls);
    }

    /** {@link #snapshots(Collection)} of items given one by one. */
    public CompletableFuture<Results<Snapshot>> snapshots(String... codes) {
        return snapshots(Checks.listed("codes", codes));
    }

    /**
     * The present state of each instrument. Section 4.3.
     *
     * @param codes Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are taken
     *     apart.
     * @return what the server sent, in its order, which need not be that of the request; it tells what is
     *     missing, and what could not be read
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws LimitException if that names more instruments than the plan allows to any request; nothing is sent
     */
    public CompletableFuture<Results<Snapshot>> snapshots(Collection<String> codes) {
        return requests.snapshots(codes).executeAsync(calls);
    }

    /** {@link #depth(Collection)} of items given one by one. */
    public CompletableFuture<Results<Depth>> depth(String... codes) {
        return depth(Checks.listed("codes", codes));
    }

    /**
     * The order book of each instrument. Section 4.4.
     *
     * @param codes Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are taken
     *     apart.
     * @return what the server sent, in its order, which need not be that of the request; it tells what is
     *     missing, and what could not be read
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws LimitException if that names more instruments than the plan allows to any request; nothing is sent
     */
    public CompletableFuture<Results<Depth>> depth(Collection<String> codes) {
        return requests.depth(codes).executeAsync(calls);
    }

    /** {@link #trades(int, Collection)} of items given one by one. */
    public CompletableFuture<Results<Trade>> trades(int count, String... codes) {
        return trades(count, Checks.listed("codes", codes));
    }

    /**
     * The latest trades of each instrument, as one flat list: consecutive rows for each instrument, oldest first.
     * Section 4.5.
     *
     * @param count How many trades of each instrument, 1 to 50.
     * @param codes Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are taken
     *     apart.
     * @return what the server sent, in its order, which need not be that of the request; it tells what is
     *     missing, and what could not be read
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws LimitException if that names more instruments than the plan allows to any request; nothing is sent
     */
    public CompletableFuture<Results<Trade>> trades(int count, Collection<String> codes) {
        return requests.trades(count, codes).executeAsync(calls);
    }

    /** {@link #klines(Collection)} of items given one by one. */
    public CompletableFuture<Results<KLineSeries>> klines(KLineQuery... queries) {
        return klines(Checks.listed("queries", queries));
    }

    /**
     * The latest bars of each instrument, oldest first. Section 4.6.
     *
     * @param queries One query or more.
     * @return what the server sent, in its order, which need not be that of the request; it tells what is
     *     missing, and what could not be read
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws LimitException if that names more instruments than the plan allows to any request; nothing is sent
     */
    public CompletableFuture<Results<KLineSeries>> klines(Collection<KLineQuery> queries) {
        return requests.klines(queries).executeAsync(calls);
    }

    /** {@link #historyKlines(Collection)} of items given one by one. */
    public CompletableFuture<Results<KLineSeries>> historyKlines(HistoryQuery... queries) {
        return historyKlines(Checks.listed("queries", queries));
    }

    /**
     * Bars up to a moment, oldest first. Section 4.7.
     *
     * @param queries One query or more.
     * @return what the server sent, in its order, which need not be that of the request; it tells what is
     *     missing, and what could not be read
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws LimitException if that names more instruments than the plan allows to any request; nothing is sent
     */
    public CompletableFuture<Results<KLineSeries>> historyKlines(Collection<HistoryQuery> queries) {
        return requests.historyKlines(queries).executeAsync(calls);
    }

    /** {@link #marketCalendar(Collection)} of items given one by one. */
    public CompletableFuture<Map<Market, List<TradingDay>>> marketCalendar(Market... markets) {
        return marketCalendar(Checks.listed("markets", markets));
    }

    /**
     * The days on which each market trades, for about three months, and whether it does so for half a day only. US,
     * HK, SH and SZ have a calendar; other markets are missing from the answer. Section 4.8.
     *
     * @param markets One market or more.
     * @return what the server sent, in its order, which need not be that of the request; what it leaves out is missing
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     */
    public CompletableFuture<Map<Market, List<TradingDay>>> marketCalendar(Collection<Market> markets) {
        return requests.marketCalendar(markets).executeAsync(calls);
    }

    /** {@link #productList(Collection)} of items given one by one. */
    public CompletableFuture<Map<Market, List<Product>>> productList(Market... markets) {
        return productList(Checks.listed("markets", markets));
    }

    /**
     * A selection of the instruments that each market offers; the vendor names more on request. Market {@code SI},
     * stock indices, occurs here only. Section 4.9.
     *
     * @param markets One market or more.
     * @return what the server sent, in its order, which need not be that of the request; what it leaves out is missing
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     */
    public CompletableFuture<Map<Market, List<Product>>> productList(Collection<Market> markets) {
        return requests.productList(markets).executeAsync(calls);
    }
}
