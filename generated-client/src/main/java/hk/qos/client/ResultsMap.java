package hk.qos.client;

import hk.qos.stream.internal.check.Checks;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The entries of an answer in the server's order, and what the answer lacks. An unmodifiable map, equal to any other map
 * of the same entries.
 *
 * @param <K> the key type, such as a market
 * @param <V> the value type
 */
// Map is repeated here, since the nullness of AbstractMap's entries is unknown to Kotlin.
public final class ResultsMap<K, V> extends AbstractMap<K, V> implements Map<K, V> {
    private static final ResultsMap<?, ?> EMPTY = new ResultsMap<>(Map.of(), Map.of(), List.of(), List.of());

    private final Map<K, V> entries;
    private final Map<String, V> unrecognized;
    private final List<K> missing;
    private final List<Undecodable> undecodable;

    private ResultsMap(Map<K, V> entries, Map<String, V> unrecognized, List<K> missing, List<Undecodable> undecodable) {
        this.entries = entries;
        this.unrecognized = unrecognized;
        this.missing = missing;
        this.undecodable = undecodable;
    }

    /** Returns an empty answer. */
    @SuppressWarnings("unchecked") // there is no entry that could be of another type
    public static <K, V> ResultsMap<K, V> empty() {
        return (ResultsMap<K, V>) EMPTY;
    }

    /**
     * Returns an answer that lacks nothing, for tests.
     *
     * @throws IllegalArgumentException if {@code entries}, a key or a value is null
     */
    public static <K, V> ResultsMap<K, V> of(Map<K, V> entries) {
        return new ResultsMap<>(Checks.entries("entries", entries), Map.of(), List.of(), List.of());
    }

    /**
     * Returns the same entries, with the keys that are missing.
     *
     * @throws IllegalArgumentException if {@code keys} or an item is null
     */
    public ResultsMap<K, V> withMissing(List<K> keys) {
        return new ResultsMap<>(entries, unrecognized, Checks.items("keys", keys, 0, Integer.MAX_VALUE), undecodable);
    }

    /**
     * Returns the same entries, with the elements that were omitted.
     *
     * @throws IllegalArgumentException if {@code omitted} or an item is null
     */
    public ResultsMap<K, V> withUndecodable(List<Undecodable> omitted) {
        return new ResultsMap<>(entries, unrecognized, missing, Checks.items("omitted", omitted, 0, Integer.MAX_VALUE));
    }

    /**
     * Returns the same entries, with values whose keys this version does not know, by their text.
     *
     * @throws IllegalArgumentException if {@code values}, a key or a value is null
     */
    public ResultsMap<K, V> withUnrecognized(Map<String, V> values) {
        return new ResultsMap<>(entries, Checks.entries("values", values), missing, undecodable);
    }

    /** Returns the requested keys that the answer does not have, in the order of the request. */
    public List<K> missing() {
        return missing;
    }

    /**
     * Returns the elements of values that were omitted because they cannot be decoded. Empty if {@code
     * strictDecoding(true)} is set. An answer with more than 100 of them fails in any case.
     */
    public List<Undecodable> undecodable() {
        return undecodable;
    }

    /** Returns the values whose keys this version does not know, by the text that the server sent. They are not entries. */
    public Map<String, V> unrecognized() {
        return unrecognized;
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return entries.entrySet();
    }
}
