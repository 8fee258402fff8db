// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.client.internal.derived.DerivedPrices;
import hk.qos.stream.internal.check.Checks;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order book, best level first. Observed levels: 1 for US, 5 for SH and SZ, 10 for HK, 20 for CF.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 * Create records with {@link #builder()}.
 *
 * @param code Instrument. On the wire {@code c}.
 * @param bids Bids, highest price first. Empty if absent. On the wire {@code b}.
 * @param asks Asks, lowest price first. Empty if absent. On the wire {@code a}.
 * @param time Time of the order book, in seconds since the epoch on the wire. Null if absent. On the wire
 *     {@code ts}.
 */
public record Depth(String code, List<Level> bids, List<Level> asks, @Nullable Instant time) implements InstrumentData {

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public Depth {
        Checks.required("code", code);
        bids = Checks.items("bids", bids, 0, Integer.MAX_VALUE);
        asks = Checks.items("asks", asks, 0, Integer.MAX_VALUE);
    }

    /**
     * The price between the best bid and the best ask, in the trading currency. Not rounded. Null if a price that it
     * needs is absent or zero.
     */
    public @Nullable BigDecimal mid() {
        return DerivedPrices.mean(DerivedPrices.first(bids, Level::price), DerivedPrices.first(asks, Level::price));
    }

    /**
     * How far the best ask is above the best bid, in the trading currency; negative if the book is crossed. Not
     * rounded. Null if a price that it needs is absent or zero.
     */
    public @Nullable BigDecimal spread() {
        return DerivedPrices.difference(DerivedPrices.first(asks, Level::price), DerivedPrices.first(bids, Level::price));
    }

    /** Returns a builder. A component that is not set is absent. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds a {@link Depth}. Each method sets the component of its name, and throws
     * {@link IllegalArgumentException} if the argument is null. Not thread-safe.
     */
    public static final class Builder {
        private @Nullable String code;
        private List<Level> bids = List.of();
        private List<Level> asks = List.of();
        private @Nullable Instant time;

        private Builder() {}

        /**
         * Instrument.
         */
        public Builder code(String code) {
            this.code = Checks.required("code", code);
            return this;
        }

        /**
         * Bids, highest price first.
         */
        public Builder bids(Collection<? extends Level> bids) {
            this.bids = Checks.items("bids", bids, 0, Integer.MAX_VALUE);
            return this;
        }

        /** Calls {@link #bids(Collection)}. */
        public Builder bids(Level... bids) {
            return bids(Checks.listed("bids", bids));
        }

        /**
         * Asks, lowest price first.
         */
        public Builder asks(Collection<? extends Level> asks) {
            this.asks = Checks.items("asks", asks, 0, Integer.MAX_VALUE);
            return this;
        }

        /** Calls {@link #asks(Collection)}. */
        public Builder asks(Level... asks) {
            return asks(Checks.listed("asks", asks));
        }

        /**
         * Time of the order book, in seconds since the epoch on the wire.
         */
        public Builder time(Instant time) {
            this.time = Checks.given("time", time);
            return this;
        }

        /**
         * Returns the record.
         *
         * @throws IllegalArgumentException if a required component is not set; the
         *     message names it
         */
        public Depth build() {
            return new Depth(Checks.required("code", code), bids, asks, time);
        }
    }
}
