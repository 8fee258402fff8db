package hk.qos.client.internal.paging;

import hk.qos.client.Operation;
import hk.qos.error.MalformedJsonException;
import hk.qos.error.PagingIgnoredException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far the items of one key have come. A page ends one second after the oldest known item, so that it begins with known
 * items and joins without a hole, whether or not the server includes the end. Only a page without new items is the last one,
 * since a server may cut a page short; if it lacks the known items too, it is asked for once more, and then refused.
 */
final class KeyProgress {
    /** The resolution of moments in requests. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private static final Instant EARLIEST_END = Instant.ofEpochSecond(1);

    /** An item that is so much older than the others of its page, and more than twice their span, can be a mistake. */
    private static final Duration STRAY = Duration.ofDays(30);

    private final Operation operation;
    private final String key;
    private final Span span;
    private long left;
    private boolean done;

    /** The end of the next page; null for the newest items. */
    private @Nullable Instant end;

    /** The moment of the oldest known item, and how many items are known at that moment. */
    private @Nullable Instant oldest;

    private int atOldest;
    private @Nullable Instant newest;
    private boolean skipsOldest;
    private boolean found;
    private int asked;

    /** Whether the last page had as many items as were asked for, and whether a page has begun with known items. */
    private boolean wasFull;

    private boolean repeats;

    /** Whether a full page is asked for, since unusable items hide those before them. */
    private boolean full;

    /** Whether the page that is asked for has come without any item, although there are some. */
    private boolean cameEmpty;

    KeyProgress(Operation operation, String key, Span span) {
        this.operation = operation;
        this.key = key;
        this.span = span;
        this.left = span.count();
        this.end = span.to() == null ? null : ceiling(span.to());
        this.done = left <= 0 || (end != null && end.isBefore(EARLIEST_END));
    }

    private static Instant ceiling(Instant moment) {
        return moment.getNano() == 0 ? moment : Instant.ofEpochSecond(moment.getEpochSecond() + 1);
    }

    String key() {
        return key;
    }

    boolean isDone() {
        return done;
    }

    boolean isEmpty() {
        return !found;
    }

    @Nullable
    Instant end() {
        return end;
    }

    /** Returns how many items the next page should have. */
    int ask(int pageSize) {
        long known = skipsOldest ? 0 : oldest == null ? (end == null ? 0 : 1) : atOldest;
        asked = full ? pageSize : (int) Math.min(pageSize, left > Long.MAX_VALUE - known ? left : left + known);
        return asked;
    }

