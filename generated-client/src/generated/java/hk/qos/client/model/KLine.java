// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.stream.internal.check.Checks;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One K-line (bar). The last bar of a series can still be forming.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 * Create records with {@link #builder()}.
 *
 * @param code Instrument. On the wire {@code c}.
 * @param open Opening price, in the trading currency. Null if absent. On the wire {@code o}.
 * @param close Closing price, or the last price while the bar is forming, in the trading currency. Null if
 *     absent. On the wire {@code cl}.
 * @param high Highest price, in the trading currency. Null if absent. On the wire {@code h}.
 * @param low Lowest price, in the trading currency. Null if absent. On the wire {@code l}.
 * @param volume Volume, in lots of 100 for SH and SZ, shares for HK and US, coins for CF. Null if absent. On the
 *     wire {@code v}.
 * @param time Start of the bar, in seconds since the epoch on the wire. A daily bar starts at midnight of the
 *     exchange, of UTC for crypto. Null if absent. On the wire {@code ts}.
 * @param type Length of the bar. Null if absent. On the wire {@code kt}.
 */
public record KLine(
        String code,
        @Nullable BigDecimal open,
        @Nullable BigDecimal close,
        @Nullable BigDecimal high,
        @Nullable BigDecimal low,
        @Nullable BigDecimal volume,
        @Nullable Instant time,
        @Nullable KLineType type)
        implements InstrumentData {

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public KLine {
        Checks.required("code", code);
    }

    /** Returns a builder. A component that is not set is absent. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds a {@link KLine}. Each method sets the component of its name, and throws
     * {@link IllegalArgumentException} if the argument is null. Not thread-safe.
     */
    public static final class Builder {
        private @Nullable String code;
        private @Nullable BigDecimal open;
        private @Nullable BigDecimal close;
        private @Nullable BigDecimal high;
        private @Nullable BigDecimal low;
        private @Nullable BigDecimal volume;
        private @Nullable Instant time;
        private @Nullable KLineType type;

        private Builder() {}

        /**
         * Instrument.
         */
        public Builder code(String code) {
            this.code = Checks.required("code", code);
            return this;
        }

        /**
         * Opening price, in the trading currency.
         */
        public Builder open(BigDecimal open) {
            this.open = Checks.given("open", open);
            return this;
        }

        /**
         * Closing price, or the last price while the bar is forming, in the trading currency.
         */
        public Builder close(BigDecimal close) {
            this.close = Checks.given("close", close);
            return this;
        }

        /**
         * Highest price, in the trading currency.
         */
        public Builder high(BigDecimal high) {
            this.high = Checks.given("high", high);
            return this;
        }

        /**
         * Lowest price, in the trading currency.
         */
        public Builder low(BigDecimal low) {
            this.low = Checks.given("low", low);
            return this;
        }

        /**
         * Volume, in lots of 100 for SH and SZ, shares for HK and US, coins for CF.
         */
        public Builder volume(BigDecimal volume) {
            this.volume = Checks.given("volume", volume);
            return this;
        }

        /**
         * Start of the bar, in seconds since the epoch on the wire. A daily bar starts at midnight of the exchange, of
         * UTC for crypto.
         */
        public Builder time(Instant time) {
            this.time = Checks.given("time", time);
            return this;
        }

        /**
         * Length of the bar.
         */
        public Builder type(KLineType type) {
            this.type = Checks.given("type", type);
            return this;
        }

        /**
         * Returns the record.
         *
         * @throws IllegalArgumentException if a required component is not set; the
         *     message names it
         */
        public KLine build() {
            return new KLine(Checks.required("code", code), open, close, high, low, volume, time, type);
        }
    }
}
