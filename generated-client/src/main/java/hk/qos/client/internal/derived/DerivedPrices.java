package hk.qos.client.internal.derived;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values computed from two prices; null if a price is absent or zero, which is no price either. */
public final class DerivedPrices {
    private static final int PERCENT_SCALE = 4;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private DerivedPrices() {}

    /** Returns a price of the first item; null if there is none. */
    public static <T> @Nullable BigDecimal first(List<T> items, Function<T, @Nullable BigDecimal> price) {
        return items.isEmpty() ? null : price.apply(items.get(0));
    }

    /** Returns how much more a price is than another one. */
    public static @Nullable BigDecimal difference(@Nullable BigDecimal price, @Nullable BigDecimal other) {
        return price != null && other != null && price.signum() != 0 && other.signum() != 0
                ? price.subtract(other)
                : null;
    }

    /** Returns how much more a price is than another one, in percent of the other, rounded half up to four decimals. */
    public static @Nullable BigDecimal percent(@Nullable BigDecimal price, @Nullable BigDecimal other) {
        return price != null && other != null && price.signum() != 0 && other.signum() != 0
                ? price.subtract(other).movePointRight(2).divide(other, PERCENT_SCALE, RoundingMode.HALF_UP)
                : null;
    }

    /** Returns the price in the middle of two. */
    public static @Nullable BigDecimal mean(@Nullable BigDecimal price, @Nullable BigDecimal other) {
        return price != null && other != null && price.signum() != 0 && other.signum() != 0
                ? price.add(other).divide(TWO)
                : null;
    }
}
