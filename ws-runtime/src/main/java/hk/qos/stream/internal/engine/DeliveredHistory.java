package hk.qos.stream.internal.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last items that were delivered of one topic, as many as an answer could repeat. */
final class DeliveredHistory<T> {
    /** Items of one moment can come in another order than the server's, so that more than it gives are remembered. */
    private static final int SPARE = 4;

    private final int most;
    private final Deque<T> items = new ArrayDeque<>();
    private final Deque<T> recent = new ArrayDeque<>();

    DeliveredHistory(int most) {
        this.most = most;
    }

    /** A push was delivered. */
    void add(T item) {
        append(items, item, most);
        append(recent, item, SPARE * most);
    }

    /** These were missed and are delivered now. */
    void recovered(List<T> missed) {
        missed.forEach(item -> append(recent, item, SPARE * most));
    }

    /** These, one after the other and without a hole, are what was delivered last, in the server's order. */
    void become(List<T> delivered) {
        items.clear();
        delivered.forEach(item -> append(items, item, most));
    }

    void clear() {
        items.clear();
        recent.clear();
    }

    /** What was delivered last without a hole, oldest first. */
    List<T> items() {
        return List.copyOf(items);
    }

    /** All that was delivered of late, in the order of delivery. */
    List<T> recent() {
        return List.copyOf(recent);
    }

    private static <T> void append(Deque<T> to, T item, int most) {
        if (to.size() == most) {
            to.removeFirst();
        }
        to.addLast(item);
    }
}
