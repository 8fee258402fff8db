// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A day on which a market trades, {@code YYYYMMDD,F} or {@code YYYYMMDD,H}.
 *
 * @param date Day, in the time zone of the exchange.
 * @param length How long it trades.
 */
public record TradingDay(LocalDate date, DayLength length) {

    /** Takes what the server sent as it is; lists and maps are copied. */
    public TradingDay {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(length, "length");
    }
}
