// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client;

import hk.qos.client.internal.answer.AnswerRules;
import hk.qos.client.internal.answer.Missing;
import hk.qos.client.internal.check.Checks;
import hk.qos.client.internal.http.InputRules;
import hk.qos.client.internal.stream.QosChannels;
import hk.qos.client.internal.stream.RequestDepth;
import hk.qos.client.internal.stream.RequestHistoryKline;
import hk.qos.client.internal.stream.RequestInstrumentInfo;
import hk.qos.client.internal.stream.RequestKline;
import hk.qos.client.internal.stream.RequestSnapshot;
import hk.qos.client.internal.stream.RequestTrades;
import hk.qos.client.model.Depth;
import hk.qos.client.model.HistoryQuery;
import hk.qos.client.model.InstrumentCodes;
import hk.qos.client.model.InstrumentInfo;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineSeries;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.stream.EventRegistration;
import hk.qos.stream.Latest;
import hk.qos.stream.Listener;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.spi.StreamClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The stream: connects at first use, stays connected, restores what is subscribed. All methods may be called from any
 * thread, from listeners too; none waits for the network, {@link #close} and {@link #drain} excepted.
 *
 * <p>Listeners run on the delivery thread, unless set otherwise. Futures complete on the common pool, or on a thread of
 * their own if that has fewer than two; never on the delivery thread, so that a listener may wait for one there, nor on
 * the event loop, where with {@code directDelivery()} it may not. Give a stage that blocks an executor of your own.
 *
 * <p>Instruments are named one by one, {@code List.of("US:AAPL", "US:TSLA")}, or several of one market in one text; every
 * spelling of an instrument names the same one. Pushes and answers carry the canonical spelling.
 */
public final class QosStream implements AutoCloseable {
    private final StreamClient client;
    private final InputRules rules;
    private final AnswerRules answers;

    /**
     * @param client speaks the document's dialect; closed by {@link #close}
     * @param rules judge instrument codes
     * @param answers say what becomes of elements of answers that cannot be read
     */
    QosStream(StreamClient client, InputRules rules, AnswerRules answers) {
        this.client = client;
        this.rules = rules;
        this.answers = answers;
    }

    /**
     * Pushes the snapshots of instruments until cancelled or the connection ends. After a reconnect the stream
     * subscribes anew by itself, until they are given up. Section 5.2.
     *
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @param listener takes them one by one, where listeners run; a lambda fits
     * @return the handle; its {@code ready()} tells when the server has agreed
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws hk.qos.error.SubscriptionLimitException if that were more instruments than the plan allows; nothing
     *     is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public Subscription<Snapshot> subscribeSnapshot(Collection<String> codes, Listener<? super Snapshot> listener) {
        return this.client.subscribe(QosChannels.SNAPSHOT, this.rules.anyNumberOfCodes("codes", codes), listener);
    }

    /**
     * As with a listener, for who takes the handle's publishers instead. Section 5.2.
     *
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws hk.qos.error.SubscriptionLimitException if that were more instruments than the plan allows; nothing
     *     is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public Subscription<Snapshot> subscribeSnapshot(Collection<String> codes) {
        return this.client.subscribe(QosChannels.SNAPSHOT, this.rules.anyNumberOfCodes("codes", codes));
    }

    /**
     * Ends what subscribeSnapshot began. Takes the instruments from every handle. Section 5.2.
     *
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @return completes when the server has agreed, at once if it need not be told, and also if the connection is
     *     lost; fails with a {@link hk.qos.error.ClosedException} if the stream closes before, with the reason if it
     *     fails
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     */
    public CompletableFuture<Void> unsubscribeSnapshot(Collection<String> codes) {
        return this.client.unsubscribe(QosChannels.SNAPSHOT, this.rules.anyNumberOfCodes("codes", codes));
    }

    /**
     * The newest push of a subscribed instrument, with its age; empty if there was none. Section 5.2.
     *
     * @param code of the instrument, in any spelling
     * @throws IllegalArgumentException if it cannot be a code, or its market is not known
     */
    public Optional<Latest<Snapshot>> latestSnapshot(String code) {
        return this.client.latest(QosChannels.SNAPSHOT, this.rules.code("code", code));
    }

    /**
     * Pushes the trades of instruments until cancelled or the connection ends. After a reconnect the stream
     * subscribes anew by itself, until they are given up. Section 5.3.
     *
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @param listener takes them one by one, where listeners run; a lambda fits
     * @return the handle; its {@code ready()} tells when the server has agreed
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws hk.qos.error.SubscriptionLimitException if that were more instruments than the plan allows; nothing
     *     is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public Subscription<Trade> subscribeTrades(Collection<String> codes, Listener<? super Trade> listener) {
        return this.client.subscribe(QosChannels.TRADES, this.rules.anyNumberOfCodes("codes", codes), listener);
    }

    /**
     * As with a listener, for who takes the handle's publishers instead. Section 5.3.
     *
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws hk.qos.error.SubscriptionLimitException if that were more instruments than the plan allows; nothing
     *     is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public Subscription<Trade> subscribeTrades(Collection<String> codes) {
        return this.client.subscribe(QosChannels.TRADES, this.rules.anyNumberOfCodes("codes", codes));
    }

    /**
     * Ends what subscribeTrades began. Takes the instruments from every handle. Section 5.3.
     *
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @return completes when the server has agreed, at once if it need not be told, and also if the connection is
     *     lost; fails with a {@link hk.qos.error.ClosedException} if the stream closes before, with the reason if it
     *     fails
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     */
    public CompletableFuture<Void> unsubscribeTrades(Collection<String> codes) {
        return this.client.unsubscribe(QosChannels.TRADES, this.rules.anyNumberOfCodes("codes", codes));
    }

    /**
     * The newest push of a subscribed instrument, with its age; empty if there was none. Section 5.3.
     *
     * @param code of the instrument, in any spelling
     * @throws IllegalArgumentException if it cannot be a code, or its market is not known
     */
    public Optional<Latest<Trade>> latestTrades(String code) {
        return this.client.latest(QosChannels.TRADES, this.rules.code("code", code));
    }

    /**
     * Pushes the order books of instruments until cancelled or the connection ends. After a reconnect the stream
     * subscribes anew by itself, until they are given up. Section 5.4.
     *
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @param listener takes them one by one, where listeners run; a lambda fits
     * @return the handle; its {@code ready()} tells when the server has agreed
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws hk.qos.error.SubscriptionLimitException if that were more instruments than the plan allows; nothing
     *     is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public Subscription<Depth> subscribeDepth(Collection<String> codes, Listener<? super Depth> listener) {
        return this.client.subscribe(QosChannels.DEPTH, this.rules.anyNumberOfCodes("codes", codes), listener);
    }

    /**
     * As with a listener, for who takes the handle's publishers instead. Section 5.4.
     *
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws hk.qos.error.SubscriptionLimitException if that were more instruments than the plan allows; nothing
     *     is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public Subscription<Depth> subscribeDepth(Collection<String> codes) {
        return this.client.subscribe(QosChannels.DEPTH, this.rules.anyNumberOfCodes("codes", codes));
    }

    /**
     * Ends what subscribeDepth began. Takes the instruments from every handle. Section 5.4.
     *
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @return completes when the server has agreed, at once if it need not be told, and also if the connection is
     *     lost; fails with a {@link hk.qos.error.ClosedException} if the stream closes before, with the reason if it
     *     fails
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     */
    public CompletableFuture<Void> unsubscribeDepth(Collection<String> codes) {
        return this.client.unsubscribe(QosChannels.DEPTH, this.rules.anyNumberOfCodes("codes", codes));
    }

    /**
     * The newest push of a subscribed instrument, with its age; empty if there was none. Section 5.4.
     *
     * @param code of the instrument, in any spelling
     * @throws IllegalArgumentException if it cannot be a code, or its market is not known
     */
    public Optional<Latest<Depth>> latestDepth(String code) {
        return this.client.latest(QosChannels.DEPTH, this.rules.code("code", code));
    }

    /**
     * Pushes the K-lines of instruments until cancelled or the connection ends. After a reconnect the stream
     * subscribes anew by itself, until they are given up. Section 5.5.
     *
     * @param type Length of the bars.
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @param listener takes them one by one, where listeners run; a lambda fits
     * @return the handle; its {@code ready()} tells when the server has agreed
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws hk.qos.error.SubscriptionLimitException if that were more instruments than the plan allows; nothing
     *     is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public Subscription<KLine> subscribeKline(KLineType type, Collection<String> codes, Listener<? super KLine> listener) {
        return this.client.subscribe(QosChannels.kline(type), this.rules.anyNumberOfCodes("codes", codes), listener);
    }

    /**
     * As with a listener, for who takes the handle's publishers instead. Section 5.5.
     *
     * @param type Length of the bars.
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws hk.qos.error.SubscriptionLimitException if that were more instruments than the plan allows; nothing
     *     is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public Subscription<KLine> subscribeKline(KLineType type, Collection<String> codes) {
        return this.client.subscribe(QosChannels.kline(type), this.rules.anyNumberOfCodes("codes", codes));
    }

    /**
     * Ends what subscribeKline began. Takes the instruments from every handle. Section 5.5.
     *
     * @param type Length of the bars.
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @return completes when the server has agreed, at once if it need not be told, and also if the connection is
     *     lost; fails with a {@link hk.qos.error.ClosedException} if the stream closes before, with the reason if it
     *     fails
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     */
    public CompletableFuture<Void> unsubscribeKline(KLineType type, Collection<String> codes) {
        return this.client.unsubscribe(QosChannels.kline(type), this.rules.anyNumberOfCodes("codes", codes));
    }

    /**
     * The newest push of a subscribed instrument, with its age; empty if there was none. Section 5.5.
     *
     * @param type Length of the bars.
     * @param code of the instrument, in any spelling
     * @throws IllegalArgumentException if it cannot be a code, or its market is not known
     */
    public Optional<Latest<KLine>> latestKline(KLineType type, String code) {
        return this.client.latest(QosChannels.kline(type), this.rules.code("code", code));
    }

    /** {@link #requestSnapshot(Collection)} of items given one by one. */
    public CompletableFuture<Results<Snapshot>> requestSnapshot(String... codes) {
        return requestSnapshot(Checks.listed("codes", codes));
    }

    /**
     * Asks for snapshots once, as the HTTP interface does. Goes by the request defaults that were set: unless
     * others were, 30 s, sent again after a reconnect. Section 5.6.
     *
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @return a future that fails with a {@link hk.qos.error.ClientException}: refused in the server's words, too
     *     late, too many waiting, connection lost, closed
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws hk.qos.error.LimitException if that names more instruments than the plan allows; nothing is sent
     */
    public CompletableFuture<Results<Snapshot>> requestSnapshot(Collection<String> codes) {
        return requestSnapshot(codes, this.client.requestDefaults());
    }

    /**
     * Asks for snapshots once, as the HTTP interface does. Section 5.6.
     *
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @param options deadline, and what becomes of it when the connection drops
     * @return a future that fails with a {@link hk.qos.error.ClientException}: refused in the server's words, too
     *     late, too many waiting, connection lost, closed
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws hk.qos.error.LimitException if that names more instruments than the plan allows; nothing is sent
     */
    public CompletableFuture<Results<Snapshot>> requestSnapshot(Collection<String> codes, RequestOptions options) {
        return this.client.request(this.answers.request(new RequestSnapshot(this.rules.codes("codes", codes)), Missing.of(InstrumentCodes.spellings(codes), Snapshot::code)), options);
    }

    /** {@link #requestTrades(int, Collection)} of items given one by one. */
    public CompletableFuture<Results<Trade>> requestTrades(int count, String... codes) {
        return requestTrades(count, Checks.listed("codes", codes));
    }

    /**
     * Asks for the latest trades once, as the HTTP interface does. Goes by the request defaults that were set:
     * unless others were, 30 s, sent again after a reconnect. Section 5.7.
     *
     * @param count How many trades of each instrument, 1 to 50.
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @return a future that fails with a {@link hk.qos.error.ClientException}: refused in the server's words, too
     *     late, too many waiting, connection lost, closed
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws hk.qos.error.LimitException if that names more instruments than the plan allows; nothing is sent
     */
    public CompletableFuture<Results<Trade>> requestTrades(int count, Collection<String> codes) {
        return requestTrades(count, codes, this.client.requestDefaults());
    }

    /**
     * Asks for the latest trades once, as the HTTP interface does. Section 5.7.
     *
     * @param count How many trades of each instrument, 1 to 50.
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @param options deadline, and what becomes of it when the connection drops
     * @return a future that fails with a {@link hk.qos.error.ClientException}: refused in the server's words, too
     *     late, too many waiting, connection lost, closed
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws hk.qos.error.LimitException if that names more instruments than the plan allows; nothing is sent
     */
    public CompletableFuture<Results<Trade>> requestTrades(int count, Collection<String> codes, RequestOptions options) {
        return this.client.request(this.answers.request(new RequestTrades(this.rules.codes("codes", codes), count), Missing.of(InstrumentCodes.spellings(codes), Trade::code)), options);
    }

    /** {@link #requestDepth(Collection)} of items given one by one. */
    public CompletableFuture<Results<Depth>> requestDepth(String... codes) {
        return requestDepth(Checks.listed("codes", codes));
    }

    /**
     * Asks for order books once, as the HTTP interface does. Goes by the request defaults that were set: unless
     * others were, 30 s, sent again after a reconnect. Section 5.8.
     *
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @return a future that fails with a {@link hk.qos.error.ClientException}: refused in the server's words, too
     *     late, too many waiting, connection lost, closed
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws hk.qos.error.LimitException if that names more instruments than the plan allows; nothing is sent
     */
    public CompletableFuture<Results<Depth>> requestDepth(Collection<String> codes) {
        return requestDepth(codes, this.client.requestDefaults());
    }

    /**
     * Asks for order books once, as the HTTP interface does. Section 5.8.
     *
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @param options deadline, and what becomes of it when the connection drops
     * @return a future that fails with a {@link hk.qos.error.ClientException}: refused in the server's words, too
     *     late, too many waiting, connection lost, closed
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws hk.qos.error.LimitException if that names more instruments than the plan allows; nothing is sent
     */
    public CompletableFuture<Results<Depth>> requestDepth(Collection<String> codes, RequestOptions options) {
        return this.client.request(this.answers.request(new RequestDepth(this.rules.codes("codes", codes)), Missing.of(InstrumentCodes.spellings(codes), Depth::code)), options);
    }

    /** {@link #requestKline(Collection)} of items given one by one. */
    public CompletableFuture<Results<KLineSeries>> requestKline(KLineQuery... queries) {
        return requestKline(Checks.listed("queries", queries));
    }

    /**
     * Asks for the latest K-lines once, as the HTTP interface does. Goes by the request defaults that were set:
     * unless others were, 30 s, sent again after a reconnect. Section 5.9.
     *
     * @param queries One query or more.
     * @return a future that fails with a {@link hk.qos.error.ClientException}: refused in the server's words, too
     *     late, too many waiting, connection lost, closed
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws hk.qos.error.LimitException if that names more instruments than the plan allows; nothing is sent
     */
    public CompletableFuture<Results<KLineSeries>> requestKline(Collection<KLineQuery> queries) {
        return requestKline(queries, this.client.requestDefaults());
    }

    /**
     * Asks for the latest K-lines once, as the HTTP interface does. Section 5.9.
     *
     * @param queries One query or more.
     * @param options deadline, and what becomes of it when the connection drops
     * @return a future that fails with a {@link hk.qos.error.ClientException}: refused in the server's words, too
     *     late, too many waiting, connection lost, closed
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws hk.qos.error.LimitException if that names more instruments than the plan allows; nothing is sent
     */
    public CompletableFuture<Results<KLineSeries>> requestKline(Collection<KLineQuery> queries, RequestOptions options) {
        this.rules.codes("queries", Checks.items("queries", queries, 1, Integer.MAX_VALUE).stream()
                .flatMap(query -> query.codes().stream())
                .toList());
        return this.client.request(this.answers.request(new RequestKline(queries), Missing.of(InstrumentCodes.spellings(queries.stream().flatMap(query -> query.codes().stream()).toList()), KLineSeries::code)), options);
    }

    /** {@link #requestHistoryKline(Collection)} of items given one by one. */
    public CompletableFuture<Results<KLineSeries>> requestHistoryKline(HistoryQuery... queries) {
        return requestHistoryKline(Checks.listed("queries", queries));
    }

    /**
     * Asks for past K-lines once, as the HTTP interface does. Goes by the request defaults that were set: unless
     * others were, 30 s, sent again after a reconnect. Section 5.10.
     *
     * @param queries One query or more.
     * @return a future that fails with a {@link hk.qos.error.ClientException}: refused in the server's words, too
     *     late, too many waiting, connection lost, closed
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws hk.qos.error.LimitException if that names more instruments than the plan allows; nothing is sent
     */
    public CompletableFuture<Results<KLineSeries>> requestHistoryKline(Collection<HistoryQuery> queries) {
        return requestHistoryKline(queries, this.client.requestDefaults());
    }

    /**
     * Asks for past K-lines once, as the HTTP interface does. Section 5.10.
     *
     * @param queries One query or more.
     * @param options deadline, and what becomes of it when the connection drops
     * @return a future that fails with a {@link hk.qos.error.ClientException}: refused in the server's words, too
     *     late, too many waiting, connection lost, closed
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws hk.qos.error.LimitException if that names more instruments than the plan allows; nothing is sent
     */
    public CompletableFuture<Results<KLineSeries>> requestHistoryKline(Collection<HistoryQuery> queries, RequestOptions options) {
        this.rules.codes("queries", Checks.items("queries", queries, 1, Integer.MAX_VALUE).stream()
                .flatMap(query -> query.codes().stream())
                .toList());
        return this.client.request(this.answers.request(new RequestHistoryKline(queries), Missing.of(InstrumentCodes.spellings(queries.stream().flatMap(query -> query.codes().stream()).toList()), KLineSeries::code)), options);
    }

    /** {@link #requestInstrumentInfo(Collection)} of items given one by one. */
    public CompletableFuture<Results<InstrumentInfo>> requestInstrumentInfo(String... codes) {
        return requestInstrumentInfo(Checks.listed("codes", codes));
    }

    /**
     * Asks for instrument information once, as the HTTP interface does. Goes by the request defaults that were
     * set: unless others were, 30 s, sent again after a reconnect. Section 5.11.
     *
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @return a future that fails with a {@link hk.qos.error.ClientException}: refused in the server's words, too
     *     late, too many waiting, connection lost, closed
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws hk.qos.error.LimitException if that names more instruments than the plan allows; nothing is sent
     */
    public CompletableFuture<Results<InstrumentInfo>> requestInstrumentInfo(Collection<String> codes) {
        return requestInstrumentInfo(codes, this.client.requestDefaults());
    }

    /**
     * Asks for instrument information once, as the HTTP interface does. Section 5.11.
     *
     * @param codes Instruments, as <code>US:AAPL</code>, or several of one market in one string,
     *     <code>US:AAPL,TSLA</code>.
     * @param options deadline, and what becomes of it when the connection drops
     * @return a future that fails with a {@link hk.qos.error.ClientException}: refused in the server's words, too
     *     late, too many waiting, connection lost, closed
     * @throws IllegalArgumentException if the input breaks the document's rules; nothing is sent
     * @throws hk.qos.error.LimitException if that names more instruments than the plan allows; nothing is sent
     */
    public CompletableFuture<Results<InstrumentInfo>> requestInstrumentInfo(Collection<String> codes, RequestOptions options) {
        return this.client.request(this.answers.request(new RequestInstrumentInfo(this.rules.codes("codes", codes)), Missing.of(InstrumentCodes.spellings(codes), InstrumentInfo::code)), options);
    }

    /**
     * Tells the server that the client is alive; the answer carries its time. The stream does it by itself; this
     * one is extra, and takes its turn. Section 5.1.
     *
     * @return a future that fails with a {@link hk.qos.error.ClientException}: refused in the server's words, too
     *     late, too many waiting, connection lost, closed
     */
    public CompletableFuture<Instant> heartbeat() {
        return this.client.heartbeat();
    }

    /**
     * Tells {@code listener} everything that happens to the stream and its subscriptions, in order, where listeners run. What
     * it throws is only logged.
     */
    public EventRegistration onEvent(Consumer<? super StreamEvent> listener) {
        return this.client.onEvent(listener);
    }

    /** Where the connection stands. */
    public StreamState state() {
        return this.client.state();
    }

    /**
     * Connects now rather than at first use, and rather than after a wait for the next attempt; completes when the stream is
     * ready. Fails with a {@link hk.qos.error.ClosedException} if the stream is closed, and with the reason if it fails.
     */
    public CompletableFuture<Void> connect() {
        return this.client.connect();
    }

    /**
     * Drops the present connection, if there is one, and makes a new one, as after a loss; ends a wait for the next attempt.
     */
    public void reconnect() {
        this.client.reconnect();
    }

    /** One paragraph, for people: where the stream stands, why it is not ready, and what comes next. */
    public String explain() {
        return this.client.explain();
    }

    /**
     * Waits until listeners and publishers have taken what is queued now, then closes in any case: what still waits then is
     * lost as with {@link #close}. A listener that calls it closes at once: the listener itself stands in the way of the rest.
     *
     * @param timeout for the delivery; closing comes on top
     * @return whether everything was delivered within {@code timeout}; in a listener, whether nothing waited
     */
    public boolean drain(Duration timeout) {
        return this.client.drain(timeout);
    }

    /**
     * Refuses new work, fails what is pending by a {@link hk.qos.error.ClosedException}, says goodbye, cuts. What waits for
     * listeners is discarded; the last that each hears is {@link StreamEvent.Closed}. Idempotent; takes at most 5 s, unless
     * set otherwise.
     */
    @Override
    public void close() {
        this.client.close();
    }
}
