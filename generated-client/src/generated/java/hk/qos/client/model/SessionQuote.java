// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.client.internal.derived.DerivedPrices;
import hk.qos.stream.internal.check.Checks;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of one extended session of the United States. There is no opening price.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 * Create records with {@link #builder()}.
 *
 * @param lastPrice Last price of the session, in the trading currency. Null if absent. On the wire {@code lp}.
 * @param previousClose Previous close for comparison, in the trading currency. Null if absent. On the wire
 *     {@code yp}.
 * @param high Highest price of the session, in the trading currency. Null if absent. On the wire {@code h}.
 * @param low Lowest price of the session, in the trading currency. Null if absent. On the wire {@code l}.
 * @param time Time of the last change, in seconds since the epoch on the wire. Null if absent. On the wire
 *     {@code ts}.
 * @param volume Volume of the session, in shares. Null if absent. On the wire {@code v}.
 * @param turnover Turnover of the session, in the trading currency. The server prints a floating-point number of
 *     up to 22 characters with rounding noise in the last digits; the client keeps all digits. Null if absent.
 *     On the wire {@code t}.
 */
public record SessionQuote(
        @Nullable BigDecimal lastPrice,
        @Nullable BigDecimal previousClose,
        @Nullable BigDecimal high,
        @Nullable BigDecimal low,
        @Nullable Instant time,
        @Nullable BigDecimal volume,
        @Nullable BigDecimal turnover) {

    /**
     * The change of the price since the previous close, in the trading currency. Not rounded. Null if a price that
     * it needs is absent or zero.
     */
    public @Nullable BigDecimal change() {
        return DerivedPrices.difference(lastPrice, previousClose);
    }

    /**
     * The change of the price since the previous close, in percent of that close. Rounded half up to four decimals.
     * Null if a price that it needs is absent or zero.
     */
    public @Nullable BigDecimal changePercent() {
        return DerivedPrices.percent(lastPrice, previousClose);
    }

    /** Returns a builder. A component that is not set is absent. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds a {@link SessionQuote}. Each method sets the component of its name, and throws
     * {@link IllegalArgumentException} if the argument is null. Not thread-safe.
     */
    public static final class Builder {
        private @Nullable BigDecimal lastPrice;
        private @Nullable BigDecimal previousClose;
        private @Nullable BigDecimal high;
        private @Nullable BigDecimal low;
        private @Nullable Instant time;
        private @Nullable BigDecimal volume;
        private @Nullable BigDecimal turnover;

        private Builder() {}

        /**
         * Last price of the session, in the trading currency.
         */
        public Builder lastPrice(BigDecimal lastPrice) {
            this.lastPrice = Checks.given("lastPrice", lastPrice);
            return this;
        }

        /**
         * Previous close for comparison, in the trading currency.
         */
        public Builder previousClose(BigDecimal previousClose) {
            this.previousClose = Checks.given("previousClose", previousClose);
            return this;
        }

        /**
         * Highest price of the session, in the trading currency.
         */
        public Builder high(BigDecimal high) {
            this.high = Checks.given("high", high);
            return this;
        }

        /**
         * Lowest price of the session, in the trading currency.
         */
        public Builder low(BigDecimal low) {
            this.low = Checks.given("low", low);
            return this;
        }

        /**
         * Time of the last change, in seconds since the epoch on the wire.
         */
        public Builder time(Instant time) {
            this.time = Checks.given("time", time);
            return this;
        }

        /**
         * Volume of the session, in shares.
         */
        public Builder volume(BigDecimal volume) {
            this.volume = Checks.given("volume", volume);
            return this;
        }

        /**
         * Turnover of the session, in the trading currency. The server prints a floating-point number of up to 22
         * characters with rounding noise in the last digits; the client keeps all digits.
         */
        public Builder turnover(BigDecimal turnover) {
            this.turnover = Checks.given("turnover", turnover);
            return this;
        }

        /**
         * Returns the record.
         *
         * @throws IllegalArgumentException if a required component is not set; the
         *     message names it
         */
        public SessionQuote build() {
            return new SessionQuote(lastPrice, previousClose, high, low, time, volume, turnover);
        }
    }
}
