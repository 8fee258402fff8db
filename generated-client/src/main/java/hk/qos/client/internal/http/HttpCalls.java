package hk.qos.client.internal.http;

import hk.qos.client.Operation;
import hk.qos.client.api.Envelope;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import retrofit2.Call;

/**
 * Sends requests under the client's policies. Generated code calls it; it is the one place where rate limits, retries
 * and errors are decided. Safe for use by any number of threads.
 */
public interface HttpCalls {

    /**
     * Sends a request and waits for its payload. An interrupt cancels the request.
     *
     * @param operation what is called
     * @param instruments how many distinct instruments the request names; 0 if it names none
     * @param call makes a fresh call for each attempt
     * @throws hk.qos.error.ClientException of the kind of what went wrong
     */
    <T> T execute(Operation operation, int instruments, Supplier<? extends Call<? extends Envelope<T>>> call);

    /**
     * Like {@link #execute}, without a thread that waits. Everything that can go wrong completes the future, which
     * fails with the exception itself; cancelling it cancels the request or the wait for its turn. It completes on a
     * thread of the client's, which may be blocked, or on the thread that closes the client.
     */
    <T> CompletableFuture<T> executeAsync(
            Operation operation, int instruments, Supplier<? extends Call<? extends Envelope<T>>> call);
}
