package hk.qos.client.internal.answer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts the elements of an answer, which come in any order, into the order of the request. */
final class AskedOrder {
    private AskedOrder() {}

    private record Placed<T>(T element, int place) {}

    /**
     * Elements about an instrument stay in the order of the answer. If an instrument is asked for several times, its first
     * element takes the first place, and so on. Elements about other instruments come last.
     *
     * @param asked the codes of the request
     */
    static <T> List<T> of(Collection<String> asked, List<T> elements, Function<? super T, String> code) {
        Map<String, Deque<Integer>> places = new HashMap<>();
        int place = 0;
        for (String one : asked) {
            places.computeIfAbsent(one, first -> new ArrayDeque<>()).add(place++);
        }
        List<Placed<T>> placed = new ArrayList<>();
        for (T element : elements) {
            Deque<Integer> left = places.get(code.apply(element));
            if (left == null) {
                placed.add(new Placed<>(element, Integer.MAX_VALUE));
            } else {
                placed.add(new Placed<>(element, left.size() > 1 ? left.pop() : left.element()));
            }
        }
        placed.sort(Comparator.comparingInt(Placed::place));
        return placed.stream().map(Placed::element).toList();
    }
}
