package hk.qos.client.internal.answer;

import hk.qos.client.Results;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Tells what was asked for and did not come. */
public final class Missing {
    private Missing() {}

    /**
     * Adds to an answer which instruments it lacks.
     *
     * @param asked the instruments asked for, by canonical code, in the spelling of the caller
     * @param code the canonical code of an element
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
