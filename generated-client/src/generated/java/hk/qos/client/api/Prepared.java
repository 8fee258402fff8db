// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.call.Envelope;
import hk.qos.client.call.HttpCalls;
import hk.qos.client.call.Operation;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import retrofit2.Call;

/**
 * A request whose input is checked and which waits for its turn.
 *
 * @param instruments how many distinct instruments it names
 * @param call makes a fresh call for each attempt
 */
record Prepared<T>(Operation operation, int instruments, Supplier<? extends Call<? extends Envelope<T>>> call) {

    T execute(HttpCalls calls) {
        return calls.execute(operation, instruments, call);
    }

    CompletableFuture<T> executeAsync(HttpCalls calls) {
        return calls.executeAsync(operation, instruments, call);
    }
}
