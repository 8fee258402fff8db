package hk.qos.stream.internal.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps the keys of one channel after which connections ended away from the others, and tells those who want them. */
final class KeyIsolation<T> {
    private final Context context;
    private final Map<String, TopicState<T>> entries;
    private final SubscriptionNotifier<T> notices;
    private final PoisonKeyDetector suspects;

    KeyIsolation(Context context, Map<String, TopicState<T>> entries, SubscriptionNotifier<T> notices) {
        this.context = context;
        this.entries = entries;
        this.notices = notices;
        this.suspects = new PoisonKeyDetector(context.options.resubscription());
    }

    boolean contains(String key) {
        return suspects.isIsolated(key);
    }

    /** Whether others are served without {@code key}, so that it keeps nobody waiting. */
    boolean isStruck(String key) {
        return suspects.isStruck(key);
    }

    /** Nanoseconds until something may be asked for; 0 if it may now, or there is nothing. */
    long left() {
        return suspects.nextIsolated(this::isMissing, true) == null ? 0 : suspects.left(now());
    }

    /**
     * What may be asked for now, or {@code null}.
     *
     * @param struck whether others are served without it, so that it can wait for everything else
     */
    PoisonKeyDetector.@Nullable Group next(boolean struck) {
        return struck && suspects.left(now()) > 0 ? null : suspects.nextIsolated(this::isMissing, struck);
    }

    List<String> keys(PoisonKeyDetector.Group group) {
        return group.keys(this::isMissing);
    }

    /** A connection ended after {@code frame}, and maybe because of it. */
    void blame(SubscribeFrame<T> frame, boolean othersServed, String cause) {
        List<String> wanted = frame.keys.stream().filter(this::isWanted).toList();
        if (wanted.isEmpty()) {
            return;
        }
        suspects.blame(wanted, frame.suspects, othersServed, now());
        List<TopicState<T>> told = mark();
        TopicState<T> first = entries.get(wanted.get(0));
        if (first != null && !told.contains(first) && isStruck(first.key)) {
            told.add(first);
        }
        told.forEach(entry -> {
            long left = isStruck(entry.key) ? suspects.left(now()) : 0;
            notices.isolated(entry, cause, Duration.ofNanos(left));
        });
    }

    /** The connection survives {@code keys}, or nobody wants them any more. */
    void clear(List<String> keys) {
        if (!suspects.isEmpty()) {
            suspects.clear(keys);
            keys.stream().map(entries::get).filter(Objects::nonNull).forEach(entry -> entry.isolate(false));
        }
    }

    /** The connection survives isolated keys, so that the others may be innocent, too. */
    void regroup() {
        suspects.survived();
    }

    /** Connections end without isolated keys, too. */
    void forgive() {
        suspects.forgive();
    }

    /** Tells the handles of each key that stands alone so, until it is served; returns those of which that is new. */
    private List<TopicState<T>> mark() {
        List<TopicState<T>> fresh = new ArrayList<>();
        for (TopicState<T> entry : entries.values()) {
            if (suspects.isSingle(entry.key) && entry.isolate(true)) {
                fresh.add(entry);
            }
        }
        return fresh;
    }

    private boolean isWanted(String key) {
        TopicState<T> entry = entries.get(key);
        return entry != null && entry.isWanted();
    }

    private boolean isMissing(String key) {
        TopicState<T> entry = entries.get(key);
        return entry != null && entry.isMissing();
    }

    private long now() {
        return context.loop.nanoTime();
    }
}
