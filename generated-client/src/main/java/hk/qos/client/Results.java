package hk.qos.client;

import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.model.InstrumentCodes;
import hk.qos.client.model.InstrumentData;
import hk.qos.stream.internal.check.Checks;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an answer in the order in which their instruments were requested, and what the answer lacks. An
 * unmodifiable list, equal to any other list of the same elements.
 *
 * @param <T> the element type
 */
// List is repeated here, since the nullness of AbstractList's elements is unknown to Kotlin.
public final class Results<T> extends AbstractList<T> implements List<T>, RandomAccess {
    private static final Results<?> EMPTY = new Results<>(List.of(), List.of(), List.of());

    private final List<T> elements;
    private final List<String> missing;
    private final List<Undecodable> undecodable;

    /** Filled at the first use, by any thread. */
    private volatile @Nullable Map<String, T> byCode;

    private Results(List<T> elements, List<String> missing, List<Undecodable> undecodable) {
        this.elements = elements;
        this.missing = missing;
        this.undecodable = undecodable;
    }

    /** Returns an empty answer. */
    @SuppressWarnings("unchecked") // there is none that could be of another type
    public static <T> Results<T> empty() {
        return (Results<T>) EMPTY;
    }

    /**
     * Returns an answer that lacks nothing, for tests.
     *
     * @throws IllegalArgumentException if {@code elements} or an element is null
     */
    public static <T> Results<T> of(List<T> elements) {
        return new Results<>(Checks.items("elements", elements, 0, Integer.MAX_VALUE), List.of(), List.of());
    }

    /**
     * Returns the same elements, with the instruments that are missing.
     *
     * @throws IllegalArgumentException if {@code codes} or an item is null
     */
    public Results<T> withMissing(List<String> codes) {
        return new Results<>(elements, Checks.items("codes", codes, 0, Integer.MAX_VALUE), undecodable);
    }

    /**
     * Returns the same elements, with the elements that were omitted.
     *
     * @throws IllegalArgumentException if {@code omitted} or an item is null
     */
    public Results<T> withUndecodable(List<Undecodable> omitted) {
        return new Results<>(elements, missing, Checks.items("omitted", omitted, 0, Integer.MAX_VALUE));
    }

    /**
     * Returns the requested instruments without a decodable element in the answer, in the spelling and order of the
     * request; those of a query in canonical spelling. The server silently omits instruments that it does not know.
     */
    public List<String> missing() {
        return missing;
    }

    /**
     * Returns the elements that were omitted because they cannot be decoded. Empty if {@code strictDecoding(true)} is set.
     * An answer with more than 100 of them fails in any case.
     */
    public List<Undecodable> undecodable() {
        return undecodable;
    }

    /**
     * Returns the first element about an instrument. Elements that are not {@link InstrumentData} are not found.
     *
     * @param code the instrument in any spelling, such as {@code HK:700} or {@code HK:00700}
     * @throws IllegalArgumentException if {@code code} is null or not {@code MARKET:SYMBOL}
     */
    public Optional<T> find(String code) {
        String canonical = InstrumentCodes.canonical(code);
        Map<String, T> known = byCode;
        if (known == null) {
            known = new HashMap<>();
            for (T element : elements) {
                if (element instanceof InstrumentData data) {
                    known.putIfAbsent(CodeSpelling.received(data.code()), element);
                }
            }
            byCode = known;
        }
        return Optional.ofNullable(known.get(canonical));
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
