package hk.qos.client.internal.http;

import hk.qos.client.Operation;
import hk.qos.client.api.Envelope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import retrofit2.Call;

/**
 * Sends requests under the client's rate limits and retry policy, and maps failures to exceptions. Generated code calls
 * it. Thread-safe.
 */
public interface HttpCalls {

    /** Returns the bound of a call that starts now. Each of its requests takes it. */
    CallBound bound();

    /**
     * Sends a request and waits for its payload. An interrupt cancels the request.
     *
     * @param bound the bound of the call that the request belongs to
     * @param operation the operation that is called
     * @param instruments the number of distinct instruments in the request; 0 if it has none
     * @param call creates a call for each attempt
     * @throws hk.qos.error.ClientException if the call fails; its class tells the kind of failure
     */
    <T> T execute(
            CallBound bound,
            Operation operation,
            int instruments,
            Supplier<? extends Call<? extends Envelope<T>>> call);

    /**
     * Like {@link #execute}, without blocking a thread. Every failure completes the future exceptionally, with the
     * exception itself. Cancelling the future cancels the request or its wait for a turn. The future completes on a
     * thread of the client, which callbacks may block, or on the thread that closes the client.
     */
    <T> CompletableFuture<T> executeAsync(
            CallBound bound,
            Operation operation,
            int instruments,
            Supplier<? extends Call<? extends Envelope<T>>> call);

    /** Like {@link #executeAsync(CallBound, Operation, int, Supplier)}, for a call that is one request. */
    default <T> CompletableFuture<T> executeAsync(
            Operation operation, int instruments, Supplier<? extends Call<? extends Envelope<T>>> call) {
        return executeAsync(bound(), operation, instruments, call);
    }

    /** Like {@link #execute(CallBound, Operation, int, Supplier)}, for a call that is one request. */
    default <T> T execute(Operation operation, int instruments, Supplier<? extends Call<? extends Envelope<T>>> call) {
        return execute(bound(), operation, instruments, call);
    }

    /**
     * Returns how long it takes until the last of some further requests of an operation may be sent, if no others are sent
     * meanwhile.
     *
     * @param requests their number
     */
    Duration delay(Operation operation, long requests);
}
