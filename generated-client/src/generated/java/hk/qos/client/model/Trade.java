// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.stream.internal.check.Checks;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One trade (tick).
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 * Create records with {@link #builder()}.
 *
 * @param code Instrument. On the wire {@code c}.
 * @param price Price, in the trading currency. Older servers send a JSON number. Null if absent. On the wire
 *     {@code p}.
 * @param volume Volume, in lots of 100 for SH and SZ, shares for HK and US, coins for CF. Older servers send a
 *     JSON number. Null if absent. On the wire {@code v}.
 * @param time Time of the trade, in seconds since the epoch on the wire. Null if absent. On the wire {@code ts}.
 * @param direction Side of the book on which the trade was made. Null if absent. On the wire {@code d}.
 */
public record Trade(
        String code,
        @Nullable BigDecimal price,
        @Nullable BigDecimal volume,
        @Nullable Instant time,
        @Nullable TradeDirection direction)
        implements InstrumentData {

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public Trade {
        Checks.required("code", code);
    }

    /** Returns a builder. A component that is not set is absent. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds a {@link Trade}. Each method sets the component of its name, and throws
     * {@link IllegalArgumentException} if the argument is null. Not thread-safe.
     */
    public static final class Builder {
        private @Nullable String code;
        private @Nullable BigDecimal price;
        private @Nullable BigDecimal volume;
        private @Nullable Instant time;
        private @Nullable TradeDirection direction;

        private Builder() {}

        /**
         * Instrument.
         */
        public Builder code(String code) {
            this.code = Checks.required("code", code);
            return this;
        }

        /**
         * Price, in the trading currency. Older servers send a JSON number.
         */
        public Builder price(BigDecimal price) {
            this.price = Checks.given("price", price);
            return this;
        }

        /**
         * Volume, in lots of 100 for SH and SZ, shares for HK and US, coins for CF. Older servers send a JSON number.
         */
        public Builder volume(BigDecimal volume) {
            this.volume = Checks.given("volume", volume);
            return this;
        }

        /**
         * Time of the trade, in seconds since the epoch on the wire.
         */
        public Builder time(Instant time) {
            this.time = Checks.given("time", time);
            return this;
        }

        /**
         * Side of the book on which the trade was made.
         */
        public Builder direction(TradeDirection direction) {
            this.direction = Checks.given("direction", direction);
            return this;
        }

        /**
         * Returns the record.
         *
         * @throws IllegalArgumentException if a required component is not set; the
         *     message names it
         */
        public Trade build() {
            return new Trade(Checks.required("code", code), price, volume, time, direction);
        }
    }
}
