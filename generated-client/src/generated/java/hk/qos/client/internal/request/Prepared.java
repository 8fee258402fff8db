// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.request;

import hk.qos.client.Operation;
import hk.qos.client.api.Envelope;
import hk.qos.client.internal.http.HttpCalls;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import retrofit2.Call;

/**
 * A request with checked arguments, ready to be sent.
 *
 * @param instruments the number of distinct instruments
 * @param call creates a call for each attempt
 * @param finish adds facts to the payload that only the request knows
 */
public record Prepared<T>(
        Operation operation,
        int instruments,
        Supplier<? extends Call<? extends Envelope<T>>> call,
        UnaryOperator<T> finish) {

    public T execute(HttpCalls calls) {
        return finish.apply(calls.execute(operation, instruments, call));
    }

    /** The returned future fails with the exception itself; cancelling it cancels the call. */
    @SuppressWarnings("FutureReturnValueIgnored") // the stages carry nothing of their own
    public CompletableFuture<T> executeAsync(HttpCalls calls) {
        CompletableFuture<T> plain = calls.executeAsync(operation, instruments, call);
        CompletableFuture<T> finished = new CompletableFuture<>();
        finished.whenComplete((payload, failure) -> plain.cancel(true));
        plain.whenComplete((payload, failure) -> {
            if (failure == null) {
                finished.complete(finish.apply(payload));
            } else {
                finished.completeExceptionally(failure);
            }
        });
        return finished;
    }
}
