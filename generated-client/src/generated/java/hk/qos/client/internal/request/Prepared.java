// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.request;

import hk.qos.client.Operation;
import hk.qos.client.api.Envelope;
import hk.qos.client.internal.answer.Joining;
import hk.qos.client.internal.http.HttpCalls;
import hk.qos.client.internal.http.SplitCall;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import retrofit2.Call;

/**
 * A call with checked arguments, ready to be sent: one request, or several.
 *
 * @param parts its requests, in the order of the call
 * @param joining joins the payloads of several requests
 * @param finish completes the payload with what only the call knows
 */
public record Prepared<T>(
        Operation operation, List<SplitCall.Part<T>> parts, Joining<T> joining, UnaryOperator<T> finish) {

    /** A call that is always one request, which names these instruments. */
    static <T> Prepared<T> whole(
            Operation operation,
            List<String> codes,
            Supplier<? extends Call<? extends Envelope<T>>> call,
            UnaryOperator<T> finish) {
        return new Prepared<>(operation, List.of(new SplitCall.Part<>(codes, call)), Joining.none(), finish);
    }

    /**
     * A call that becomes as many requests as it needs.
     *
     * @param requests what each request asks for
     * @param codes the instruments that a request names
     * @param call what creates the calls of a request
     */
    static <P, T> Prepared<T> split(
            Operation operation,
            List<P> requests,
            Function<P, List<String>> codes,
            Function<P, Supplier<? extends Call<? extends Envelope<T>>>> call,
            Joining<T> joining,
            UnaryOperator<T> finish) {
        List<SplitCall.Part<T>> parts = new ArrayList<>();
        requests.forEach(request -> parts.add(new SplitCall.Part<>(codes.apply(request), call.apply(request))));
        return new Prepared<>(operation, parts, joining, finish);
    }

    public T execute(HttpCalls calls) {
        return new SplitCall<>(calls, operation, parts, joining, finish).execute();
    }

    /** The returned future fails with the exception itself; cancelling it cancels the request that is under way. */
    public CompletableFuture<T> executeAsync(HttpCalls calls) {
        return new SplitCall<>(calls, operation, parts, joining, finish).executeAsync();
    }
}
