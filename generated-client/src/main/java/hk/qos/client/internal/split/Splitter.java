package hk.qos.client.internal.split;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Splits what a call asks for into requests, in the order of the call. Immutable.
 *
 * @param most the maximum of distinct instruments in a request
 */
public record Splitter(int most) {

    /** Splits nothing. */
    public static final Splitter NONE = new Splitter(Integer.MAX_VALUE);

    /** Returns the codes of each request. */
    public List<List<String>> codes(List<String> codes) {
        List<List<String>> requests = new ArrayList<>();
        for (int from = 0; from < codes.size(); from += Math.min(most, codes.size() - from)) {
            requests.add(codes.subList(from, from + Math.min(most, codes.size() - from)));
        }
        return requests;
    }

    /**
     * Returns the queries of each request. The instruments of a query can be split between requests.
     *
     * @param codes the codes of a query
     * @param with returns a query about other instruments
     */
    public <Q> List<List<Q>> queries(
            List<Q> queries,
            Function<? super Q, List<String>> codes,
            BiFunction<? super Q, List<String>, ? extends Q> with) {
        List<List<Q>> requests = new ArrayList<>();
        List<Q> request = new ArrayList<>();
        Set<String> named = new LinkedHashSet<>();
        for (Q query : queries) {
            List<String> mine = new ArrayList<>();
            for (String code : codes.apply(query)) {
                if (named.size() == most && !named.contains(code)) {
                    if (!mine.isEmpty()) {
                        request.add(with.apply(query, mine));
                    }
                    requests.add(request);
                    request = new ArrayList<>();
                    named = new LinkedHashSet<>();
                    mine = new ArrayList<>();
                }
                named.add(code);
                mine.add(code);
            }
            request.add(with.apply(query, mine));
        }
        requests.add(request);
        return requests;
    }
}
