package hk.qos.spec.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the two things that are compared.
 *
 * @param name for the report
 * @param changes what changed, the worst first
 * @param missing why there was nothing to compare; null if it was compared
 */
public record Side(
        String name, List<Change> changes, @Nullable String missing) {
    /** A comparison that took place. */
    public static Side compared(String name, List<Change> changes) {
        return new Side(name, List.copyOf(changes), null);
    }

    /** A comparison that could not take place. */
    public static Side notCompared(String name, String why) {
        return new Side(name, List.of(), why);
    }

    /** The worst change. */
    public Verdict verdict() {
        return Verdict.of(changes);
    }

    long count(Verdict verdict) {
        return changes.stream().filter(change -> change.verdict() == verdict).count();
    }
}
