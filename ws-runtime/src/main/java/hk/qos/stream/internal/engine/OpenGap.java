package hk.qos.stream.internal.engine;

import hk.qos.stream.internal.io.Loop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One topic's gap that is to be filled: what was delivered before it, what since, and who is to hear of it. Further gaps
 * before it is filled become part of it.
 */
final class OpenGap<T> {
    /** More live items than this, and nothing can be told apart any more. */
    private static final int MOST_LIVE = 4_096;

    final TopicState<T> entry;
    final List<T> before;
    final Instant from;
    final Set<SubscriptionHandle<T>> handles = new LinkedHashSet<>();
    /** What was delivered between one gap and the next: runs, oldest first, none of them empty. */
    final List<List<T>> between = new ArrayList<>();

    /** What was delivered since the last gap. */
    List<T> live = new ArrayList<>();

    private int delivered;
    Instant to;
    boolean asked;

    /** The answer, while it waits for the first live item that could be laid beside it. */
    @Nullable
    List<T> answer;

    int bytesPerItem;
    private Loop.@Nullable Timer timer;

    OpenGap(TopicState<T> entry, List<T> before, Instant from, Instant to) {
        this.entry = entry;
        this.before = before;
        this.from = from;
        this.to = to;
    }

    /** There was another gap, which ends at {@code end}. */
    void another(Instant end) {
        to = end;
        if (!live.isEmpty()) {
            between.add(live);
            live = new ArrayList<>();
        }
    }

    /** An item was delivered; false if so many were that nothing can be told apart any more. */
    boolean delivered(T item) {
        live.add(item);
        return ++delivered < MOST_LIVE;
    }

    /** Whether it is to be asked for now: not if another gap has begun since, of which an answer could know only a part. */
    boolean isDue() {
        return !asked && entry.gapSince == null;
    }

    void timer(Loop.@Nullable Timer next) {
        if (timer != null) {
            timer.cancel();
        }
        timer = next;
    }

    boolean isWanted() {
        handles.removeIf(handle -> !handle.wants(entry.key));
        return !handles.isEmpty();
    }
}
