// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.client.internal.check.Checks;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of an instrument. Pushes have no session quotes. In extended hours of the United States the server
 * is inconsistent: the snapshot's own high, low, volume and turnover are of the regular session in some answers,
 * so that the last price can be outside them, and of the running session in others; a session quote can be of
 * the day before. Only the time of each quote is reliable.
 *
 * @param code Instrument.
 * @param lastPrice Last price, in the trading currency. Null if absent.
 * @param previousClose Previous close, in the trading currency. Crypto has none. Null if absent.
 * @param open Opening price, in the trading currency. Null if absent.
 * @param high Highest price of the session, in the trading currency; answers differ in which session. Null if
 *     absent.
 * @param low Lowest price of the session, in the trading currency; answers differ in which session. Null if
 *     absent.
 * @param time Time of the last change, in seconds since the epoch on the wire. Null if absent.
 * @param volume Volume of the session, in lots of 100 for SH and SZ, shares for HK and US, coins for CF. Null if
 *     absent.
 * @param turnover Turnover of the session, in the trading currency. The server prints a floating-point number of
 *     up to 22 characters with rounding noise in the last digits; the client keeps all digits. Null if absent.
 * @param status Whether the instrument trades or is suspended. Null if absent.
 * @param preMarket Pre-market quote, United States only; of the same or an earlier day, as its time says. Null
 *     if absent.
 * @param afterHours After-hours quote, United States only; of the same or an earlier day, as its time says. Null
 *     if absent.
 * @param night Night quote, United States only; of the same or an earlier day, as its time says. Null if absent.
 * @param session Session of the last price, United States only. Null if absent.
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

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public Snapshot {
        Checks.required("code", code);
    }
}
