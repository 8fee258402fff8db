package hk.qos.stream.internal.delivery;

import hk.qos.stream.StreamEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue of one consumer, in order. A newer version of an item replaces the older one in place, unless an event
 * was added in between. If the queue is full, the oldest items are dropped and a mark in their place counts them. Not
 * thread-safe.
 */
final class Backlog<T> {

    /** A place in the queue: data, an event, a task, or the mark of dropped items. */
    static final class Node<T> {
        private @Nullable Node<T> previous;
        private @Nullable Node<T> next;
        private @Nullable Object identity;
        private int generation;

        @Nullable
        T data;

        long millis;
        int bytes;
        boolean recovered;

        @Nullable
        StreamEvent event;

        @Nullable
        Runnable task;

        long dropped;
        long from;
        long to;

        boolean isMark() {
            return dropped > 0;
        }

        private void set(T push, long at, int size, boolean wasRecovered) {
            data = push;
            millis = at;
            bytes = size;
            recovered = wasRecovered;
        }

        private void clear() {
            previous = null;
            next = null;
            identity = null;
            data = null;
            bytes = 0;
            event = null;
            task = null;
            dropped = 0;
        }
    }

    private static final int MAX_SPARE = 64;

    private final int capacity;
    private final ByteBudget budget;
    private final ToLongFunction<Received<T>> time;
    /** Nodes to be used again, linked by their next one. */
    private @Nullable Node<T> spare;

    private int spares;
    private final Map<Object, Node<T>> newest = new HashMap<>();
    private @Nullable Node<T> head;
    private @Nullable Node<T> tail;
    private @Nullable Node<T> oldestData;
    private int size;
    private int generation;

    /** @param time the time of an item, in milliseconds */
    Backlog(int capacity, ByteBudget budget, ToLongFunction<Received<T>> time) {
        this.capacity = capacity;
        this.budget = budget;
        this.time = time;
    }

    /**
     * Adds a push.
     *
     * @param identity equal for all versions of one item; {@code null} if there are no versions
     * @return whether it replaced an older version
     */
    boolean addData(Received<T> push, @Nullable Object identity) {
        return addData(push.data(), push.millis(), push.bytes(), push.recovered(), identity);
    }

    /** As the other, without an object that holds a push and its time. */
    boolean addData(T data, long millis, int bytes, boolean recovered, @Nullable Object identity) {
        if (identity != null) {
            Node<T> older = newest.get(identity);
            if (older != null && older.generation == generation) {
                budget.add(bytes - older.bytes);
                older.set(data, millis, bytes, recovered);
                return true;
            }
        }
        Node<T> node = newNode();
        node.set(data, millis, bytes, recovered);
        node.identity = identity;
        node.generation = generation;
        append(node);
        budget.add(bytes);
        if (oldestData == null) {
            oldestData = node;
        }
        if (identity != null) {
            newest.put(identity, node);
        }
        return false;
    }

    private Node<T> newNode() {
        Node<T> node = spare;
        if (node == null) {
            return new Node<>();
        }
        spare = node.next;
        node.next = null;
        spares--;
        return node;
    }

    /** Takes back a node that {@link #poll} returned and nobody uses any more. */
    void giveBack(Node<T> node) {
        node.clear();
        if (spares < MAX_SPARE) {
            node.next = spare;
            spare = node;
            spares++;
        }
    }

    void addEvent(StreamEvent event) {
        generation++;
        Node<T> node = newNode();
        node.event = event;
        append(node);
    }

    void addTask(Runnable task) {
        Node<T> node = newNode();
        node.task = task;
        append(node);
    }

    /** Drops the oldest items until the limits hold, and returns their number. */
    long trim() {
        long dropped = 0;
        while (size > capacity || (size > 1 && budget.isExceeded())) {
            Node<T> victim =
                    oldestData != null && oldestData != tail ? oldestData : size > capacity ? oldestEvent() : null;
            if (victim == null) {
                break;
            }
            drop(victim);
            dropped++;
        }
        return dropped;
    }

    @Nullable
    Node<T> peek() {
        return head;
    }

    @Nullable
    Node<T> poll() {
        Node<T> first = head;
        if (first != null) {
            remove(first);
        }
        return first;
    }

    boolean isEmpty() {
        return head == null;
    }

    int size() {
        return size;
    }

    /**
     * Removes everything; {@code tasks} receives the tasks.
     *
     * @param butLastEvent whether to keep the last item if it is an event
     */
    void clear(boolean butLastEvent, Consumer<Runnable> tasks) {
        Node<T> kept = butLastEvent && tail != null && tail.event != null ? tail : null;
        while (head != null && head != kept) {
            Node<T> node = poll();
            if (node != null && node.task != null) {
                tasks.accept(node.task);
            }
        }
        newest.clear();
    }

    private void drop(Node<T> victim) {
        long moment = victim.data != null
                ? time.applyAsLong(new Received<>(victim.data, victim.millis, victim.bytes, victim.recovered))
                : eventMillis(victim);
        Node<T> before = victim.previous;
        if (before != null && before.isMark()) {
            widen(before, moment);
            remove(victim);
        } else if (victim.next != null && victim.next.isMark()) {
            widen(victim.next, moment);
            remove(victim);
        } else {
            detach(victim);
            victim.data = null;
            victim.bytes = 0;
            victim.event = null;
            victim.dropped = 1;
            victim.from = moment;
            victim.to = moment;
        }
    }

    private static <T> long eventMillis(Node<T> node) {
        return node.event == null ? 0 : node.event.at().toEpochMilli();
    }

    private static <T> void widen(Node<T> mark, long moment) {
        mark.dropped++;
        mark.from = Math.min(mark.from, moment);
        mark.to = Math.max(mark.to, moment);
    }

    private @Nullable Node<T> oldestEvent() {
        Node<T> node = head;
        while (node != null && (node.event == null || node == tail)) {
            node = node.next;
        }
        return node;
    }

    private void append(Node<T> node) {
        node.previous = tail;
        if (tail == null) {
            head = node;
        } else {
            tail.next = node;
        }
        tail = node;
        size++;
    }

    private void remove(Node<T> node) {
        detach(node);
        if (node.previous == null) {
            head = node.next;
        } else {
            node.previous.next = node.next;
        }
        if (node.next == null) {
            tail = node.previous;
        } else {
            node.next.previous = node.previous;
        }
        size--;
    }

    /** Removes the node's data from every index; the node keeps its place. */
    private void detach(Node<T> node) {
        budget.add(-node.bytes);
        if (node.identity != null) {
            newest.remove(node.identity, node);
        }
        if (node == oldestData) {
            Node<T> later = node.next;
            while (later != null && later.data == null) {
                later = later.next;
            }
            oldestData = later;
        }
    }
}
