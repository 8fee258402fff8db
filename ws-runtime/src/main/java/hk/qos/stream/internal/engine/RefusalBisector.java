package hk.qos.stream.internal.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the keys that the server refuses when it refuses a frame of several without saying which: the frame is halved, and
 * its halves are asked for, until the refused ones stand alone. Two halves refused with the same words are refused whole.
 */
final class RefusalBisector<T> {

    /** Rejects those of {@code keys} that pass {@code which}. */
    interface Rejection<T> {
        void reject(List<String> keys, Predicate<TopicState<T>> which, String words);
    }

    private final Map<String, TopicState<T>> entries;
    private final Rejection<T> rejection;
    private final Deque<Probe> waiting = new ArrayDeque<>();

    RefusalBisector(Map<String, TopicState<T>> entries, Rejection<T> rejection) {
        this.entries = entries;
        this.rejection = rejection;
    }

    /** A frame of these was refused. */
    void begin(List<String> keys) {
        mark(keys, true);
        waiting.addAll(Probe.halves(keys));
    }

    /** The next half to ask for, if any has keys in question. */
    @Nullable
    Probe next() {
        for (Probe half = waiting.poll(); half != null; half = waiting.poll()) {
            if (!inQuestion(half).isEmpty()) {
                return half;
            }
            decided(half, null);
        }
        return null;
    }

    /** Those of its keys that are wanted still, and not served. */
    List<String> inQuestion(Probe half) {
        return half.keys.stream()
                .filter(key -> {
                    TopicState<T> entry = entries.get(key);
                    return entry != null && entry.isMissing() && entry.probing;
                })
                .toList();
    }

    /** A half was refused with {@code words}, or not refused; {@code null} for a frame that is none changes nothing. */
    void decided(@Nullable Probe half, @Nullable String words) {
        if (half == null) {
            return;
        }
        half.decide(words);
        Probe twin = half.twin();
        if (twin == null || !half.isPairDecided()) {
            return;
        }
        boolean alike = half.isPairAlike();
        for (Probe each : List.of(half, twin)) {
            String refusal = each.words();
            if (refusal == null) {
                mark(each.keys, false);
            } else if (alike || each.keys.size() == 1) {
                rejection.reject(each.keys, entry -> entry.probing, refusal);
            } else {
                begin(each.keys);
            }
        }
    }

    /** The connection is gone, and every question with it. */
    void forget() {
        waiting.clear();
    }

    private void mark(List<String> keys, boolean probing) {
        for (String key : keys) {
            TopicState<T> entry = entries.get(key);
            if (entry != null) {
                entry.probing = probing;
            }
        }
    }
}
