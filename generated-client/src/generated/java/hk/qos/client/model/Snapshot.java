// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.client.internal.derived.DerivedPrices;
import hk.qos.stream.internal.check.Checks;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of an instrument. Pushes have no session quotes. In extended hours of the United States the server
 * is inconsistent: the snapshot's own high, low, volume and turnover are of the regular session in some answers,
 * so that the last price can be outside them, and of the running session in others; a session quote can be of
 * the day before. Only the time of each quote is reliable.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 * Create records with {@link #builder()}.
 *
 * @param code Instrument. On the wire {@code c}.
 * @param lastPrice Last price, in the trading currency. Null if absent. On the wire {@code lp}.
 * @param previousClose Previous close, in the trading currency. Crypto has none. Null if absent. On the wire
 *     {@code yp}.
 * @param open Opening price, in the trading currency. Null if absent. On the wire {@code o}.
 * @param high Highest price of the session, in the trading currency; answers differ in which session. Null if
 *     absent. On the wire {@code h}.
 * @param low Lowest price of the session, in the trading currency; answers differ in which session. Null if
 *     absent. On the wire {@code l}.
 * @param time Time of the last change, in seconds since the epoch on the wire. Null if absent. On the wire
 *     {@code ts}.
 * @param volume Volume of the session, in lots of 100 for SH and SZ, shares for HK and US, coins for CF. Null if
 *     absent. On the wire {@code v}.
 * @param turnover Turnover of the session, in the trading currency. The server prints a floating-point number of
 *     up to 22 characters with rounding noise in the last digits; the client keeps all digits. Null if absent.
 *     On the wire {@code t}.
 * @param status Whether the instrument trades or is suspended. Null if absent. On the wire {@code s}.
 * @param preMarket Pre-market quote, United States only; of the same or an earlier day, as its time says. Null
 *     if absent. On the wire {@code pq}.
 * @param afterHours After-hours quote, United States only; of the same or an earlier day, as its time says. Null
 *     if absent. On the wire {@code aq}.
 * @param night Night quote, United States only; of the same or an earlier day, as its time says. Null if absent.
 *     On the wire {@code nq}.
 * @param session Session of the last price, United States only. Null if absent. On the wire {@code tt}.
 */
public record Snapshot(
        String code,
        @Nullable BigDecimal lastPrice,
        @Nullable BigDecimal previousClose,
        @Nullable BigDecimal open,
        @Nullable BigDecimal high,
        @Nullable BigDecimal low,
        @Nullable Instant time,
        @Nullable BigDecimal volume,
        @Nullable BigDecimal turnover,
        @Nullable TradingStatus status,
        @Nullable SessionQuote preMarket,
        @Nullable SessionQuote afterHours,
        @Nullable SessionQuote night,
        @Nullable Session session)
        implements InstrumentData {

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public Snapshot {
        Checks.required("code", code);
    }

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
     * Builds a {@link Snapshot}. Each method sets the component of its name, and throws
     * {@link IllegalArgumentException} if the argument is null. Not thread-safe.
     */
    public static final class Builder {
        private @Nullable String code;
        private @Nullable BigDecimal lastPrice;
        private @Nullable BigDecimal previousClose;
        private @Nullable BigDecimal open;
        private @Nullable BigDecimal high;
        private @Nullable BigDecimal low;
        private @Nullable Instant time;
        private @Nullable BigDecimal volume;
        private @Nullable BigDecimal turnover;
        private @Nullable TradingStatus status;
        private @Nullable SessionQuote preMarket;
        private @Nullable SessionQuote afterHours;
        private @Nullable SessionQuote night;
        private @Nullable Session session;

        private Builder() {}

        /**
         * Instrument.
         */
        public Builder code(String code) {
            this.code = Checks.required("code", code);
            return this;
        }

        /**
         * Last price, in the trading currency.
         */
        public Builder lastPrice(BigDecimal lastPrice) {
            this.lastPrice = Checks.given("lastPrice", lastPrice);
            return this;
        }

        /**
         * Previous close, in the trading currency. Crypto has none.
         */
        public Builder previousClose(BigDecimal previousClose) {
            this.previousClose = Checks.given("previousClose", previousClose);
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
         * Highest price of the session, in the trading currency; answers differ in which session.
         */
        public Builder high(BigDecimal high) {
            this.high = Checks.given("high", high);
            return this;
        }

        /**
         * Lowest price of the session, in the trading currency; answers differ in which session.
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
         * Volume of the session, in lots of 100 for SH and SZ, shares for HK and US, coins for CF.
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
         * Whether the instrument trades or is suspended.
         */
        public Builder status(TradingStatus status) {
            this.status = Checks.given("status", status);
            return this;
        }

        /**
         * Pre-market quote, United States only; of the same or an earlier day, as its time says.
         */
        public Builder preMarket(SessionQuote preMarket) {
            this.preMarket = Checks.given("preMarket", preMarket);
            return this;
        }

        /**
         * After-hours quote, United States only; of the same or an earlier day, as its time says.
         */
        public Builder afterHours(SessionQuote afterHours) {
            this.afterHours = Checks.given("afterHours", afterHours);
            return this;
        }

        /**
         * Night quote, United States only; of the same or an earlier day, as its time says.
         */
        public Builder night(SessionQuote night) {
            this.night = Checks.given("night", night);
            return this;
        }

        /**
         * Session of the last price, United States only.
         */
        public Builder session(Session session) {
            this.session = Checks.given("session", session);
            return this;
        }

        /**
         * Returns the record.
         *
         * @throws IllegalArgumentException if a required component is not set; the
         *     message names it
         */
        public Snapshot build() {
            return new Snapshot(
                Checks.required("code", code), lastPrice, previousClose, open, high, low, time, volume, turnover,
                status, preMarket, afterHours, night, session);
        }
    }
}