    /**
     * Takes a page.
     *
     * @param sorted the page as {@link #checked} returned it
     * @param lacksItems whether the answer had items that are unusable, so that the page seems shorter than it was
     * @return its new items, newest first
     */
    <I> List<Item<I>> take(List<Item<I>> sorted, boolean lacksItems) {
        cameEmpty = lacksKnown(sorted);
        if (cameEmpty) {
            return List.of();
        }
        List<Item<I>> fresh = withoutStray(fresh(sorted));
        repeats = repeats || (oldest != null && sorted.size() > fresh.size());
        wasFull = sorted.size() >= asked || lacksItems;
        if (fresh.isEmpty() && lacksItems && !full) {
            full = true;
            return List.of();
        }
        if (fresh.isEmpty()) {
            endOrSkip(lacksItems ? Math.max(asked, sorted.size()) : sorted.size());
            return List.of();
        }
        boolean reachedStart = span.from() != null && !fresh.get(0).time().isAfter(span.from());
        List<Item<I>> wanted = new ArrayList<>(fresh);
        wanted.removeIf(item -> span.from() != null && item.time().isBefore(span.from()));
        if (wanted.size() > left) {
            wanted = wanted.subList(wanted.size() - (int) left, wanted.size());
        }
        left -= left == Long.MAX_VALUE ? 0 : wanted.size();
        found = found || !wanted.isEmpty();
        advance(fresh);
        done = done || reachedStart || left == 0;
        List<Item<I>> newestFirst = new ArrayList<>(wanted);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** Whether a page has no item, although it should begin with those that are known. */
    private boolean lacksKnown(List<?> sorted) {
        return sorted.isEmpty() && oldest != null && !skipsOldest && (wasFull || repeats);
    }

    /**
     * Leaves the oldest item to the next page if it is far from the others. If it is a mistake, older items are between them.
     */
    private <I> List<Item<I>> withoutStray(List<Item<I>> fresh) {
        if (fresh.size() < 3 || fresh.size() >= left) {
            return fresh;
        }
        Instant second = fresh.get(1).time();
        Duration gap = Duration.between(fresh.get(0).time(), second);
        Duration others = Duration.between(second, fresh.get(fresh.size() - 1).time());
        boolean far = gap.compareTo(STRAY) > 0 && gap.compareTo(others.multipliedBy(2)) > 0;
        return far ? fresh.subList(1, fresh.size()) : fresh;
    }

    /**
     * Returns a page oldest first, whatever its order.
     *
     * @param page its items, each with a time
     * @param query what all pages have in common
     * @throws PagingIgnoredException if the page has items after its end, and none that are new
     * @throws MalformedJsonException if an item is another than was asked for, or if the page came without any item twice,
     *     although there are some
     */
    <Q, I> List<Item<I>> checked(List<I> page, Paging<Q, ?, I> paging, Q query) {
        List<Item<I>> sorted = new ArrayList<>(page.size());
        for (I item : page) {
            Instant moment = Objects.requireNonNull(paging.time().apply(item));
            if (!paging.fits().test(query, key, item)) {
                throw unusable("an item of " + key + " is another than was asked for: " + item);
            }
            sorted.add(new Item<>(key, moment, item));
        }
        sorted.sort(Comparator.comparing(Item::time));
        if (paging.unique()) {
            sorted = lastOfEachMoment(sorted);
        }
        if (cameEmpty && lacksKnown(sorted)) {
            throw unusable("it has no item of " + key + " up to " + end + ", although there is one at " + oldest
                    + "; it was requested twice");
        }
        return upToEnd(sorted);
    }

    /** A server may round the end up to the length of an item. Then there is one known item after it, or older ones before. */
    private <I> List<Item<I>> upToEnd(List<Item<I>> sorted) {
        Instant last = sorted.isEmpty() ? null : sorted.get(sorted.size() - 1).time();
        Instant bound = end;
        if (bound == null || last == null || !last.isAfter(bound)) {
            return sorted;
        }
        List<Item<I>> within =
                sorted.stream().filter(item -> !item.time().isAfter(bound)).toList();
        Instant known = oldest;
        boolean older =
                !within.isEmpty() && (known == null || within.get(0).time().isBefore(known));
        boolean rounded = known != null && within.size() == sorted.size() - 1 && sorted.size() < asked;
        if (!older && !rounded) {
            throw new PagingIgnoredException(operation.toString(), key, bound, last);
        }
        return within;
    }

    private MalformedJsonException unusable(String fault) {
        return new MalformedJsonException(operation.toString(), fault, null);
    }

    /** A server that lists a moment twice has changed the item in between. */
    private static <I> List<Item<I>> lastOfEachMoment(List<Item<I>> sorted) {
        List<Item<I>> distinct = new ArrayList<>(sorted.size());
        for (Item<I> item : sorted) {
            int before = distinct.size() - 1;
            if (before >= 0 && distinct.get(before).time().equals(item.time())) {
                distinct.set(before, item);
            } else {
                distinct.add(item);
            }
        }
        return distinct;
    }

    private <I> List<Item<I>> fresh(List<Item<I>> sorted) {
        List<Item<I>> fresh = new ArrayList<>();
        int known = 0;
        for (int i = sorted.size() - 1; i >= 0; i--) {
            Item<I> item = sorted.get(i);
            if (oldest == null) {
                if (span.to() == null || item.time().isBefore(span.to())) {
                    fresh.add(item);
                }
            } else if (item.time().isBefore(oldest)) {
                fresh.add(item);
            } else if (item.time().equals(oldest) && known++ >= atOldest) {
                fresh.add(item);
            }
        }
        Collections.reverse(fresh);
        return fresh;
    }

    /** A full page of known items hides what is before them, so the next one ends before. */
    private void endOrSkip(int size) {
        Instant last = oldest == null ? end : oldest;
        if (last == null || skipsOldest || size == 0 || size < asked) {
            done = true;
            return;
        }
        skipsOldest = true;
        end(last.minus(TICK));
    }

    private <I> void advance(List<Item<I>> fresh) {
        Instant first = fresh.get(0).time();
        int same =
                (int) fresh.stream().filter(item -> item.time().equals(first)).count();
        atOldest = first.equals(oldest) ? atOldest + same : same;
        oldest = first;
        newest = newest == null ? fresh.get(fresh.size() - 1).time() : newest;
        skipsOldest = false;
        full = false;
        end(first.plus(TICK));
    }

    private void end(Instant next) {
        end = next;
        done = done || next.isBefore(EARLIEST_END);
    }

    /** The part of the span that has come, 0 to 1, so far as it is known. */
    double fraction() {
        if (done) {
            return 1;
        }
        if (oldest == null || newest == null) {
            return 0;
        }
        if (span.count() != Long.MAX_VALUE) {
            return (double) (span.count() - left) / span.count();
        }
        Instant from = span.from() == null ? Instant.EPOCH : span.from();
        double whole = Math.max(1, Duration.between(from, newest).toSeconds());
        return Math.min(1, Duration.between(oldest, newest).toSeconds() / whole);
    }
}
