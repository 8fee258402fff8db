package hk.qos.stream.internal.engine;

import hk.qos.stream.spi.Channel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of an answer was missed, found by laying it beside what was delivered before the gap and after it.
 *
 * @param items what was missed, oldest first
 * @param complete whether the answer reaches back to the gap's beginning
 * @param known what is now delivered, without a hole, in the server's order
 */
record GapAlignment<T>(List<T> items, boolean complete, List<T> known) {

    /**
     * Where every push matters: what is in the answer from the moment of the last item before the gap on, and was not
     * delivered. Items of one moment have no order that is sure, so that each item that was delivered accounts for one like
     * it. In doubt an item counts as missed.
     *
     * @param answer the newest items, oldest first
     * @param before the last items delivered before the gap, oldest first
     * @param between runs of items that were delivered, each of them between two gaps
     * @param live the items delivered since the last gap, oldest first
     * @param recent all that was delivered of late
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
     * Where the newest version of each item matters: those from the last one before the gap on, but for those of which
     * a newer version is live, and those that are as they were delivered.
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
            // The item that was current when the gap began had begun before.
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

    /** Whether one of {@code some} is among {@code others}. */
    static <T> boolean areAny(Channel<T> channel, List<T> some, List<T> others) {
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

    /** The moment of the last item before the gap, else the gap's beginning by our clock, to the second. */
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

    static <T> Comparator<T> byTime(Channel<T> channel) {
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
