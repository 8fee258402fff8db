package hk.qos.spec.diff.document;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A limit of a schema, and the classes of change if it moves.
 *
 * @param value reads it; null where there is none
 * @param upper whether a lower value allows less
 */
record Bounds(Function<Schema<?>, @Nullable Number> value, boolean upper, ClassOfChange narrower, ClassOfChange wider) {
    /** All that the documents may use. */
    static final List<Bounds> ALL = List.of(
            new Bounds(Schema::getMinimum, false, ClassOfChange.NARROWER_MINIMUM, ClassOfChange.WIDER_MINIMUM),
            new Bounds(Schema::getMaximum, true, ClassOfChange.NARROWER_MAXIMUM, ClassOfChange.WIDER_MAXIMUM),
            new Bounds(Schema::getMinLength, false, ClassOfChange.NARROWER_MIN_LENGTH, ClassOfChange.WIDER_MIN_LENGTH),
            new Bounds(Schema::getMaxLength, true, ClassOfChange.NARROWER_MAX_LENGTH, ClassOfChange.WIDER_MAX_LENGTH),
            new Bounds(Schema::getMinItems, false, ClassOfChange.NARROWER_MIN_ITEMS, ClassOfChange.WIDER_MIN_ITEMS),
            new Bounds(Schema::getMaxItems, true, ClassOfChange.NARROWER_MAX_ITEMS, ClassOfChange.WIDER_MAX_ITEMS));

    /** Tells of the move, with the new value and the old one. */
    void compare(Schema<?> before, Schema<?> after, BiConsumer<ClassOfChange, Object[]> teller) {
        BigDecimal old = number(before);
        BigDecimal now = number(after);
        if (old == null ? now == null : now != null && old.compareTo(now) == 0) {
            return;
        }
        boolean less = old == null || (now != null && (upper ? now.compareTo(old) < 0 : now.compareTo(old) > 0));
        teller.accept(less ? narrower : wider, new Object[] {now == null ? "none" : now, old == null ? "none" : old});
    }

    private @Nullable BigDecimal number(Schema<?> schema) {
        Number number = value.apply(schema);
        return number == null ? null : new BigDecimal(number.toString());
    }
}
