// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import hk.qos.client.model.Depth;
import hk.qos.client.model.KLine;
import hk.qos.client.model.Level;
import hk.qos.client.model.SessionQuote;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Compares records of pushes by value. Numbers that differ only in trailing zeros are equal. */
final class PushEquality {
    private PushEquality() {}

    static boolean snapshot(@Nullable Snapshot one, @Nullable Snapshot other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return Objects.equals(one.code(), other.code())
                && decimals(one.lastPrice(), other.lastPrice())
                && decimals(one.previousClose(), other.previousClose())
                && decimals(one.open(), other.open())
                && decimals(one.high(), other.high())
                && decimals(one.low(), other.low())
                && Objects.equals(one.time(), other.time())
                && decimals(one.volume(), other.volume())
                && decimals(one.turnover(), other.turnover())
                && Objects.equals(one.status(), other.status())
                && sessionQuote(one.preMarket(), other.preMarket())
                && sessionQuote(one.afterHours(), other.afterHours())
                && sessionQuote(one.night(), other.night())
                && Objects.equals(one.session(), other.session());
    }

    static boolean sessionQuote(@Nullable SessionQuote one, @Nullable SessionQuote other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return decimals(one.lastPrice(), other.lastPrice())
                && decimals(one.previousClose(), other.previousClose())
                && decimals(one.high(), other.high())
                && decimals(one.low(), other.low())
                && Objects.equals(one.time(), other.time())
                && decimals(one.volume(), other.volume())
                && decimals(one.turnover(), other.turnover());
    }

    static boolean trade(@Nullable Trade one, @Nullable Trade other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return Objects.equals(one.code(), other.code())
                && decimals(one.price(), other.price())
                && decimals(one.volume(), other.volume())
                && Objects.equals(one.time(), other.time())
                && Objects.equals(one.direction(), other.direction());
    }

    static boolean depth(@Nullable Depth one, @Nullable Depth other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return Objects.equals(one.code(), other.code())
                && lists(one.bids(), other.bids(), PushEquality::level)
                && lists(one.asks(), other.asks(), PushEquality::level)
                && Objects.equals(one.time(), other.time());
    }

    static boolean level(@Nullable Level one, @Nullable Level other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return decimals(one.price(), other.price())
                && decimals(one.volume(), other.volume());
    }

    static boolean kLine(@Nullable KLine one, @Nullable KLine other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return Objects.equals(one.code(), other.code())
                && decimals(one.open(), other.open())
                && decimals(one.close(), other.close())
                && decimals(one.high(), other.high())
                && decimals(one.low(), other.low())
                && decimals(one.volume(), other.volume())
                && Objects.equals(one.time(), other.time())
                && Objects.equals(one.type(), other.type());
    }

    private static boolean decimals(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == null && other == null : one.compareTo(other) == 0;
    }

    private static <T> boolean lists(@Nullable List<T> one, @Nullable List<T> other, BiPredicate<T, T> same) {
        if (one == null || other == null || one.size() != other.size()) {
            return one == null && other == null;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!same.test(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }
}
