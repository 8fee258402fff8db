package hk.qos.client;

import hk.qos.client.internal.http.HttpCalls;
import hk.qos.client.internal.http.InputRules;
import hk.qos.client.internal.http.RequestSizes;
import hk.qos.client.internal.paging.Item;
import hk.qos.client.internal.paging.PagePublisher;
import hk.qos.client.internal.paging.PageRun;
import hk.qos.client.internal.paging.PageSpliterator;
import hk.qos.client.internal.paging.Pager;
import hk.qos.client.internal.paging.Paging;
import hk.qos.client.internal.request.HttpPages;
import hk.qos.client.internal.request.Requests;
import hk.qos.client.model.HistoryKLineQuery;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineSeries;
import hk.qos.stream.internal.check.Checks;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A walk through the bars of a {@link HistoryRange}, of any length. It requests one page after the other, each when its first bar
 * is needed, and waits for its turn by the {@link RatePolicy}. No bar comes twice or is missing where pages meet; of bars with
 * the same start in one page, the last counts.
 *
 * <pre>{@code
 * History history = qos.http().history(HistoryRange.of(KLineType.MINUTE_1, start, "US:AAPL"));
 * System.out.println(history.estimate());
 * try (Stream<KLine> bars = history.stream()) {
 *     bars.forEach(bar -> System.out.println(bar.time() + " " + bar.close()));
 * }
 * }</pre>
 *
 * <p>The bars come newest first; those of several instruments come page by page, in the order of the range. See {@link
 * HistoryRange#oldestFirst} for the other direction. Instruments that one request cannot name together follow one another.
 *
 * <p>One history is one walk: it has one stream or one subscriber. After a failure, {@link #point} tells where it stopped, and
 * {@link HistoryRange#resumeAt} goes on from there. It fails as a call of {@link QosHttp#historyKLines} does, and with a
 * {@link hk.qos.error.PagingIgnoredException} if the server answers a request for older bars with newer ones. It fails with a
 * {@link hk.qos.error.MalformedJsonException} if a page has bars of another instrument or length, or twice lacks the bars that
 * it should begin with, so that the end of the range is not known to be reached. Bars that
 * cannot be decoded are left out and counted by {@link HistoryProgress#undecodable}; {@code strictDecoding(true)} makes
 * them a failure. Thread-safe.
 */
public final class History implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("hk.qos.client.http");
    private static final Paging<HistoryKLineQuery, KLineSeries, KLine> PAGING = HttpPages.HISTORY_KLINES;

    private final HistoryRange range;
    private final HistorySpans spans;
    private final HttpCalls calls;
    private final PageRun<HistoryKLineQuery, KLineSeries, KLine> run;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final Map<String, HistoryPoint> points = new ConcurrentHashMap<>();
    private volatile Consumer<? super HistoryProgress> listener = progress -> {};
    private volatile List<String> missing = List.of();

    History(Requests requests, HttpCalls calls, InputRules rules, RequestSizes sizes, HistoryRange range) {
        this.range = Checks.required("range", range);
        this.calls = calls;
        rules.anyNumberOfCodes("codes", range.codes());
        List<List<String>> groups = sizes.pages(PAGING.operation(), range.codes());
        this.spans = new HistorySpans(range, groups.size(), sizes.items());
        this.run = new PageRun<>(
                new Pager<>(PAGING, range.query(), sizes.items(), groups, spans::of),
                queries -> requests.historyKLines(queries).executeAsync(calls),
                range.isOldestFirst() ? spans::left : null,
                this::page);
    }

    /** The range. */
    public HistoryRange range() {
        return range;
    }

    /** Returns what the walk will take at most, if it starts now and the plan's rate is used for nothing else. */
    public HistoryEstimate estimate() {
        long requests = spans.requests();
        return new HistoryEstimate(requests, calls.delay(PAGING.operation(), requests));
    }

    /**
     * Calls {@code listener} after each page, on the thread that has received it. It should return quickly; its exceptions
     * are logged.
     *
     * @return this history
     */
    public History onProgress(Consumer<? super HistoryProgress> listener) {
        this.listener = Checks.required("listener", listener);
        return this;
    }

    /**
     * Returns the bars as a sequential stream, which blocks while a page is requested. Close it, unless it is read to its end.
     * Interrupting the reading thread makes it throw a {@link hk.qos.error.CallInterruptedException}.
     *
     * @throws IllegalStateException if this history has a stream or a subscriber already
     */
    public Stream<KLine> stream() {
        return StreamSupport.stream(new PageSpliterator<>(PAGING.operation(), take(), this::handOut), false)
                .onClose(this::close);
    }

    /**
     * Returns the bars as a publisher for one subscriber, without blocking a thread. Items come on the thread that requests
     * them or on a thread of the client. A page is requested when the subscriber requests a bar and none is left; cancelling
     * the subscription cancels the request. A second subscriber fails with an {@link IllegalStateException}.
     */
    public Flow.Publisher<KLine> publisher() {
        return new PagePublisher<>(this::take, this::handOut);
    }

    private PageRun<HistoryKLineQuery, KLineSeries, KLine> take() {
        if (!taken.compareAndSet(false, true)) {
            throw new IllegalStateException(
                    "this history has a stream or a subscriber already; ask for another with QosHttp.history");
        }
        return run;
    }

    /**
     * Returns the point up to which bars were handed out, for {@link HistoryRange#resumeAt}. A bar of {@link #stream} counts
     * when the next one is asked for, a bar of {@link #publisher} when {@code onNext} returns: the last bar before a stop can
     * come again, and none whose handling failed is lost. Operations that read ahead, such as {@code sorted()}, count
     * bars that the code behind them has not seen.
     */
    public HistoryPoint point() {
        return range.point().with(points.values());
    }

    /**
     * Returns the instruments of which the range has no bar, as far as it is known now; those of which bars were handed out
     * before {@link HistoryRange#resumeAt} are not among them. The server silently omits instruments that it does not know.
     */
    public List<String> missing() {
        return missing;
    }

    /**
     * Ends the walk: cancels the request that is under way and sends no other. A thread that waits for a bar, or a
     * subscriber, gets a {@link hk.qos.error.ClosedException}. Idempotent.
     */
    @Override
    public void close() {
        run.close();
    }

    private void handOut(Item<KLine> bar) {
        points.compute(
                bar.key(), (code, point) -> (point == null ? range.point().only(code) : point).after(code, bar.time()));
    }

    private void page(Pager<HistoryKLineQuery, KLineSeries, KLine> pager) {
        missing = pager.missing().stream()
                .filter(code -> range.point().bars(code) == 0)
                .toList();
        try {
            listener.accept(
                    new HistoryProgress(pager.requests(), pager.items(), pager.fraction(), pager.undecodable()));
        } catch (RuntimeException e) {
            LOG.warn("progress listener threw; the history continues", e);
        }
    }

    @Override
    public String toString() {
        return "History of " + range;
    }
}
