// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of one extended session of the United States. There is no opening price.
 *
 * @param lastPrice Last price of the session, in the trading currency. Null if absent.
 * @param previousClose Previous close for comparison, in the trading currency. Null if absent.
 * @param high Highest price of the session, in the trading currency. Null if absent.
 * @param low Lowest price of the session, in the trading currency. Null if absent.
 * @param time Time of the last change, in seconds since the epoch on the wire. Null if absent.
 * @param volume Volume of the session, in shares. Null if absent.
 * @param turnover Turnover of the session, in the trading currency. The server prints a floating-point number of
 *     up to 22 characters with rounding noise in the last digits; the client keeps all digits. Null if absent.
 */
public record SessionQuote(
        @Nullable BigDecimal lastPrice,
        @Nullable BigDecimal previousClose,
        @Nullable BigDecimal high,
        @Nullable BigDecimal low,
        @Nullable Instant time,
        @Nullable BigDecimal volume,
        @Nullable BigDecimal turnover) {
}
