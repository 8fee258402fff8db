package hk.qos.stream.internal.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One half of a refused frame, sent to learn whether the offender is in it. */
final class Probe {
    final List<String> keys;
    private @Nullable Probe twin;
    private boolean decided;
    private @Nullable String words;

    private Probe(List<String> keys) {
        this.keys = keys;
    }

    /** Splits {@code keys}, at least two, in halves that know each other. */
    static List<Probe> halves(List<String> keys) {
        Probe left = new Probe(List.copyOf(keys.subList(0, keys.size() / 2)));
        Probe right = new Probe(List.copyOf(keys.subList(keys.size() / 2, keys.size())));
        left.twin = right;
        right.twin = left;
        return List.of(left, right);
    }

    /** Notes the answer; {@code null} for success. */
    void decide(@Nullable String refusal) {
        decided = true;
        words = refusal;
    }

    /** The words of its refusal, or {@code null} if it was not refused. */
    @Nullable
    String words() {
        return words;
    }

    @Nullable
    Probe twin() {
        return twin;
    }

    /** Whether both halves are answered. */
    boolean isPairDecided() {
        return decided && twin != null && twin.decided;
    }

    /** Whether the refusal has nothing to do with the keys: both halves got the same. */
    boolean isPairAlike() {
        return words != null && twin != null && words.equals(twin.words);
    }
}
