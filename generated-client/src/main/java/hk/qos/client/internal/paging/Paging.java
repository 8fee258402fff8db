package hk.qos.client.internal.paging;

import hk.qos.client.Operation;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How an operation is paged: a query asks for a number of items up to a moment, and the answer has the newest of them.
 *
 * @param operation the operation
 * @param most the documented maximum of items in a page
 * @param page makes the query of a page
 * @param key returns the instrument of an element of the answer
 * @param items returns the items of an element of the answer
 * @param time returns the moment of an item; null if it has none
 * @param unique whether a key has at most one item at each moment
 * @param fits whether an item is about a key and of a query
 * @param <Q> a query
 * @param <E> an element of the answer, with the items of one instrument
 * @param <I> an item
 */
public record Paging<Q, E, I>(
        Operation operation,
        int most,
        Page<Q> page,
        Function<E, String> key,
        Function<E, List<I>> items,
        Function<I, @Nullable Instant> time,
        boolean unique,
        Fits<Q, I> fits) {

    /** Compares an item with what was asked for. */
    @FunctionalInterface
    public interface Fits<Q, I> {

        /** Returns whether the item is about the key and of the query, as far as it says so. */
        boolean test(Q query, String key, I item);
    }

    /** Makes the query of a page. */
    @FunctionalInterface
    public interface Page<Q> {

        /**
         * Returns a query like another.
         *
         * @param query has everything else
         * @param count the number of items
         * @param end the moment up to which items are asked for; null for the newest
         */
        Q of(Q query, List<String> keys, int count, @Nullable Instant end);
    }
}
