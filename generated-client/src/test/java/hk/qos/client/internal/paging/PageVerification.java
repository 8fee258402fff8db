package hk.qos.client.internal.paging;

import hk.qos.client.Operation;
import hk.qos.client.Results;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

/** The TCK's rules for publishers, applied to that of a walk through the seconds before a moment. */
final class PageVerification extends FlowPublisherVerification<Long> {
    private static final long NEWEST = 1L << 40;
    private static final int PAGE = 7;

    /** The timeout for expected signals; not waited for if they arrive. */
    private static final int SIGNAL_MILLIS = 5_000;
    /** How long to verify that no signal arrives. */
    private static final int SILENCE_MILLIS = 5;

    private static final int POLL_MILLIS = 1;
    private static final int UNTIL_COLLECTED_MILLIS = 20;

    private record Query(long count, long end) {}

    private record Page(List<Long> seconds) {}

    private static final Paging<Query, Page, Long> PAGING = new Paging<>(
            Operation.HISTORY_KLINES,
            PAGE,
            (query, keys, count, end) -> new Query(count, end == null ? NEWEST : end.getEpochSecond()),
            page -> "A",
            Page::seconds,
            Instant::ofEpochSecond,
            true,
            (query, key, second) -> true);

    private final TestEnvironment environment;
    private final Executor answers;

    /** @param answers completes pages */
    PageVerification(Executor answers) {
        this(new TestEnvironment(SIGNAL_MILLIS, SILENCE_MILLIS, POLL_MILLIS), answers);
    }

    private PageVerification(TestEnvironment environment, Executor answers) {
        super(environment, UNTIL_COLLECTED_MILLIS);
        this.environment = environment;
        this.answers = answers;
    }

    @Override
    public Flow.Publisher<Long> createFlowPublisher(long elements) {
        Pager<Query, Page, Long> pager = new Pager<>(
                PAGING, new Query(0, 0), PAGE, List.of(List.of("A")), key -> new Span(null, null, elements));
        Function<List<Query>, CompletableFuture<Results<Page>>> ask =
                queries -> CompletableFuture.supplyAsync(() -> page(queries.get(0)), answers);
        PageRun<Query, Page, Long> run = new PageRun<>(pager, ask, null, page -> {});
        return new PagePublisher<>(() -> run, item -> {});
    }

    private static Results<Page> page(Query query) {
        List<Long> seconds = LongStream.rangeClosed(query.end() - query.count() + 1, query.end())
                .boxed()
                .toList();
        return Results.of(List.of(new Page(seconds)));
    }

    @Override
    public Flow.Publisher<Long> createFailedFlowPublisher() {
        return new PagePublisher<>(
                () -> {
                    throw new IllegalStateException("taken");
                },
                item -> {});
    }

    /** Fails if a subscriber reported an error, which the TCK's optional rules do not check. */
    void verifyNoErrors() {
        environment.verifyNoAsyncErrorsNoDelay();
    }
}
