package hk.qos.client.internal.hours;

import hk.qos.client.model.Session;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A time without a pause in which a market trades.
 *
 * @param day the trading day that it belongs to; for a period of several days the first
 * @param session the session
 * @param open its first moment
 * @param close the first moment after it
 */
public record TradingPeriod(LocalDate day, Session session, Instant open, Instant close) {

    /** Whether the moment is in the period. */
    public boolean has(Instant moment) {
        return !moment.isBefore(open) && moment.isBefore(close);
    }
}
