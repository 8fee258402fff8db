package hk.qos.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads dates and times. */
final class Moments {
    private Moments() {}

    /**
     * Returns the moment that a text means: an instant, or a date or time without offset on the clocks of {@code zone}. A date is
     * its midnight.
     *
     * @throws IllegalArgumentException if it is neither; the message begins with {@code option}
     */
    static Instant read(String option, String text, ZoneId zone) {
        List<Supplier<Instant>> ways = List.of(
                () -> LocalDate.parse(text).atStartOfDay(zone).toInstant(),
                () -> OffsetDateTime.parse(text).toInstant(),
                () -> LocalDateTime.parse(text).atZone(zone).toInstant());
        return ways.stream()
                .flatMap(way -> attempt(way).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(option
                        + " must be a date such as 2026-11-30, or a time such as 2026-11-30T09:30 on the market's clock or"
                        + " 2026-11-30T01:30:00Z: '" + text + "'"));
    }

    private static Optional<Instant> attempt(Supplier<Instant> way) {
        try {
            return Optional.of(way.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
