package hk.qos.spec.diff;

import java.util.Locale;

/** The effect of a change on code that was written for the older version; the worst comes first. */
enum Verdict {
    /** Correct code, or a correct peer, may fail. */
    BREAKING,
    /** Adds something; correct code stays correct. */
    ADDITIVE,
    /** Affects descriptions only. */
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
