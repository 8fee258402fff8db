package hk.qos.stream.internal.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the keys that the server refuses when it refuses a frame of several keys without naming them: halves the frame and
 * sends the halves until refused keys stand alone. If both halves are refused with the same message, all their keys are
 * rejected. On the loop.
 */
final class RefusalBisector<T> {

    /** Rejects those of {@code keys} that match {@code which}. */
    interface Rejection<T> {
        void reject(List<String> keys, Predicate<TopicState<T>> which, String serverMessage);
    }

    /** One half of a refused frame, sent to learn whether it holds a refused key. */
    static final class Half {
        private final List<String> keys;
        private @Nullable Half twin;
        private boolean answered;
        /** The server's message if it was refused. */
        private @Nullable String refusal;

        private Half(List<String> keys) {
            this.keys = List.copyOf(keys);
        }

        /** Splits {@code keys}, at least two. */
        private static List<Half> of(List<String> keys) {
            int middle = keys.size() / 2;
            Half left = new Half(keys.subList(0, middle));
            Half right = new Half(keys.subList(middle, keys.size()));
            left.twin = right;
            right.twin = left;
            return List.of(left, right);
        }
    }

    private final Map<String, TopicState<T>> topics;
    private final Rejection<T> rejection;
    private final Deque<Half> waiting = new ArrayDeque<>();

    RefusalBisector(Map<String, TopicState<T>> topics, Rejection<T> rejection) {
        this.topics = topics;
        this.rejection = rejection;
    }

    /** A frame of {@code keys}, at least two, was refused. */
    void bisect(List<String> keys) {
        mark(keys, true);
        waiting.addAll(Half.of(keys));
    }

    /** The next half to send, if any has keys to ask for. */
    @Nullable
    Half next() {
        for (Half half = waiting.poll(); half != null; half = waiting.poll()) {
            if (!missing(half).isEmpty()) {
                return half;
            }
            answered(half, null);
        }
        return null;
    }

    /** The keys of {@code half} that are still wanted and not served. */
    List<String> missing(Half half) {
        return half.keys.stream()
                .filter(key -> {
                    TopicState<T> topic = topics.get(key);
                    return topic != null && topic.isMissing() && topic.isBisected();
                })
                .toList();
    }

    /**
     * A frame was answered.
     *
     * @param half {@code null} if the frame was none, which changes nothing
     * @param refusal the server's message; {@code null} if the frame was not refused
     */
    void answered(@Nullable Half half, @Nullable String refusal) {
        if (half == null) {
            return;
        }
        half.answered = true;
        half.refusal = refusal;
        Half twin = half.twin;
        if (twin == null || !twin.answered) {
            return;
        }
        boolean sameRefusal = refusal != null && refusal.equals(twin.refusal);
        for (Half each : List.of(half, twin)) {
            String message = each.refusal;
            if (message == null) {
                mark(each.keys, false);
            } else if (sameRefusal || each.keys.size() == 1) {
                rejection.reject(each.keys, TopicState::isBisected, message);
            } else {
                bisect(each.keys);
            }
        }
    }

    /** Drops what waits: the connection is gone. */
    void clear() {
        waiting.clear();
    }

    private void mark(List<String> keys, boolean bisected) {
        for (String key : keys) {
            TopicState<T> topic = topics.get(key);
            if (topic != null) {
                topic.bisected(bisected);
            }
        }
    }
}
