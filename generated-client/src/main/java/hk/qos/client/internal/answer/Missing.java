package hk.qos.client.internal.answer;

import hk.qos.client.Results;
import hk.qos.client.ResultsMap;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Completes an answer: its elements in the order of the request, and the instruments or keys that it lacks. */
public final class Missing {
    private Missing() {}

    /**
     * Orders the elements, and adds the missing instruments.
     *
     * @param asked the requested instruments: canonical code to the caller's spelling
     * @param code returns the canonical code of an element
     */
    public static <T> UnaryOperator<Results<T>> of(Map<String, String> asked, Function<? super T, String> code) {
        return answer -> complete(answer, asked.keySet(), asked, code);
    }

    /**
     * Like the other, where instruments can be requested several times.
     *
     * @param asked the canonical codes of the request
     */
    public static <T> UnaryOperator<Results<T>> of(List<String> asked, Function<? super T, String> code) {
        Map<String, String> distinct = new LinkedHashMap<>();
        asked.forEach(one -> distinct.put(one, one));
        return answer -> complete(answer, asked, distinct, code);
    }

    private static <T> Results<T> complete(
            Results<T> answer,
            Collection<String> asked,
            Map<String, String> spellings,
            Function<? super T, String> code) {
        if (isAsAsked(answer, asked, code)) {
            return answer;
        }
        Set<String> came = new HashSet<>();
        answer.forEach(element -> came.add(code.apply(element)));
        List<String> missing = spellings.entrySet().stream()
                .filter(each -> !came.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return Results.of(AskedOrder.of(asked, answer, code))
                .withUndecodable(answer.undecodable())
                .withMissing(missing);
    }

    /** Whether there is nothing to complete, which is the frequent case: one element for each code, in their order. */
    private static <T> boolean isAsAsked(
            Results<T> answer, Collection<String> asked, Function<? super T, String> code) {
        if (answer.size() != asked.size()) {
            return false;
        }
        Iterator<String> codes = asked.iterator();
        for (T element : answer) {
            if (!codes.next().equals(code.apply(element))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Adds the missing instruments to an answer whose keys are instruments.
     *
     * @param asked the requested instruments: canonical code to the caller's spelling
     */
    public static <V> UnaryOperator<ResultsMap<String, V>> codeKeys(Map<String, String> asked) {
        return answer -> {
            List<String> missing = asked.entrySet().stream()
                    .filter(each -> !answer.containsKey(each.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            return missing.isEmpty() ? answer : answer.withMissing(missing);
        };
    }

    /** The data of an answer, completed by one of the others here. */
    public static <T> T applied(UnaryOperator<T> finish, T data) {
        return finish.apply(data);
    }

    /** Adds the missing keys to an answer. */
    public static <K, V> UnaryOperator<ResultsMap<K, V>> keys(List<K> asked) {
        return answer -> {
            List<K> missing = asked.stream()
                    .distinct()
                    .filter(key -> !answer.containsKey(key))
                    .toList();
            return missing.isEmpty() ? answer : answer.withMissing(missing);
        };
    }
}
