package hk.qos.client.internal.split;

import hk.qos.client.Results;
import hk.qos.client.internal.answer.AnswerRules;
import hk.qos.client.internal.answer.Joining;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.spi.Request;
import hk.qos.stream.spi.StreamClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Sends calls on the stream, each as many requests as it needs, one after the other. Thread-safe. */
public final class SplitRequests {
    private final StreamClient client;
    private final AnswerRules answers;
    private final Splitter splitter;

    /** @param answers handles elements of answers that cannot be decoded */
    public SplitRequests(StreamClient client, AnswerRules answers, Splitter splitter) {
        this.client = client;
        this.answers = answers;
        this.splitter = splitter;
    }

    /** A request and the distinct instruments that it names. */
    private record Part<E>(List<String> codes, Request<Results<E>> request) {}

    /**
     * Sends a call about instruments.
     *
     * @param codes the distinct instruments
     * @param request returns a request about some of them
     * @param finish completes the answer with what only the call knows
     * @return cancelling it cancels the request that is under way, and sends no other
     */
    public <E> CompletableFuture<Results<E>> codes(
            List<String> codes,
            Function<List<String>, Request<Results<E>>> request,
            UnaryOperator<Results<E>> finish,
            RequestOptions options) {
        List<Part<E>> parts = new ArrayList<>();
        splitter.codes(codes).forEach(some -> parts.add(new Part<>(some, request.apply(some))));
        return send(parts, finish, options);
    }

    /**
     * Sends a call with queries, as {@link #codes}.
     *
     * @param codes the codes of a query
     * @param about returns a query about other instruments
     */
    public <Q, E> CompletableFuture<Results<E>> queries(
            List<Q> queries,
            Function<? super Q, List<String>> codes,
            BiFunction<? super Q, List<String>, ? extends Q> about,
            Function<List<Q>, Request<Results<E>>> request,
            UnaryOperator<Results<E>> finish,
            RequestOptions options) {
        List<Part<E>> parts = new ArrayList<>();
        splitter.queries(queries, codes, about).forEach(some -> {
            List<String> named = some.stream()
                    .flatMap(query -> codes.apply(query).stream())
                    .distinct()
                    .toList();
            parts.add(new Part<>(named, request.apply(some)));
        });
        return send(parts, finish, options);
    }

    private <E> CompletableFuture<Results<E>> send(
            List<Part<E>> parts, UnaryOperator<Results<E>> finish, RequestOptions options) {
        if (parts.size() == 1) {
            return client.request(answers.request(parts.get(0).request(), finish), options);
        }
        SplitAnswer<Results<E>> answer = new SplitAnswer<>(
                parts.get(0).request().name(), parts.stream().map(Part::codes).toList(), Joining.results(), finish);
        return answer.sendAll(number ->
                client.request(answers.request(parts.get(number).request(), UnaryOperator.identity()), options));
    }
}
