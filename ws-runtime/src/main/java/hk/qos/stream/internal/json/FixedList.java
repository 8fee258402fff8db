package hk.qos.stream.internal.json;

import java.util.AbstractList;
import java.util.RandomAccess;

/** An immutable list without {@code null}, in an array of exactly its size. */
public final class FixedList<E> extends AbstractList<E> implements RandomAccess {
    private final Object[] items;

    /** @param items of type {@code E}; nobody else may change them */
    FixedList(Object[] items) {
        this.items = items;
    }

    @Override
    @SuppressWarnings("unchecked") // see the constructor
    public E get(int index) {
        return (E) items[index];
    }

    @Override
    public int size() {
        return items.length;
    }
}
