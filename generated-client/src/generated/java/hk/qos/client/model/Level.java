// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.stream.internal.check.Checks;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One price level of the order book.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 * Create records with {@link #builder()}.
 *
 * @param price Price of the level, in the trading currency. Null if absent. On the wire {@code p}.
 * @param volume Volume at the level, in the units of the market's volume; can be 0. Null if absent. On the wire
 *     {@code v}.
 */
public record Level(@Nullable BigDecimal price, @Nullable BigDecimal volume) {

    /** Returns a builder. A component that is not set is absent. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds a {@link Level}. Each method sets the component of its name, and throws
     * {@link IllegalArgumentException} if the argument is null. Not thread-safe.
     */
    public static final class Builder {
        private @Nullable BigDecimal price;
        private @Nullable BigDecimal volume;

        private Builder() {}

        /**
         * Price of the level, in the trading currency.
         */
        public Builder price(BigDecimal price) {
            this.price = Checks.given("price", price);
            return this;
        }

        /**
         * Volume at the level, in the units of the market's volume; can be 0.
         */
        public Builder volume(BigDecimal volume) {
            this.volume = Checks.given("volume", volume);
            return this;
        }

        /**
         * Returns the record.
         *
         * @throws IllegalArgumentException if a required component is not set; the
         *     message names it
         */
        public Level build() {
            return new Level(price, volume);
        }
    }
}
