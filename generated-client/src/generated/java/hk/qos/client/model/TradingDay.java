// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.client.internal.check.Checks;
import java.time.LocalDate;

/**
 * A day on which a market trades, {@code YYYYMMDD,F} or {@code YYYYMMDD,H}.
 *
 * @param date Day, in the time zone of the exchange.
 * @param length How long it trades.
 */
public record TradingDay(LocalDate date, DayLength length) {

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public TradingDay {
        Checks.required("date", date);
        Checks.required("length", length);
    }
}
