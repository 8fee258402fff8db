package hk.qos.spec.diff;

import java.util.Collection;
import java.util.Locale;

/** What a change does to code that was written against the older version; the worst comes first. */
public enum Verdict {
    /** Code, or a peer, that was right before may fail. */
    BREAKING,
    /** Something more can be done; what was right before stays right. */
    ADDITIVE,
    /** Words only. */
    COSMETIC,
    /** Nothing changed. */
    NONE;

    /** The worst of all changes, or {@link #NONE}. */
    public static Verdict of(Collection<Change> changes) {
        return changes.stream().map(Change::verdict).reduce(NONE, Verdict::worse);
    }

    /** The one of the two that asks for more. */
    public Verdict worse(Verdict other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The word for reports. */
    public String word() {
        return this == NONE ? "no change" : name().toLowerCase(Locale.ROOT);
    }
}
