package hk.qos.client;

import hk.qos.client.internal.http.RateLimitedCalls;
import hk.qos.stream.internal.check.Checks;
import java.util.Arrays;
import java.util.List;

/**
 * The current usage of the HTTP rate limits. All clients of this process with the same API key and address share them,
 * including clients that were closed. Thread-safe.
 */
public final class HttpRates {
    private final RateLimitedCalls calls;

    HttpRates(RateLimitedCalls calls) {
        this.calls = calls;
    }

    /**
     * Returns the current usage of one operation.
     *
     * @param operation such as {@link Operation#SNAPSHOTS}
     * @throws IllegalArgumentException if {@code operation} is null
     */
    public RateUsage of(Operation operation) {
        return calls.usage(Checks.required("operation", operation));
    }

    /** Returns the current usage of all operations, in the order of the documents. */
    public List<RateUsage> all() {
        return Arrays.stream(Operation.values()).map(calls::usage).toList();
    }

    /**
     * Lifts the pause that the server asked for. Calls of all clients with the API key that wait for it continue; the
     * requests of the last minute still count.
     *
     * @throws IllegalArgumentException if {@code operation} is null
     */
    public void liftPause(Operation operation) {
        calls.liftPause(Checks.required("operation", operation));
    }

    /** Lists the usage of all operations. */
    @Override
    public String toString() {
        return "HttpRates" + all();
    }
}
