package hk.qos.client.internal.paging;

import hk.qos.client.Results;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds out which page is next, and which of its items are new. A request has one page of each key of a group; a group follows
 * when the one before it is complete. A page that failed is asked for again. Not thread-safe: calls follow one another.
 */
public final class Pager<Q, E, I> {
    private final Paging<Q, E, I> paging;
    private final Q query;
    private final int pageSize;
    private final List<List<KeyProgress>> groups;
    private int group;
    private int requests;
    private long items;
    private long undecodable;

    /**
     * @param query what all pages have in common
     * @param pageSize the maximum of items in a page, at least 1
     * @param groups the keys of each request
     * @param span the wanted items of a key
     */
    public Pager(
            Paging<Q, E, I> paging, Q query, int pageSize, List<List<String>> groups, Function<String, Span> span) {
        this.paging = paging;
        this.query = query;
        this.pageSize = pageSize;
        this.groups = groups.stream()
                .map(keys -> keys.stream()
                        .map(key -> new KeyProgress(paging.operation(), key, span.apply(key)))
                        .toList())
                .toList();
        skipDone();
    }

    private void skipDone() {
        while (group < groups.size() && groups.get(group).stream().allMatch(KeyProgress::isDone)) {
            group++;
        }
    }

    /** Whether there is no further page. */
    public boolean isDone() {
        return group == groups.size();
    }

    /** The number of groups that are complete. */
    int group() {
        return group;
    }

    /** Returns the queries of the next request. */
    List<Q> next() {
        List<Q> queries = new ArrayList<>();
        for (KeyProgress key : groups.get(group)) {
            if (!key.isDone()) {
                queries.add(paging.page().of(query, List.of(key.key()), key.ask(pageSize), key.end()));
            }
        }
        return queries;
    }

    /**
     * Takes the answer. If it is unusable, nothing has changed.
     *
     * @return its new items, those of a key newest first
     */
    List<Item<I>> take(Results<E> answer) {
        Map<String, List<I>> pages = new HashMap<>();
        long unusable = answer.undecodable().size();
        for (E element : answer) {
            List<I> all = paging.items().apply(element);
            List<I> dated = all.stream()
                    .filter(item -> paging.time().apply(item) != null)
                    .toList();
            unusable += all.size() - dated.size();
            pages.merge(paging.key().apply(element), dated, Pager::both);
        }
        boolean lacksItems = unusable > 0;
        Map<KeyProgress, List<Item<I>>> checked = new LinkedHashMap<>();
        for (KeyProgress key : groups.get(group)) {
            if (!key.isDone()) {
                checked.put(key, key.checked(pages.getOrDefault(key.key(), List.of()), paging, query));
            }
        }
        List<Item<I>> fresh = new ArrayList<>();
        checked.forEach((key, page) -> fresh.addAll(key.take(page, lacksItems)));
        requests++;
        items += fresh.size();
        undecodable += unusable;
        skipDone();
        return fresh;
    }

    private static <I> List<I> both(List<I> one, List<I> other) {
        List<I> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /** The answers so far. */
    public int requests() {
        return requests;
    }

    /** The new items so far. */
    public long items() {
        return items;
    }

    /** The elements of answers so far that could not be decoded, and the items without a time. */
    public long undecodable() {
        return undecodable;
    }

    /** The part of the whole that has come, 0 to 1, so far as it is known. */
    public double fraction() {
        return groups.stream()
                .flatMap(List::stream)
                .mapToDouble(KeyProgress::fraction)
                .average()
                .orElse(1);
    }

    /** The keys that are complete without an item. */
    public List<String> missing() {
        return groups.stream()
                .flatMap(List::stream)
                .filter(key -> key.isDone() && key.isEmpty())
                .map(KeyProgress::key)
                .toList();
    }
}
