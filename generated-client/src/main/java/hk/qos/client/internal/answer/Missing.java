package hk.qos.client.internal.answer;

import hk.qos.client.Results;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Finds the instruments that an answer lacks. */
public final class Missing {
    private Missing() {}

    /**
     * Adds the missing instruments to an answer.
     *
     * @param asked the requested instruments: canonical code to the caller's spelling
     * @param code returns the canonical code of an element
     */
    public static <T> UnaryOperator<Results<T>> of(Map<String, String> asked, Function<? super T, String> code) {
        return answer -> {
            Set<String> came = new HashSet<>();
            answer.forEach(element -> came.add(code.apply(element)));
            List<String> missing = asked.entrySet().stream()
                    .filter(each -> !came.contains(each.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            return missing.isEmpty() ? answer : answer.withMissing(missing);
        };
    }
}
