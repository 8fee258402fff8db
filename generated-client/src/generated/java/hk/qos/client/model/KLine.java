// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.client.internal.check.Checks;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One K-line (bar). The last bar of a series can still be forming.
 *
 * @param code Instrument.
 * @param open Opening price, in the trading currency. Null if absent.
 * @param close Closing price, or the last price while the bar is forming, in the trading currency. Null if
 *     absent.
 * @param high Highest price, in the trading currency. Null if absent.
 * @param low Lowest price, in the trading currency. Null if absent.
 * @param volume Volume, in lots of 100 for SH and SZ, shares for HK and US, coins for CF. Null if absent.
 * @param time Start of the bar, in seconds since the epoch on the wire. A daily bar starts at midnight of the
 *     exchange, of UTC for crypto. Null if absent.
 * @param type Length of the bar. Null if absent.
 */
public record KLine(
        String code,
        @Nullable BigDecimal open,
        @Nullable BigDecimal close,
        @Nullable BigDecimal high,
        @Nullable BigDecimal low,
        @Nullable BigDecimal volume,
        @Nullable Instant time,
        @Nullable KLineType type) {

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public KLine {
        Checks.required("code", code);
    }
}
