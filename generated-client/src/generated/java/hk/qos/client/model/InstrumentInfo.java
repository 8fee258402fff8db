// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.stream.internal.check.Checks;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Static data of an instrument. All examples of the vendor have code, exchange and currency. Crypto has no other
 * fields. For FX, IX and CM, of which the vendor shows no example, only the code is certain.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 * Create records with {@link #builder()}.
 *
 * @param code Instrument. On the wire {@code c}.
 * @param exchange Exchange on which it is listed. Null if absent. On the wire {@code e}.
 * @param currency Trading currency, ISO 4217 where there is one. Null if absent. On the wire {@code tc}.
 * @param chineseName Chinese name. Null if absent. On the wire {@code nc}.
 * @param englishName English name. Null if absent. On the wire {@code ne}.
 * @param lotSize Lot size, in shares. Null if absent. On the wire {@code ls}.
 * @param totalShares Total shares issued ({@code ts} is not a time here); can exceed 32 bits. Null if absent. On
 *     the wire {@code ts}.
 * @param outstandingShares Shares outstanding. Null if absent. On the wire {@code os}.
 * @param earningsPerShare Earnings per share, in the trading currency. Null if absent. On the wire {@code ep}.
 * @param netAssetsPerShare Net assets per share, in the trading currency. Null if absent. On the wire
 *     {@code na}.
 * @param dividendYield Documented as dividend yield, but observed values look like the dividend per share in the
 *     trading currency. Null if absent. On the wire {@code dy}.
 */
public record InstrumentInfo(
        String code,
        @Nullable String exchange,
        @Nullable String currency,
        @Nullable String chineseName,
        @Nullable String englishName,
        @Nullable Long lotSize,
        @Nullable Long totalShares,
        @Nullable Long outstandingShares,
        @Nullable BigDecimal earningsPerShare,
        @Nullable BigDecimal netAssetsPerShare,
        @Nullable BigDecimal dividendYield)
        implements InstrumentData {

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public InstrumentInfo {
        Checks.required("code", code);
    }

    /** Returns a builder. A component that is not set is absent. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds a {@link InstrumentInfo}. Each method sets the component of its name, and throws
     * {@link IllegalArgumentException} if the argument is null. Not thread-safe.
     */
    public static final class Builder {
        private @Nullable String code;
        private @Nullable String exchange;
        private @Nullable String currency;
        private @Nullable String chineseName;
        private @Nullable String englishName;
        private @Nullable Long lotSize;
        private @Nullable Long totalShares;
        private @Nullable Long outstandingShares;
        private @Nullable BigDecimal earningsPerShare;
        private @Nullable BigDecimal netAssetsPerShare;
        private @Nullable BigDecimal dividendYield;

        private Builder() {}

        /**
         * Instrument.
         */
        public Builder code(String code) {
            this.code = Checks.required("code", code);
            return this;
        }

        /**
         * Exchange on which it is listed.
         */
        public Builder exchange(String exchange) {
            this.exchange = Checks.given("exchange", exchange);
            return this;
        }

        /**
         * Trading currency, ISO 4217 where there is one.
         */
        public Builder currency(String currency) {
            this.currency = Checks.given("currency", currency);
            return this;
        }

        /**
         * Chinese name.
         */
        public Builder chineseName(String chineseName) {
            this.chineseName = Checks.given("chineseName", chineseName);
            return this;
        }

        /**
         * English name.
         */
        public Builder englishName(String englishName) {
            this.englishName = Checks.given("englishName", englishName);
            return this;
        }

        /**
         * Lot size, in shares.
         */
        public Builder lotSize(Long lotSize) {
            this.lotSize = Checks.given("lotSize", lotSize);
            return this;
        }

        /**
         * Total shares issued ({@code ts} is not a time here); can exceed 32 bits.
         */
        public Builder totalShares(Long totalShares) {
            this.totalShares = Checks.given("totalShares", totalShares);
            return this;
        }

        /**
         * Shares outstanding.
         */
        public Builder outstandingShares(Long outstandingShares) {
            this.outstandingShares = Checks.given("outstandingShares", outstandingShares);
            return this;
        }

        /**
         * Earnings per share, in the trading currency.
         */
        public Builder earningsPerShare(BigDecimal earningsPerShare) {
            this.earningsPerShare = Checks.given("earningsPerShare", earningsPerShare);
            return this;
        }

        /**
         * Net assets per share, in the trading currency.
         */
        public Builder netAssetsPerShare(BigDecimal netAssetsPerShare) {
            this.netAssetsPerShare = Checks.given("netAssetsPerShare", netAssetsPerShare);
            return this;
        }

        /**
         * Documented as dividend yield, but observed values look like the dividend per share in the trading currency.
         */
        public Builder dividendYield(BigDecimal dividendYield) {
            this.dividendYield = Checks.given("dividendYield", dividendYield);
            return this;
        }

        /**
         * Returns the record.
         *
         * @throws IllegalArgumentException if a required component is not set; the
         *     message names it
         */
        public InstrumentInfo build() {
            return new InstrumentInfo(
                Checks.required("code", code), exchange, currency, chineseName, englishName, lotSize, totalShares,
                outstandingShares, earningsPerShare, netAssetsPerShare, dividendYield);
        }
    }
}
