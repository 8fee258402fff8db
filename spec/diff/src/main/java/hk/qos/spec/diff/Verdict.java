package hk.qos.spec.diff;

import java.util.Locale;

/** What a change does to code that was written against the older version; the worst comes first. */
enum Verdict {
    /** Code, or a peer, that was right before may fail. */
    BREAKING,
    /** Something more can be done; what was right before stays right. */
    ADDITIVE,
    /** Words only. */
    COSMETIC,
    /** Nothing changed. */
    NONE;

    Verdict worse(Verdict other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The word for reports. */
    String word() {
        return this == NONE ? "no change" : name().toLowerCase(Locale.ROOT);
    }
}
