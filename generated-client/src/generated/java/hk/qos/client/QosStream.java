// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client;

import hk.qos.client.internal.answer.AnswerRules;
import hk.qos.client.internal.answer.Missing;
import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.internal.http.InputRules;
import hk.qos.client.internal.split.SplitRequests;
import hk.qos.client.internal.split.Splitter;
import hk.qos.client.internal.stream.QosChannels;
import hk.qos.client.internal.stream.RequestDepths;
import hk.qos.client.internal.stream.RequestHistoryKLines;
import hk.qos.client.internal.stream.RequestInstrumentInfo;
import hk.qos.client.internal.stream.RequestKLines;
import hk.qos.client.internal.stream.RequestSnapshots;
import hk.qos.client.internal.stream.RequestTrades;
import hk.qos.client.model.Depth;
import hk.qos.client.model.HistoryKLineQuery;
import hk.qos.client.model.InstrumentInfo;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineSeries;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.error.LimitException;
import hk.qos.stream.Latest;
import hk.qos.stream.ListenerRegistration;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamListener;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.internal.check.Checks;
import hk.qos.stream.spi.StreamClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Quotes by WebSocket. The stream connects on first use, reconnects after a loss, and restores subscriptions. Thread-safe;
 * all methods may be called from listeners, except {@link #awaitClosed()}. Only {@link #close}, {@link #drain} and
 * {@code awaitClosed} block.
 *
 * <p>Listeners run on a delivery thread of the stream, one at a time, unless set otherwise. Futures complete on other threads
 * of the stream, so that a listener may wait for one, except with {@code directDelivery()}, where listeners run on the event
 * loop and must not block. Run dependent stages that block on an executor of your own.
 *
 * <p>Codes can be passed one by one, {@code List.of("US:AAPL", "US:TSLA")}, or in batches of one market,
 * {@code List.of("US:AAPL,TSLA")}, in any spelling. Pushes and answers have the canonical spelling.
 */
public final class QosStream implements AutoCloseable {
    private final StreamClient client;
    private final InputRules rules;
    private final AnswerRules answers;
    private final SplitRequests requests;
    private final StreamPlace place;

    /**
     * @param client closed by {@link #close}
     * @param rules checks instrument codes
     * @param answers handles elements of answers that cannot be decoded
     * @param splitter splits what is too large for one request
     * @param place the place among the streams that the plan allows
     */
    QosStream(StreamClient client, InputRules rules, AnswerRules answers, Splitter splitter, StreamPlace place) {
        this.client = client;
        this.rules = rules;
        this.answers = answers;
        this.requests = new SplitRequests(client, answers, splitter);
        this.place = place;
    }

    /**
     * Subscribes to snapshots of instruments. The subscription survives reconnects. Section 5.2.
     *
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @param listener receives data one at a time; a lambda works, and a {@code StreamListener} receives events as
     *     well
     * @return the subscription; its {@code ready()} completes when the server has acknowledged it, and has no
     *     timeout of its own
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.SubscriptionLimitException if the number of subscribed instruments would exceed the
     *     plan's limit; nothing is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public Subscription<Snapshot> subscribeSnapshots(Collection<String> codes, StreamListener<? super Snapshot> listener) {
        return this.client.subscribe(QosChannels.SNAPSHOTS, this.rules.anyNumberOfCodes("codes", codes), listener);
    }

    /**
     * Subscribes to one instrument, otherwise as the method above. Section 5.2.
     *
     * @param code the code of the instrument, in any spelling
     * @param listener receives data one at a time
     * @return the subscription
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.SubscriptionLimitException if the number of subscribed instruments would exceed the
     *     plan's limit; nothing is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public Subscription<Snapshot> subscribeSnapshots(String code, StreamListener<? super Snapshot> listener) {
        return this.client.subscribe(QosChannels.SNAPSHOTS, List.of(this.rules.code("code", code)), listener);
    }

    /**
     * Subscribes without a listener; use the publishers of the subscription instead. Section 5.2.
     *
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.SubscriptionLimitException if the number of subscribed instruments would exceed the
     *     plan's limit; nothing is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public Subscription<Snapshot> subscribeSnapshots(Collection<String> codes) {
        return this.client.subscribe(QosChannels.SNAPSHOTS, this.rules.anyNumberOfCodes("codes", codes));
    }

    /**
     * Cancels subscriptions to snapshots. Removes the instruments from all subscriptions. Section 5.2.
     *
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @return a future that completes when the server has acknowledged the cancellation, at once if no frame is
     *     needed, and when the connection is lost; it completes exceptionally with a {@link
     *     hk.qos.error.ClosedException} if the stream is closed before, or with the reason if the stream fails
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     */
    public CompletableFuture<Void> unsubscribeSnapshots(Collection<String> codes) {
        return this.client.unsubscribe(QosChannels.SNAPSHOTS, this.rules.anyNumberOfCodes("codes", codes));
    }

    /**
     * Returns the latest push of a subscribed instrument and its age; empty if none has arrived. Section 5.2.
     *
     * @param code the code of the instrument, in any spelling
     * @throws IllegalArgumentException if {@code code} is null or not a code, or its market is unknown
     */
    public Optional<Latest<Snapshot>> latestSnapshot(String code) {
        return this.client.latest(QosChannels.SNAPSHOTS, this.rules.code("code", code));
    }

    /**
     * Adds a listener for the pushes of all subscriptions by {@code subscribeSnapshots}: it receives each push
     * once, however many subscriptions have its instrument. Subscribes nothing and does not connect. Threads,
     * order and what a slow listener loses are as for the listener of a subscription, with a queue of its own.
     * Section 5.2.
     *
     * @param listener receives data one at a time; {@code onEvent} receives the events of these subscriptions,
     *     each once
     * @return removes the listener when it is closed
     * @throws IllegalArgumentException if {@code listener} is null
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public ListenerRegistration onSnapshots(StreamListener<? super Snapshot> listener) {
        return this.client.onPush(QosChannels.SNAPSHOTS.family(), listener);
    }

    /**
     * Subscribes to trades of instruments. The subscription survives reconnects. Section 5.3.
     *
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @param listener receives data one at a time; a lambda works, and a {@code StreamListener} receives events as
     *     well
     * @return the subscription; its {@code ready()} completes when the server has acknowledged it, and has no
     *     timeout of its own
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.SubscriptionLimitException if the number of subscribed instruments would exceed the
     *     plan's limit; nothing is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public Subscription<Trade> subscribeTrades(Collection<String> codes, StreamListener<? super Trade> listener) {
        return this.client.subscribe(QosChannels.TRADES, this.rules.anyNumberOfCodes("codes", codes), listener);
    }

    /**
     * Subscribes to one instrument, otherwise as the method above. Section 5.3.
     *
     * @param code the code of the instrument, in any spelling
     * @param listener receives data one at a time
     * @return the subscription
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.SubscriptionLimitException if the number of subscribed instruments would exceed the
     *     plan's limit; nothing is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public Subscription<Trade> subscribeTrades(String code, StreamListener<? super Trade> listener) {
        return this.client.subscribe(QosChannels.TRADES, List.of(this.rules.code("code", code)), listener);
    }

    /**
     * Subscribes without a listener; use the publishers of the subscription instead. Section 5.3.
     *
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.SubscriptionLimitException if the number of subscribed instruments would exceed the
     *     plan's limit; nothing is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public Subscription<Trade> subscribeTrades(Collection<String> codes) {
        return this.client.subscribe(QosChannels.TRADES, this.rules.anyNumberOfCodes("codes", codes));
    }

    /**
     * Cancels subscriptions to trades. Removes the instruments from all subscriptions. Section 5.3.
     *
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @return a future that completes when the server has acknowledged the cancellation, at once if no frame is
     *     needed, and when the connection is lost; it completes exceptionally with a {@link
     *     hk.qos.error.ClosedException} if the stream is closed before, or with the reason if the stream fails
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     */
    public CompletableFuture<Void> unsubscribeTrades(Collection<String> codes) {
        return this.client.unsubscribe(QosChannels.TRADES, this.rules.anyNumberOfCodes("codes", codes));
    }

    /**
     * Returns the latest push of a subscribed instrument and its age; empty if none has arrived. Section 5.3.
     *
     * @param code the code of the instrument, in any spelling
     * @throws IllegalArgumentException if {@code code} is null or not a code, or its market is unknown
     */
    public Optional<Latest<Trade>> latestTrade(String code) {
        return this.client.latest(QosChannels.TRADES, this.rules.code("code", code));
    }

    /**
     * Adds a listener for the pushes of all subscriptions by {@code subscribeTrades}: it receives each push once,
     * however many subscriptions have its instrument. Subscribes nothing and does not connect. Threads, order and
     * what a slow listener loses are as for the listener of a subscription, with a queue of its own. Section 5.3.
     *
     * @param listener receives data one at a time; {@code onEvent} receives the events of these subscriptions,
     *     each once
     * @return removes the listener when it is closed
     * @throws IllegalArgumentException if {@code listener} is null
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public ListenerRegistration onTrades(StreamListener<? super Trade> listener) {
        return this.client.onPush(QosChannels.TRADES.family(), listener);
    }

    /**
     * Subscribes to order books of instruments. The subscription survives reconnects. Section 5.4.
     *
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @param listener receives data one at a time; a lambda works, and a {@code StreamListener} receives events as
     *     well
     * @return the subscription; its {@code ready()} completes when the server has acknowledged it, and has no
     *     timeout of its own
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.SubscriptionLimitException if the number of subscribed instruments would exceed the
     *     plan's limit; nothing is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public Subscription<Depth> subscribeDepths(Collection<String> codes, StreamListener<? super Depth> listener) {
        return this.client.subscribe(QosChannels.DEPTHS, this.rules.anyNumberOfCodes("codes", codes), listener);
    }

    /**
     * Subscribes to one instrument, otherwise as the method above. Section 5.4.
     *
     * @param code the code of the instrument, in any spelling
     * @param listener receives data one at a time
     * @return the subscription
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.SubscriptionLimitException if the number of subscribed instruments would exceed the
     *     plan's limit; nothing is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public Subscription<Depth> subscribeDepths(String code, StreamListener<? super Depth> listener) {
        return this.client.subscribe(QosChannels.DEPTHS, List.of(this.rules.code("code", code)), listener);
    }

    /**
     * Subscribes without a listener; use the publishers of the subscription instead. Section 5.4.
     *
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.SubscriptionLimitException if the number of subscribed instruments would exceed the
     *     plan's limit; nothing is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public Subscription<Depth> subscribeDepths(Collection<String> codes) {
        return this.client.subscribe(QosChannels.DEPTHS, this.rules.anyNumberOfCodes("codes", codes));
    }

    /**
     * Cancels subscriptions to order books. Removes the instruments from all subscriptions. Section 5.4.
     *
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @return a future that completes when the server has acknowledged the cancellation, at once if no frame is
     *     needed, and when the connection is lost; it completes exceptionally with a {@link
     *     hk.qos.error.ClosedException} if the stream is closed before, or with the reason if the stream fails
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     */
    public CompletableFuture<Void> unsubscribeDepths(Collection<String> codes) {
        return this.client.unsubscribe(QosChannels.DEPTHS, this.rules.anyNumberOfCodes("codes", codes));
    }

    /**
     * Returns the latest push of a subscribed instrument and its age; empty if none has arrived. Section 5.4.
     *
     * @param code the code of the instrument, in any spelling
     * @throws IllegalArgumentException if {@code code} is null or not a code, or its market is unknown
     */
    public Optional<Latest<Depth>> latestDepth(String code) {
        return this.client.latest(QosChannels.DEPTHS, this.rules.code("code", code));
    }

    /**
     * Adds a listener for the pushes of all subscriptions by {@code subscribeDepths}: it receives each push once,
     * however many subscriptions have its instrument. Subscribes nothing and does not connect. Threads, order and
     * what a slow listener loses are as for the listener of a subscription, with a queue of its own. Section 5.4.
     *
     * @param listener receives data one at a time; {@code onEvent} receives the events of these subscriptions,
     *     each once
     * @return removes the listener when it is closed
     * @throws IllegalArgumentException if {@code listener} is null
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public ListenerRegistration onDepths(StreamListener<? super Depth> listener) {
        return this.client.onPush(QosChannels.DEPTHS.family(), listener);
    }

    /**
     * Subscribes to K-lines of instruments. The subscription survives reconnects. Section 5.5.
     *
     * @param type Length of the bars.
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @param listener receives data one at a time; a lambda works, and a {@code StreamListener} receives events as
     *     well
     * @return the subscription; its {@code ready()} completes when the server has acknowledged it, and has no
     *     timeout of its own
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.SubscriptionLimitException if the number of subscribed instruments would exceed the
     *     plan's limit; nothing is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public Subscription<KLine> subscribeKLines(KLineType type, Collection<String> codes, StreamListener<? super KLine> listener) {
        return this.client.subscribe(QosChannels.kLines(type), this.rules.anyNumberOfCodes("codes", codes), listener);
    }

    /**
     * Subscribes to one instrument, otherwise as the method above. Section 5.5.
     *
     * @param type Length of the bars.
     * @param code the code of the instrument, in any spelling
     * @param listener receives data one at a time
     * @return the subscription
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.SubscriptionLimitException if the number of subscribed instruments would exceed the
     *     plan's limit; nothing is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public Subscription<KLine> subscribeKLines(KLineType type, String code, StreamListener<? super KLine> listener) {
        return this.client.subscribe(QosChannels.kLines(type), List.of(this.rules.code("code", code)), listener);
    }

    /**
     * Subscribes without a listener; use the publishers of the subscription instead. Section 5.5.
     *
     * @param type Length of the bars.
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.SubscriptionLimitException if the number of subscribed instruments would exceed the
     *     plan's limit; nothing is sent
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public Subscription<KLine> subscribeKLines(KLineType type, Collection<String> codes) {
        return this.client.subscribe(QosChannels.kLines(type), this.rules.anyNumberOfCodes("codes", codes));
    }

    /**
     * Cancels subscriptions to K-lines. Removes the instruments from all subscriptions. Section 5.5.
     *
     * @param type Length of the bars.
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @return a future that completes when the server has acknowledged the cancellation, at once if no frame is
     *     needed, and when the connection is lost; it completes exceptionally with a {@link
     *     hk.qos.error.ClosedException} if the stream is closed before, or with the reason if the stream fails
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     */
    public CompletableFuture<Void> unsubscribeKLines(KLineType type, Collection<String> codes) {
        return this.client.unsubscribe(QosChannels.kLines(type), this.rules.anyNumberOfCodes("codes", codes));
    }

    /**
     * Returns the latest push of a subscribed instrument and its age; empty if none has arrived. Section 5.5.
     *
     * @param type Length of the bars.
     * @param code the code of the instrument, in any spelling
     * @throws IllegalArgumentException if {@code code} is null or not a code, or its market is unknown
     */
    public Optional<Latest<KLine>> latestKLine(KLineType type, String code) {
        return this.client.latest(QosChannels.kLines(type), this.rules.code("code", code));
    }

    /**
     * Adds a listener for the pushes of all subscriptions by {@code subscribeKLines}: it receives each push once,
     * however many subscriptions have its instrument. Subscribes nothing and does not connect. Threads, order and
     * what a slow listener loses are as for the listener of a subscription, with a queue of its own. Section 5.5.
     *
     * @param listener receives data one at a time; {@code onEvent} receives the events of these subscriptions,
     *     each once
     * @return removes the listener when it is closed
     * @throws IllegalArgumentException if {@code listener} is null
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public ListenerRegistration onKLines(StreamListener<? super KLine> listener) {
        return this.client.onPush(QosChannels.ALL_KLINES, listener);
    }

    /** Calls {@link #requestSnapshots(Collection)}. */
    public CompletableFuture<Results<Snapshot>> requestSnapshots(String... codes) {
        return requestSnapshots(Checks.listed("codes", codes));
    }

    /**
     * Requests snapshots once, like the HTTP operation. Several requests are sent, one after the other, if the
     * plan allows fewer instruments in one; if some fail, the future fails with a {@link
     * hk.qos.error.PartialAnswerException}. {@code orTimeout} of the future bounds all of them. Uses the request
     * defaults of the stream: unless set otherwise, a timeout of 30 s, and sent again after a reconnect. Section
     * 5.6.
     *
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @return a future that completes exceptionally with a {@link hk.qos.error.ClientException} if the request
     *     fails; its class tells the kind of failure
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.RequestLimitException if the number of instruments exceeds the plan's limit and {@code
     *     splitLargeRequests(false)} is set; nothing is sent
     */
    public CompletableFuture<Results<Snapshot>> requestSnapshots(Collection<String> codes) {
        return requestSnapshots(codes, this.client.requestDefaults());
    }

    /**
     * Requests snapshots once, like the HTTP operation. Several requests are sent, one after the other, if the
     * plan allows fewer instruments in one; if some fail, the future fails with a {@link
     * hk.qos.error.PartialAnswerException}. {@code orTimeout} of the future bounds all of them. Section 5.6.
     *
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @param options the timeout of each request, and whether to send the request again after a reconnect
     * @return a future that completes exceptionally with a {@link hk.qos.error.ClientException} if the request
     *     fails; its class tells the kind of failure
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.RequestLimitException if the number of instruments exceeds the plan's limit and {@code
     *     splitLargeRequests(false)} is set; nothing is sent
     */
    public CompletableFuture<Results<Snapshot>> requestSnapshots(Collection<String> codes, RequestOptions options) {
        return this.requests.codes(
            this.rules.codesOfCall("codes", codes),
            given -> new RequestSnapshots(given),
            Missing.of(CodeSpelling.spellings(codes), Snapshot::code),
            options);
    }

    /** Calls {@link #requestTrades(int, Collection)}. */
    public CompletableFuture<Results<Trade>> requestTrades(int count, String... codes) {
        return requestTrades(count, Checks.listed("codes", codes));
    }

    /** Calls {@link #requestTrades(int, Collection)} with {@code count} {@code 1}. */
    public CompletableFuture<Results<Trade>> requestTrades(String... codes) {
        return requestTrades(1, Checks.listed("codes", codes));
    }

    /** Calls {@link #requestTrades(int, Collection)} with {@code count} {@code 1}. */
    public CompletableFuture<Results<Trade>> requestTrades(Collection<String> codes) {
        return requestTrades(1, codes);
    }

    /**
     * Requests the latest trades once, like the HTTP operation. Several requests are sent, one after the other, if
     * the plan allows fewer instruments in one; if some fail, the future fails with a {@link
     * hk.qos.error.PartialAnswerException}. {@code orTimeout} of the future bounds all of them. Uses the request
     * defaults of the stream: unless set otherwise, a timeout of 30 s, and sent again after a reconnect. Section
     * 5.7.
     *
     * @param count Number of trades of each instrument, 1 to 50.
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @return a future that completes exceptionally with a {@link hk.qos.error.ClientException} if the request
     *     fails; its class tells the kind of failure
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.RequestLimitException if the number of instruments exceeds the plan's limit and {@code
     *     splitLargeRequests(false)} is set; nothing is sent
     */
    public CompletableFuture<Results<Trade>> requestTrades(int count, Collection<String> codes) {
        return requestTrades(count, codes, this.client.requestDefaults());
    }

    /**
     * Requests the latest trades once, like the HTTP operation. Several requests are sent, one after the other, if
     * the plan allows fewer instruments in one; if some fail, the future fails with a {@link
     * hk.qos.error.PartialAnswerException}. {@code orTimeout} of the future bounds all of them. Section 5.7.
     *
     * @param count Number of trades of each instrument, 1 to 50.
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @param options the timeout of each request, and whether to send the request again after a reconnect
     * @return a future that completes exceptionally with a {@link hk.qos.error.ClientException} if the request
     *     fails; its class tells the kind of failure
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.RequestLimitException if the number of instruments exceeds the plan's limit and {@code
     *     splitLargeRequests(false)} is set; nothing is sent
     */
    public CompletableFuture<Results<Trade>> requestTrades(int count, Collection<String> codes, RequestOptions options) {
        return this.requests.codes(
            this.rules.codesOfCall("codes", codes),
            given -> new RequestTrades(given, count),
            Missing.of(CodeSpelling.spellings(codes), Trade::code),
            options);
    }

    /** Calls {@link #requestDepths(Collection)}. */
    public CompletableFuture<Results<Depth>> requestDepths(String... codes) {
        return requestDepths(Checks.listed("codes", codes));
    }

    /**
     * Requests order books once, like the HTTP operation. Several requests are sent, one after the other, if the
     * plan allows fewer instruments in one; if some fail, the future fails with a {@link
     * hk.qos.error.PartialAnswerException}. {@code orTimeout} of the future bounds all of them. Uses the request
     * defaults of the stream: unless set otherwise, a timeout of 30 s, and sent again after a reconnect. Section
     * 5.8.
     *
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @return a future that completes exceptionally with a {@link hk.qos.error.ClientException} if the request
     *     fails; its class tells the kind of failure
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.RequestLimitException if the number of instruments exceeds the plan's limit and {@code
     *     splitLargeRequests(false)} is set; nothing is sent
     */
    public CompletableFuture<Results<Depth>> requestDepths(Collection<String> codes) {
        return requestDepths(codes, this.client.requestDefaults());
    }

    /**
     * Requests order books once, like the HTTP operation. Several requests are sent, one after the other, if the
     * plan allows fewer instruments in one; if some fail, the future fails with a {@link
     * hk.qos.error.PartialAnswerException}. {@code orTimeout} of the future bounds all of them. Section 5.8.
     *
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @param options the timeout of each request, and whether to send the request again after a reconnect
     * @return a future that completes exceptionally with a {@link hk.qos.error.ClientException} if the request
     *     fails; its class tells the kind of failure
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.RequestLimitException if the number of instruments exceeds the plan's limit and {@code
     *     splitLargeRequests(false)} is set; nothing is sent
     */
    public CompletableFuture<Results<Depth>> requestDepths(Collection<String> codes, RequestOptions options) {
        return this.requests.codes(
            this.rules.codesOfCall("codes", codes),
            given -> new RequestDepths(given),
            Missing.of(CodeSpelling.spellings(codes), Depth::code),
            options);
    }

    /** Calls {@link #requestKLines(Collection)}. */
    public CompletableFuture<Results<KLineSeries>> requestKLines(KLineQuery... queries) {
        return requestKLines(Checks.listed("queries", queries));
    }

    /**
     * Requests the latest K-lines once, like the HTTP operation. Several requests are sent, one after the other,
     * if the plan allows fewer instruments in one; if some fail, the future fails with a {@link
     * hk.qos.error.PartialAnswerException}. {@code orTimeout} of the future bounds all of them. Uses the request
     * defaults of the stream: unless set otherwise, a timeout of 30 s, and sent again after a reconnect. Section
     * 5.9.
     *
     * @param queries One or more queries.
     * @return a future that completes exceptionally with a {@link hk.qos.error.ClientException} if the request
     *     fails; its class tells the kind of failure
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.RequestLimitException if the number of instruments exceeds the plan's limit and {@code
     *     splitLargeRequests(false)} is set; nothing is sent
     */
    public CompletableFuture<Results<KLineSeries>> requestKLines(Collection<KLineQuery> queries) {
        return requestKLines(queries, this.client.requestDefaults());
    }

    /**
     * Requests the latest K-lines once, like the HTTP operation. Several requests are sent, one after the other,
     * if the plan allows fewer instruments in one; if some fail, the future fails with a {@link
     * hk.qos.error.PartialAnswerException}. {@code orTimeout} of the future bounds all of them. Section 5.9.
     *
     * @param queries One or more queries.
     * @param options the timeout of each request, and whether to send the request again after a reconnect
     * @return a future that completes exceptionally with a {@link hk.qos.error.ClientException} if the request
     *     fails; its class tells the kind of failure
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.RequestLimitException if the number of instruments exceeds the plan's limit and {@code
     *     splitLargeRequests(false)} is set; nothing is sent
     */
    public CompletableFuture<Results<KLineSeries>> requestKLines(Collection<KLineQuery> queries, RequestOptions options) {
        List<KLineQuery> asked = Checks.items("queries", queries, 1, Integer.MAX_VALUE);
        this.rules.codesOfCall("queries", asked.stream()
                .flatMap(query -> query.codes().stream())
                .toList());
        return this.requests.queries(
            asked,
            KLineQuery::codes,
            (query, given) -> new KLineQuery(given, query.count(), query.adjustment(), query.type()),
            given -> new RequestKLines(given),
            Missing.of(queries.stream().flatMap(query -> query.codes().stream()).toList(), KLineSeries::code),
            options);
    }

    /** Calls {@link #requestHistoryKLines(Collection)}. */
    public CompletableFuture<Results<KLineSeries>> requestHistoryKLines(HistoryKLineQuery... queries) {
        return requestHistoryKLines(Checks.listed("queries", queries));
    }

    /**
     * Requests past K-lines once, like the HTTP operation. Several requests are sent, one after the other, if the
     * plan allows fewer instruments in one; if some fail, the future fails with a {@link
     * hk.qos.error.PartialAnswerException}. {@code orTimeout} of the future bounds all of them. Uses the request
     * defaults of the stream: unless set otherwise, a timeout of 30 s, and sent again after a reconnect. Section
     * 5.10.
     *
     * @param queries One or more queries.
     * @return a future that completes exceptionally with a {@link hk.qos.error.ClientException} if the request
     *     fails; its class tells the kind of failure
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.RequestLimitException if the number of items exceeds the plan's limit, or that of
     *     instruments does and {@code splitLargeRequests(false)} is set; nothing is sent
     */
    public CompletableFuture<Results<KLineSeries>> requestHistoryKLines(Collection<HistoryKLineQuery> queries) {
        return requestHistoryKLines(queries, this.client.requestDefaults());
    }

    /**
     * Requests past K-lines once, like the HTTP operation. Several requests are sent, one after the other, if the
     * plan allows fewer instruments in one; if some fail, the future fails with a {@link
     * hk.qos.error.PartialAnswerException}. {@code orTimeout} of the future bounds all of them. Section 5.10.
     *
     * @param queries One or more queries.
     * @param options the timeout of each request, and whether to send the request again after a reconnect
     * @return a future that completes exceptionally with a {@link hk.qos.error.ClientException} if the request
     *     fails; its class tells the kind of failure
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.RequestLimitException if the number of items exceeds the plan's limit, or that of
     *     instruments does and {@code splitLargeRequests(false)} is set; nothing is sent
     */
    public CompletableFuture<Results<KLineSeries>> requestHistoryKLines(Collection<HistoryKLineQuery> queries, RequestOptions options) {
        List<HistoryKLineQuery> asked = Checks.items("queries", queries, 1, Integer.MAX_VALUE);
        this.rules.codesOfCall("queries", asked.stream()
                .flatMap(query -> query.codes().stream())
                .toList());
        this.rules.items("queries", "count", asked, HistoryKLineQuery::count);
        return this.requests.queries(
            asked,
            HistoryKLineQuery::codes,
            (query, given) -> new HistoryKLineQuery(given, query.count(), query.adjustment(), query.type(), query.endTime()),
            given -> new RequestHistoryKLines(given),
            Missing.of(queries.stream().flatMap(query -> query.codes().stream()).toList(), KLineSeries::code),
            options);
    }

    /** Calls {@link #requestInstrumentInfo(Collection)}. */
    public CompletableFuture<Results<InstrumentInfo>> requestInstrumentInfo(String... codes) {
        return requestInstrumentInfo(Checks.listed("codes", codes));
    }

    /**
     * Requests instrument information once, like the HTTP operation. Several requests are sent, one after the
     * other, if the plan allows fewer instruments in one; if some fail, the future fails with a {@link
     * hk.qos.error.PartialAnswerException}. {@code orTimeout} of the future bounds all of them. Uses the request
     * defaults of the stream: unless set otherwise, a timeout of 30 s, and sent again after a reconnect. Section
     * 5.11.
     *
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @return a future that completes exceptionally with a {@link hk.qos.error.ClientException} if the request
     *     fails; its class tells the kind of failure
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.RequestLimitException if the number of instruments exceeds the plan's limit and {@code
     *     splitLargeRequests(false)} is set; nothing is sent
     */
    public CompletableFuture<Results<InstrumentInfo>> requestInstrumentInfo(Collection<String> codes) {
        return requestInstrumentInfo(codes, this.client.requestDefaults());
    }

    /**
     * Requests instrument information once, like the HTTP operation. Several requests are sent, one after the
     * other, if the plan allows fewer instruments in one; if some fail, the future fails with a {@link
     * hk.qos.error.PartialAnswerException}. {@code orTimeout} of the future bounds all of them. Section 5.11.
     *
     * @param codes Instrument codes, each as <code>US:AAPL</code>, or several of one market as
     *     <code>US:AAPL,TSLA</code>.
     * @param options the timeout of each request, and whether to send the request again after a reconnect
     * @return a future that completes exceptionally with a {@link hk.qos.error.ClientException} if the request
     *     fails; its class tells the kind of failure
     * @throws IllegalArgumentException if an argument is null or invalid; nothing is sent
     * @throws hk.qos.error.RequestLimitException if the number of instruments exceeds the plan's limit and {@code
     *     splitLargeRequests(false)} is set; nothing is sent
     */
    public CompletableFuture<Results<InstrumentInfo>> requestInstrumentInfo(Collection<String> codes, RequestOptions options) {
        return this.requests.codes(
            this.rules.codesOfCall("codes", codes),
            given -> new RequestInstrumentInfo(given),
            Missing.of(CodeSpelling.spellings(codes), InstrumentInfo::code),
            options);
    }

    /**
     * Keeps the connection open and returns the server time. The stream sends heartbeats automatically; this is an
     * additional one. Section 5.1.
     *
     * @return a future that completes exceptionally with a {@link hk.qos.error.ClientException} if the request
     *     fails; its class tells the kind of failure
     */
    public CompletableFuture<Instant> heartbeat() {
        return this.client.heartbeat();
    }

    /**
     * Adds a listener for all events of the stream and its subscriptions, in order, on the thread of listeners. Exceptions of the
     * listener are logged.
     *
     * @throws hk.qos.error.ClosedException if the stream is closed or has failed
     */
    public ListenerRegistration onEvent(Consumer<? super StreamEvent> listener) {
        return this.client.onEvent(listener);
    }

    /** Returns the state of the stream. */
    public StreamState state() {
        return this.client.state();
    }

    /**
     * Connects now, without waiting for the first use or for the reconnect delay, also after {@link #disconnect}. The future has no timeout of its own;
     * {@code connect().orTimeout(10, SECONDS)} fails that future alone, and the stream goes on connecting.
     *
     * @return a future that completes when the stream is ready; it completes exceptionally with a
     *     {@link hk.qos.error.ClosedException} if the stream is closed, with a {@link hk.qos.error.ConnectFailedException} if
     *     {@link #disconnect} is called before, or with the reason if the stream fails; after {@link #disconnect} with a
     *     {@link hk.qos.error.LimitException} if other clients of this process have opened as many streams as the plan allows
     */
    public CompletableFuture<Void> connect() {
        try {
            this.place.enter();
        } catch (LimitException exceeded) {
            return CompletableFuture.failedFuture(exceeded);
        }
        return this.client.connect();
    }

    /**
     * Closes the connection and makes no other until {@link #connect}. The stream is then {@code PAUSED}: it keeps its subscriptions
     * and listeners, and subscriptions may be added and closed. {@code connect()} restores them, and a {@code Gap} event reports what
     * each may have missed. Requests fail with a {@link hk.qos.error.ConnectionLostException}, those in progress too. Events are
     * {@code Disconnected}, if there was a connection, and {@code Paused}. A paused stream does not count towards
     * {@link PlanLimits#streamConnections}. Idempotent.
     *
     * @return a future that completes when the connection is closed, by default within 2 s; it never completes exceptionally
     */
    public CompletableFuture<Void> disconnect() {
        this.place.leave();
        return this.client.disconnect();
    }

    /**
     * Closes the current connection, if there is one, and connects again at once, without a reconnect delay. Has no effect before the
     * first use and after {@link #disconnect}.
     */
    public void reconnect() {
        this.client.reconnect();
    }

    /** Returns a text for humans: the state of the stream, why it is not ready, and what happens next. */
    public String explain() {
        return this.client.explain();
    }

    /**
     * Blocks until the stream is closed, for a program that lives as long as its stream. Lost connections and {@link #disconnect} do
     * not end the wait.
     *
     * @throws hk.qos.error.ClientException the reason if the stream fails or has failed; a
     *     {@link hk.qos.error.CallInterruptedException} if the thread is interrupted
     * @throws IllegalStateException if it is called from a listener, which would wait for itself
     */
    public void awaitClosed() {
        this.client.awaitClosed();
    }

    /**
     * Blocks until the stream is closed, or the time is over; otherwise as {@link #awaitClosed()}.
     *
     * @param timeout the maximum time to wait; if it is zero or negative, the method returns at once
     * @return whether the stream is closed
     */
    public boolean awaitClosed(Duration timeout) {
        return this.client.awaitClosed(timeout);
    }

    /**
     * Waits until listeners and publishers have received everything that is queued now, then closes the stream, as {@link #close}
     * does. Called from a listener, it closes at once, since the listener itself blocks further delivery.
     *
     * @param timeout the maximum time to wait for delivery; closing takes additional time
     * @return whether everything was delivered within {@code timeout}; in a listener, whether nothing was queued
     */
    public boolean drain(Duration timeout) {
        return this.client.drain(timeout);
    }

    /**
     * Rejects new work, fails pending operations with a {@link hk.qos.error.ClosedException}, sends a Close frame, and closes the
     * socket. Queued data is discarded; the last event of each listener is {@link StreamEvent.Closed}. Idempotent. Takes at most
     * 5 s, unless set otherwise.
     */
    @Override
    public void close() {
        this.client.close();
    }
}
