package hk.qos.ws.internal.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last items that were delivered of one topic, as many as an answer could repeat. */
final class Trail<T> {
    private final int most;
    private final Deque<T> items = new ArrayDeque<>();

    Trail(int most) {
        this.most = most;
    }

    void add(T item) {
        if (items.size() == most) {
            items.removeFirst();
        }
        items.addLast(item);
    }

    /** These, one after the other and without a hole, are what was delivered last, in the server's order. */
    void become(List<T> delivered) {
        items.clear();
        delivered.forEach(this::add);
    }

    /** Oldest first. */
    List<T> items() {
        return List.copyOf(items);
    }
}
