package hk.qos.client.internal.answer;

import hk.qos.client.Results;
import hk.qos.client.ResultsMap;
import hk.qos.client.Undecodable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the payloads of the requests of one call become the payload of the call.
 *
 * @param <T> the payload
 */
public interface Joining<T> {

    /** Joins the payloads, in order. */
    T join(List<T> payloads);

    /** Returns the elements of a payload, the values of a map. */
    List<?> elements(T payload);

    /** Of a call that is always one request. */
    static <T> Joining<T> none() {
        return new Joining<>() {
            @Override
            public T join(List<T> payloads) {
                return payloads.get(0);
            }

            @Override
            public List<?> elements(T payload) {
                return List.of(payload);
            }
        };
    }

    /** Of lists: all elements. What is missing is for {@link Missing} to find. */
    static <E> Joining<Results<E>> results() {
        return new Joining<>() {
            @Override
            public Results<E> join(List<Results<E>> payloads) {
                if (payloads.size() == 1) {
                    return payloads.get(0);
                }
                List<E> elements = new ArrayList<>();
                List<Undecodable> undecodable = new ArrayList<>();
                for (int i = 0; i < payloads.size(); i++) {
                    elements.addAll(payloads.get(i));
                    undecodable.addAll(
                            ofRequest(i + 1, payloads.size(), payloads.get(i).undecodable()));
                }
                return Results.of(elements).withUndecodable(undecodable);
            }

            @Override
            public List<?> elements(Results<E> payload) {
                return payload;
            }
        };
    }

    private static List<Undecodable> ofRequest(int number, int requests, List<Undecodable> elements) {
        return requests == 1
                ? elements
                : elements.stream()
                        .map(one ->
                                new Undecodable(one.path() + " of answer " + number + " of " + requests, one.reason()))
                        .toList();
    }

    /** Of maps by instrument: all entries. */
    static <K, V> Joining<ResultsMap<K, V>> maps() {
        return new Joining<>() {
            @Override
            public ResultsMap<K, V> join(List<ResultsMap<K, V>> payloads) {
                if (payloads.size() == 1) {
                    return payloads.get(0);
                }
                Map<K, V> entries = new LinkedHashMap<>();
                Map<String, V> unrecognized = new LinkedHashMap<>();
                List<Undecodable> undecodable = new ArrayList<>();
                for (int i = 0; i < payloads.size(); i++) {
                    ResultsMap<K, V> payload = payloads.get(i);
                    entries.putAll(payload);
                    unrecognized.putAll(payload.unrecognized());
                    undecodable.addAll(ofRequest(i + 1, payloads.size(), payload.undecodable()));
                }
                return ResultsMap.of(entries).withUnrecognized(unrecognized).withUndecodable(undecodable);
            }

            @Override
            public List<?> elements(ResultsMap<K, V> payload) {
                return List.copyOf(payload.values());
            }
        };
    }
}
