package hk.qos.spec.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the two compared parts: its changes, the worst first, or why it was not compared. */
record Side(String name, List<Change> changes, @Nullable String missing) {
    static Side compared(String name, List<Change> changes) {
        return new Side(name, changes, null);
    }

    static Side notCompared(String name, String why) {
        return new Side(name, List.of(), why);
    }

    /** The worst change. */
    Verdict verdict() {
        return changes.stream().map(Change::verdict).reduce(Verdict.NONE, Verdict::worse);
    }

    List<Change> changes(Verdict verdict) {
        return changes.stream().filter(change -> change.verdict() == verdict).toList();
    }
}
