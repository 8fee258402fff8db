// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.client.internal.check.Checks;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Static data of an instrument. All examples of the vendor have code, exchange and currency. Crypto has no other
 * fields. For FX, IX and CM, of which the vendor shows no example, only the code is certain.
 *
 * @param code Instrument.
 * @param exchange Exchange on which it is listed. Null if absent.
 * @param currency Trading currency, ISO 4217 where there is one. Null if absent.
 * @param chineseName Chinese name. Null if absent.
 * @param englishName English name. Null if absent.
 * @param lotSize Lot size, in shares. Null if absent.
 * @param totalShares Total shares issued ({@code ts} is not a time here); can exceed 32 bits. Null if absent.
 * @param outstandingShares Shares outstanding. Null if absent.
 * @param earningsPerShare Earnings per share, in the trading currency. Null if absent.
 * @param netAssetsPerShare Net assets per share, in the trading currency. Null if absent.
 * @param dividendYield Documented as dividend yield, but observed values look like the dividend per share in the
 *     trading currency. Null if absent.
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
        @Nullable BigDecimal dividendYield) {

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public InstrumentInfo {
        Checks.required("code", code);
    }
}
