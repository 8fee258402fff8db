package hk.qos.ws.internal.engine;

import hk.qos.ws.spi.Channel;
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
 * What of an answer was missed, found by laying it beside what was delivered before the gap and after it.
 *
 * @param items what was missed, oldest first
 * @param complete whether the answer reaches back to the gap's beginning
 * @param known what is now delivered, without a hole, in the server's order
 */
record Alignment<T>(List<T> items, boolean complete, List<T> known) {

    /**
     * Where every push matters: what follows in the answer after the last item before the gap and before the first live
     * one, without what was delivered between one gap and the next. In doubt an item counts as missed.
     *
     * @param answer the newest items, oldest first
     * @param before the last items delivered before the gap, oldest first
     * @param between runs of items that were delivered, each of them between two gaps
     * @param live the items delivered since the last gap, oldest first
     * @param full whether the server may have older items than these
     */
    static <T> Alignment<T> ofSequence(
            Channel<T> channel,
            List<T> answer,
            List<T> before,
            List<List<T>> between,
            List<T> live,
            Instant from,
            boolean full) {
        int last = lastDelivered(answer, before);
        Instant bound = bound(channel, before, from);
        int start = last >= 0 ? last + 1 : firstSince(channel, answer, bound);
        int end = Math.max(start, firstLive(answer, live));
        boolean complete =
                answer.isEmpty() ? before.isEmpty() : last >= 0 || !full || isBefore(channel, answer.get(0), bound);
        List<T> since = answer.subList(start, end);
        boolean silent = since.isEmpty() && !between.isEmpty();
        List<T> known = new ArrayList<>(complete && !silent ? before : List.of());
        known.addAll(since);
        known.addAll(live);
        return new Alignment<>(without(since, between, start == 0), complete, known);
    }

    /** {@code items} without the runs in it. Where the answer begins, the first run may have begun before it. */
    private static <T> List<T> without(List<T> items, List<List<T>> runs, boolean first) {
        List<T> left = new ArrayList<>();
        int at = 0;
        for (List<T> run : runs) {
            int found = Collections.indexOfSubList(items.subList(at, items.size()), run);
            if (found >= 0) {
                left.addAll(items.subList(at, at + found));
                at += found + run.size();
            } else if (first && at == 0) {
                at = endOf(run, items);
            }
        }
        left.addAll(items.subList(at, items.size()));
        return List.copyOf(left);
    }

    /** How many items at the beginning of {@code items} are the end of {@code run}. */
    private static <T> int endOf(List<T> run, List<T> items) {
        for (int length = Math.min(run.size(), items.size()); length > 0; length--) {
            if (items.subList(0, length).equals(run.subList(run.size() - length, run.size()))) {
                return length;
            }
        }
        return 0;
    }

    /**
     * Where the newest version of each item matters: those from the last one before the gap on, but for those of which
     * a newer version is live, and those that are as they were delivered.
     */
    static <T> Alignment<T> ofVersions(
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
                .filter(item -> !item.equals(delivered.get(channel.identity(item))))
                .toList();
        boolean complete =
                answer.isEmpty() ? before.isEmpty() : !full || start > 0 || isAt(channel, answer.get(0), bound);
        known.addAll(missed);
        known.addAll(live);
        known.sort(Comparator.comparing(channel::time, Comparator.nullsFirst(Comparator.naturalOrder())));
        return new Alignment<>(missed, complete, known);
    }

    /** The moment of the last item before the gap, else the gap's beginning by our clock, to the second. */
    private static <T> Instant bound(Channel<T> channel, List<T> before, Instant from) {
        Instant last = before.isEmpty() ? null : channel.time(before.get(before.size() - 1));
        return last == null ? from.truncatedTo(ChronoUnit.SECONDS) : last;
    }

    /** Where in the answer the last item before the gap is, with its predecessors before it; -1 if it is not. */
    private static <T> int lastDelivered(List<T> answer, List<T> before) {
        for (int at = 0; !before.isEmpty() && at < answer.size(); at++) {
            int length = Math.min(at + 1, before.size());
            if (answer.subList(at + 1 - length, at + 1).equals(before.subList(before.size() - length, before.size()))) {
                return at;
            }
        }
        return -1;
    }

    /** Where in the answer the live items begin. */
    private static <T> int firstLive(List<T> answer, List<T> live) {
        if (live.isEmpty() || answer.isEmpty()) {
            return answer.size();
        }
        for (int at = answer.size() - 1; at >= 0; at--) {
            int length = Math.min(answer.size() - at, live.size());
            if (answer.subList(at, at + length).equals(live.subList(0, length))) {
                return at;
            }
        }
        // So many came since that the answer begins after the first of them.
        return live.contains(answer.get(0)) ? 0 : answer.size();
    }

    private static <T> int firstSince(Channel<T> channel, List<T> answer, Instant bound) {
        int at = 0;
        while (at < answer.size() && isBefore(channel, answer.get(at), bound)) {
            at++;
        }
        return at;
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
