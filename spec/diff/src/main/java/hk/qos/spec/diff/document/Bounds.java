package hk.qos.spec.diff.document;

import static hk.qos.spec.diff.Verdict.ADDITIVE;
import static hk.qos.spec.diff.Verdict.BREAKING;
import static hk.qos.spec.diff.Verdict.NONE;

import hk.qos.spec.diff.Verdict;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a narrower or wider range does: a request that was accepted may be refused by a narrower one, an answer may bring
 * what nobody expected from a wider one.
 *
 * @param request whether the client sends what is limited
 */
record Bounds(boolean request) {
    Verdict narrowed(boolean narrower) {
        return narrower == request ? BREAKING : ADDITIVE;
    }

    Verdict lower(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        return same(before, after) ? NONE : narrowed(before == null || (after != null && after.compareTo(before) > 0));
    }

    Verdict upper(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        return same(before, after) ? NONE : narrowed(before == null || (after != null && after.compareTo(before) < 0));
    }

    /** Which of two patterns accepts more cannot be known, so another pattern breaks. */
    Verdict pattern(@Nullable String before, @Nullable String after) {
        return before != null && after != null ? BREAKING : narrowed(before == null);
    }

    static boolean same(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        if (before == null || after == null) {
            return before == null && after == null;
        }
        return before.compareTo(after) == 0;
    }
}
