package hk.qos.ws.internal.engine;

import hk.qos.ws.internal.io.Loop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One topic's gap that is to be filled: what was delivered before it, what since, and who is to hear of it. */
final class Loss<T> {
    /** More live items than this, and nothing can be told apart any more. */
    static final int MOST_LIVE = 4_096;

    final KeyEntry<T> entry;
    final List<T> before;
    final Instant from;
    final Set<Handle<T>> handles = new LinkedHashSet<>();
    final List<T> live = new ArrayList<>();
    Instant to;
    boolean asked;

    /** The answer, while it waits for the first live item that could be laid beside it. */
    @Nullable
    List<T> answer;

    int bytesPerItem;
    private Loop.@Nullable Timer timer;

    Loss(KeyEntry<T> entry, List<T> before, Instant from, Instant to) {
        this.entry = entry;
        this.before = before;
        this.from = from;
        this.to = to;
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
