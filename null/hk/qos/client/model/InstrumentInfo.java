// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an instrument is. Every example of the vendor has code, exchange and currency; crypto has nothing else,
 * and for FX, IX and CM, of which there is no example, only the code is certain.
 *
 * @param code Instrument.
 * @param exchange Exchange on which it is listed. Null if absent.
 * @param currency Trading currency, ISO 4217 where there is one. Null if absent.
 * @param chineseName Chinese name. Null if absent.
 * @param englishName English name. Null if absent.
 * @param lotSize Lot size, in shares. Null if absent.
 * @param totalShares Total shares issued ({@code ts} is not a time here); more than 32 bits hold. Null if
 *     absent.
 * @param outstandingShares Shares outstanding. Null if absent.
 * @param earningsPerShare Earnings per share, in the trading currency. Null if absent.
 * @param netAssetsPerShare Net assets per share, in the trading currency. Null if absent.
 * @param dividendYield Documented as dividend yield; the values seen look like the dividend per share in the
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

    /** Takes what the server sent as it is; lists and maps are copied. */
    public InstrumentInfo {
        Objects.requireNonNull(code, "code");
    }
}
