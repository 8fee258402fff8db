// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The state of an instrument at one moment. A push carries no session quotes. In extended hours of the United
 * States the server is inconsistent: the snapshot's own high, low, volume and turnover are those of the regular
 * session in some answers, so that the last price can lie outside of them, and those of the running session in
 * others; a session quote can be of the day before. Each quote's own time tells which is current.
 *
 * @param code Instrument.
 * @param lastPrice Last price, in the trading currency. Null if absent.
 * @param previousClose Previous close, in the trading currency. Crypto has none. Null if absent.
 * @param open Opening price, in the trading currency. Null if absent.
 * @param high Highest price of the session, in the trading currency; of which session, the answers differ. Null
 *     if absent.
 * @param low Lowest price of the session, in the trading currency; of which session, the answers differ. Null if
 *     absent.
 * @param time Moment of the last change, in seconds since the epoch on the wire. Null if absent.
 * @param volume Volume of the session, in lots of 100 for SH and SZ, shares for HK and US, coins for CF. Null if
 *     absent.
 * @param turnover Turnover of the session, in the trading currency. It looks like a printed floating-point
 *     number of up to 22 characters, whose last digits are noise; none is dropped. Null if absent.
 * @param status Whether the instrument trades or is suspended. Null if absent.
 * @param preMarket Pre-market quote, United States only; by its own time, of this day or an earlier one. Null if
 *     absent.
 * @param afterHours After-hours quote, United States only; by its own time, of this day or an earlier one. Null
 *     if absent.
 * @param night Night quote, United States only; by its own time, of this day or an earlier one. Null if absent.
 * @param session Session in which the last price was made, United States only. Null if absent.
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
        @Nullable Session session) {

    /** Takes what the server sent as it is; lists and maps are copied. */
    public Snapshot {
        Objects.requireNonNull(code, "code");
    }
}
