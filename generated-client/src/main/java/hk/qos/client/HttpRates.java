package hk.qos.client;

import hk.qos.client.internal.check.Checks;
import hk.qos.client.internal.http.RateLimitedCalls;
import java.util.List;

/**
 * How far the requests of each HTTP interface are used up. All clients of this process with the same key at the same
 * address share them, also one that is closed and another that is opened later. Safe for use by any number of threads.
 */
public final class HttpRates {
    private final RateLimitedCalls calls;

    HttpRates(RateLimitedCalls calls) {
        this.calls = calls;
    }

    /**
     * Of one interface, at this moment.
     *
     * @param operation such as {@link Operations#SNAPSHOTS}
     */
    public RateUsage of(Operation operation) {
        return calls.usage(Checks.required("operation", operation));
    }

    /** Of all interfaces, in the order of the documents. */
    public List<RateUsage> all() {
        return Operations.all().stream().map(calls::usage).toList();
    }

    /**
     * Forgets that the server has asked to wait before the next request to an interface, if you know better; calls that
     * wait for that, here and in other clients of the key, go on. The requests of the minute still count.
     */
    public void liftPause(Operation operation) {
        calls.liftPause(Checks.required("operation", operation));
    }

    /** The usage of all interfaces. */
    @Override
    public String toString() {
        return "HttpRates" + all();
    }
}
