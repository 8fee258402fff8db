// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.stream.internal.check.Checks;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day on which a market trades, {@code YYYYMMDD,F} or {@code YYYYMMDD,H}.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 * Create records with {@link #builder()}.
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

    /** Returns a builder. A component that is not set is absent. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds a {@link TradingDay}. Each method sets the component of its name, and throws
     * {@link IllegalArgumentException} if the argument is null. Not thread-safe.
     */
    public static final class Builder {
        private @Nullable LocalDate date;
        private @Nullable DayLength length;

        private Builder() {}

        /**
         * Day, in the time zone of the exchange.
         */
        public Builder date(LocalDate date) {
            this.date = Checks.required("date", date);
            return this;
        }

        /**
         * How long it trades.
         */
        public Builder length(DayLength length) {
            this.length = Checks.required("length", length);
            return this;
        }

        /**
         * Returns the record.
         *
         * @throws IllegalArgumentException if a required component is not set; the
         *     message names it
         */
        public TradingDay build() {
            return new TradingDay(Checks.required("date", date), Checks.required("length", length));
        }
    }
}
