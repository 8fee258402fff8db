package hk.qos.client.internal.http;

import hk.qos.client.Operation;
import hk.qos.client.internal.split.Splitter;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * How much one request may ask for. Immutable.
 *
 * @param instruments the maximum of distinct instruments in a request of an operation
 * @param items the maximum of items of an instrument in a request of an operation that is paged
 * @param splits whether a call that names too many instruments is split; otherwise the plan's limit refuses it
 */
public record RequestSizes(ToIntFunction<Operation> instruments, int items, boolean splits) {

    /** Returns the codes of each request, in the order of the call. */
    public List<List<String>> codes(Operation operation, List<String> codes) {
        return splitter(operation).codes(codes);
    }

    /** Returns the codes of each page of a walk, which is several calls. */
    public List<List<String>> pages(Operation operation, List<String> codes) {
        return new Splitter(instruments.applyAsInt(operation)).codes(codes);
    }

    /**
     * Returns the queries of each request, in the order of the call. The instruments of a query can be split between
     * requests.
     *
     * @param codes the codes of a query
     * @param with returns a query about other instruments
     */
    public <Q> List<List<Q>> queries(
            Operation operation,
            List<Q> queries,
            Function<? super Q, List<String>> codes,
            BiFunction<? super Q, List<String>, ? extends Q> with) {
        return splitter(operation).queries(queries, codes, with);
    }

    private Splitter splitter(Operation operation) {
        return splits ? new Splitter(instruments.applyAsInt(operation)) : Splitter.NONE;
    }
}
