package hk.qos.stream.internal.json;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the items of lists, also of lists within lists, in one array that is used again. Not thread-safe. */
public final class ItemStack {
    private static final int SMALLEST = 32;

    private @Nullable Object[] items = new Object[SMALLEST];
    private int size;

    ItemStack() {}

    /** The number of items of the lists that are being collected. */
    public int size() {
        return size;
    }

    public void add(Object item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        items[size++] = item;
    }

    /** Removes what was added since {@link #size} was {@code from}, and returns it as an immutable list. */
    @SuppressWarnings("unchecked") // the caller added items of one type
    public <E> List<E> take(int from) {
        if (size == from) {
            return List.of();
        }
        List<E> list = new FixedList<>(Arrays.copyOfRange(items, from, size));
        clear(from);
        return list;
    }

    /** Removes all items. */
    void clear() {
        clear(0);
    }

    private void clear(int from) {
        Arrays.fill(items, from, size, null);
        size = from;
    }
}
