package hk.qos.stream.internal.recovery;

import hk.qos.stream.spi.Channel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The items of an answer that were missed, found by comparing it with the items delivered before and after the gap.
 *
 * @param missed oldest first
 * @param complete whether the answer reaches back to the start of the gap
 * @param known all items that are delivered now, without a hole, in the server's order
 */
record GapAlignment<T>(List<T> missed, boolean complete, List<T> known) {

    /**
     * Aligns an answer of a channel on which every push matters. An item was missed if it is not older than the last item
     * before the gap and was not delivered. Items of one moment have no certain order, so each delivered item accounts for
     * one equal item of the answer. In doubt an item counts as missed.
     *
     * @param answer the newest items, oldest first
     * @param before the last items delivered before the gap, oldest first
     * @param between runs of items delivered between two gaps
     * @param live the items delivered since the last gap, oldest first
     * @param recent all items delivered recently
     * @param full whether the server may have older items than these
     */
    static <T> GapAlignment<T> ofItems(
            Channel<T> channel,
            List<T> answer,
            List<T> before,
            List<List<T>> between,
            List<T> live,
            List<T> recent,
            Instant from,
            boolean full) {
        List<T> missed = new ArrayList<>(answer);
        recent.forEach(delivered -> removeOne(channel, missed, delivered));
        Instant bound = bound(channel, before, from);
        missed.removeIf(item -> isBefore(channel, item, bound));
        boolean complete = answer.isEmpty()
                ? before.isEmpty()
                : !full || isBefore(channel, answer.get(0), bound) || areAny(channel, answer, before);
        List<T> known = new ArrayList<>(complete ? before : List.of());
        between.forEach(known::addAll);
        known.addAll(missed);
        known.addAll(live);
        known.sort(byTime(channel));
        return new GapAlignment<>(List.copyOf(missed), complete, known);
    }

    /**
     * Aligns an answer of a channel on which the newest version of an item matters. An item was missed if it is not older
     * than the last item before the gap, no newer version of it is live, and it differs from the version delivered.
     */
    static <T> GapAlignment<T> ofVersions(
            Channel<T> channel,
            List<T> answer,
            List<T> before,
            List<List<T>> between,
            List<T> live,
            Instant from,
            boolean full) {
        Set<Object> newer = new HashSet<>();
        live.forEach(item -> newer.add(channel.identity(item)));
        Map<Object, T> delivered = new HashMap<>();
        List<T> known = new ArrayList<>(before);
        between.forEach(known::addAll);
        known.forEach(item -> delivered.put(channel.identity(item), item));
        Instant bound = bound(channel, before, from);
        int start = firstSince(channel, answer, bound);
        if (before.isEmpty() && start > 0) {
            // The item that was current at the start of the gap is older than the gap.
            start--;
        }
        List<T> missed = answer.subList(start, answer.size()).stream()
                .filter(item -> !newer.contains(channel.identity(item)))
                .filter(item -> !isDelivered(channel, item, delivered.get(channel.identity(item))))
                .toList();
        boolean complete =
                answer.isEmpty() ? before.isEmpty() : !full || start > 0 || isAt(channel, answer.get(0), bound);
        known.addAll(missed);
        known.addAll(live);
        known.sort(byTime(channel));
        return new GapAlignment<>(missed, complete, known);
    }

    private static <T> boolean isDelivered(Channel<T> channel, T item, @Nullable T known) {
        return known != null && channel.isSame(item, known);
    }

    /**
     * The items of {@code answer}, oldest first, as far as they have times; servers answer oldest first, newest first, or
     * in no order. The order of items of one moment is kept, or reversed with the rest.
     *
     * @param before the last items delivered before the gap
     * @param live the items delivered since; both show the direction of an answer whose items all have the same time
     */
    static <T> List<T> oldestFirst(Channel<T> channel, List<T> answer, List<T> before, List<T> live) {
        boolean rises = false;
        boolean falls = false;
        for (int i = 1; i < answer.size(); i++) {
            Instant earlier = channel.time(answer.get(i - 1));
            @Nullable Instant later = channel.time(answer.get(i));
            if (earlier == null || later == null) {
                return answer;
            }
            rises |= later.isAfter(earlier);
            falls |= later.isBefore(earlier);
        }
        List<T> ordered = new ArrayList<>(answer);
        if (rises && falls) {
            ordered.sort(byTime(channel));
        } else if (falls || (!rises && isNewestFirst(channel, answer, before, live))) {
            Collections.reverse(ordered);
        }
        return ordered;
    }

    private static <T> boolean isNewestFirst(Channel<T> channel, List<T> answer, List<T> before, List<T> live) {
        if (answer.isEmpty()) {
            return false;
        }
        List<T> first = answer.subList(0, 1);
        List<T> last = answer.subList(answer.size() - 1, answer.size());
        return (areAny(channel, last, before) && !areAny(channel, first, before))
                || (areAny(channel, first, live) && !areAny(channel, last, live));
    }

    /** Whether one of {@code some} is among {@code others}. */
    private static <T> boolean areAny(Channel<T> channel, List<T> some, List<T> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> channel.isSame(one, other)));
    }

    private static <T> void removeOne(Channel<T> channel, List<T> items, T like) {
        for (int i = 0; i < items.size(); i++) {
            if (channel.isSame(items.get(i), like)) {
                items.remove(i);
                return;
            }
        }
    }

    /** The time of the last item before the gap, else the start of the gap by our clock, to the second. */
    private static <T> Instant bound(Channel<T> channel, List<T> before, Instant from) {
        Instant last = before.isEmpty() ? null : channel.time(before.get(before.size() - 1));
        return last == null ? from.truncatedTo(ChronoUnit.SECONDS) : last;
    }

    private static <T> int firstSince(Channel<T> channel, List<T> answer, Instant bound) {
        int at = 0;
        while (at < answer.size() && isBefore(channel, answer.get(at), bound)) {
            at++;
        }
        return at;
    }

    private static <T> Comparator<T> byTime(Channel<T> channel) {
        return Comparator.comparing(channel::time, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    private static <T> boolean isBefore(Channel<T> channel, T item, Instant bound) {
        Instant time = channel.time(item);
        return time != null && time.isBefore(bound);
    }

    private static <T> boolean isAt(Channel<T> channel, T item, Instant bound) {
        @Nullable Instant time = channel.time(item);
        return bound.equals(time);
    }
}
