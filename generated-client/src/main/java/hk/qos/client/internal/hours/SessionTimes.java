package hk.qos.client.internal.hours;

import hk.qos.client.model.Session;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The times of a session.
 *
 * @param session the session
 * @param from its beginning, on the evening before the trading day if it is later than {@code to}
 * @param to its end
 */
public record SessionTimes(Session session, LocalTime from, LocalTime to) {

    /** Returns the times from texts such as {@code 09:30}. */
    public static SessionTimes of(Session session, String from, String to) {
        return new SessionTimes(session, LocalTime.parse(from), LocalTime.parse(to));
    }

    TradingPeriod on(LocalDate day, ZoneId zone) {
        LocalDate begin = from.isBefore(to) ? day : day.minusDays(1);
        return new TradingPeriod(
                day,
                session,
                begin.atTime(from).atZone(zone).toInstant(),
                day.atTime(to).atZone(zone).toInstant());
    }
}
