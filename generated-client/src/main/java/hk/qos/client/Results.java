package hk.qos.client;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;

/**
 * What the server answered, in its order, which need not be that of the request; and what the answer lacks. An
 * unmodifiable list, equal to any other list of the same elements.
 *
 * @param <T> an element
 */
// List stands here again, since the nullness of AbstractList's elements is unknown to Kotlin.
public final class Results<T> extends AbstractList<T> implements List<T>, RandomAccess {
    private static final Results<?> EMPTY = new Results<>(List.of(), List.of(), List.of());

    private final List<T> elements;
    private final List<String> missing;
    private final List<Undecodable> undecodable;

    private Results(List<T> elements, List<String> missing, List<Undecodable> undecodable) {
        this.elements = elements;
        this.missing = missing;
        this.undecodable = undecodable;
    }

    /** No elements. */
    @SuppressWarnings("unchecked") // there is none that could be of another type
    public static <T> Results<T> empty() {
        return (Results<T>) EMPTY;
    }

    /** These elements, none of them null, of an answer that lacks nothing; for tests. */
    public static <T> Results<T> of(List<T> elements) {
        return new Results<>(List.copyOf(elements), List.of(), List.of());
    }

    /** The same elements, and these instruments missing. */
    public Results<T> withMissing(List<String> codes) {
        return new Results<>(elements, List.copyOf(codes), undecodable);
    }

    /** The same elements, and these left out. */
    public Results<T> withUndecodable(List<Undecodable> leftOut) {
        return new Results<>(elements, missing, List.copyOf(leftOut));
    }

    /**
     * The instruments that were asked for and of which no element came that could be read, in the spelling and order in
     * which they were asked for; those of a query in canonical spelling. The server leaves out what it does not know
     * without a word.
     */
    public List<String> missing() {
        return missing;
    }

    /**
     * What came and was left out, since it could not be read. Empty if {@code strictDecoding()} is set; an answer with more
     * than 100 of them fails in any case.
     */
    public List<Undecodable> undecodable() {
        return undecodable;
    }

    @Override
    public T get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public Iterator<T> iterator() {
        return elements.iterator();
    }
}
