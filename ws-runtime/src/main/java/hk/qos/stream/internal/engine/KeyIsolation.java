package hk.qos.stream.internal.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Subscribes the keys of one channel after which connections ended apart from the others, and reports them. On the loop. */
final class KeyIsolation<T> {
    private final Context context;
    private final Map<String, TopicState<T>> topics;
    private final SubscriptionNotifier<T> notifier;
    private final PoisonKeyDetector detector;

    KeyIsolation(Context context, Map<String, TopicState<T>> topics, SubscriptionNotifier<T> notifier) {
        this.context = context;
        this.topics = topics;
        this.notifier = notifier;
        this.detector = new PoisonKeyDetector(context.options().resubscription());
    }

    boolean contains(String key) {
        return detector.isIsolated(key);
    }

    /** Whether other keys are served without {@code key}, so that {@code READY} does not wait for it. */
    boolean areOthersServedWithout(String key) {
        return detector.areOthersServedWithout(key);
    }

    /** Nanoseconds until something may be subscribed; 0 if it may now, or there is nothing. */
    long left() {
        return detector.nextIsolated(this::isMissing, true) == null ? 0 : detector.left(context.nanoTime());
    }

    /**
     * The group that may be subscribed now; {@code null} if there is none.
     *
     * @param othersServed whether to look among the groups without which other keys are served, or among the rest
     */
    PoisonKeyDetector.@Nullable Group next(boolean othersServed) {
        return othersServed && detector.left(context.nanoTime()) > 0
                ? null
                : detector.nextIsolated(this::isMissing, othersServed);
    }

    List<String> missing(PoisonKeyDetector.Group group) {
        return group.keys(this::isMissing);
    }

    /**
     * A connection ended after a frame with {@code keys}.
     *
     * @param sentAs the isolated group that they were sent as, if any
     */
    void blame(List<String> keys, PoisonKeyDetector.@Nullable Group sentAs, boolean othersServed, String cause) {
        List<String> wanted = keys.stream().filter(this::isWanted).toList();
        if (wanted.isEmpty()) {
            return;
        }
        detector.blame(wanted, sentAs, othersServed, context.nanoTime());
        List<TopicState<T>> reported = isolateSingles();
        TopicState<T> first = topics.get(wanted.get(0));
        if (first != null && !reported.contains(first) && areOthersServedWithout(first.key)) {
            reported.add(first);
        }
        reported.forEach(topic -> {
            long left = areOthersServedWithout(topic.key) ? detector.left(context.nanoTime()) : 0;
            notifier.isolated(topic, cause, Duration.ofNanos(left));
        });
    }

    /** The connection survived {@code keys}, or nobody wants them any more. */
    void clear(List<String> keys) {
        if (!detector.isEmpty()) {
            detector.clear(keys);
            keys.stream().map(topics::get).filter(Objects::nonNull).forEach(topic -> topic.isolated(false));
        }
    }

    /** The connection survived an isolated group. */
    void survived() {
        detector.survived();
    }

    /** Connections end without isolated keys, too. */
    void forgive() {
        detector.forgive();
    }

    /** Isolates each topic that stands alone, until it is served; returns those that were not isolated before. */
    private List<TopicState<T>> isolateSingles() {
        List<TopicState<T>> isolated = new ArrayList<>();
        for (TopicState<T> topic : topics.values()) {
            if (detector.isSingle(topic.key) && topic.isolated(true)) {
                isolated.add(topic);
            }
        }
        return isolated;
    }

    private boolean isWanted(String key) {
        TopicState<T> topic = topics.get(key);
        return topic != null && topic.isWanted();
    }

    private boolean isMissing(String key) {
        TopicState<T> topic = topics.get(key);
        return topic != null && topic.isMissing();
    }
}
