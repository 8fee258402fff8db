package hk.qos.stream.internal.recovery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last items delivered of one topic: as many as an answer can repeat. */
final class DeliveredHistory<T> {
    /** Items of one moment can arrive in another order than the server's, so this keeps more than an answer has. */
    private static final int RECENT_FACTOR = 4;

    private final int most;
    private final Deque<T> items = new ArrayDeque<>();
    private final Deque<T> recent = new ArrayDeque<>();

    DeliveredHistory(int most) {
        this.most = most;
    }

    /** Adds a push that was delivered. */
    void add(T item) {
        append(items, item, most);
        append(recent, item, RECENT_FACTOR * most);
    }

    /** Adds items that were missed and are delivered now. */
    void recovered(List<T> missed) {
        missed.forEach(item -> append(recent, item, RECENT_FACTOR * most));
    }

    /** Replaces the items delivered last; {@code delivered} has them without a hole, in the server's order. */
    void replace(List<T> delivered) {
        items.clear();
        delivered.forEach(item -> append(items, item, most));
    }

    void clear() {
        items.clear();
        recent.clear();
    }

    /** The items delivered last without a hole, oldest first. */
    List<T> items() {
        return List.copyOf(items);
    }

    /** The items delivered recently, in the order of delivery. */
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
