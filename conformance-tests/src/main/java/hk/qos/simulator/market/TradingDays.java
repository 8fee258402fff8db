package hk.qos.simulator.market;

import hk.qos.simulator.spec.TradingHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trading days of an instrument and the times of its sessions. Days count from the epoch. */
final class TradingDays {
    private final Instrument instrument;
    private final TradingHours trading;
    private final boolean always;
    private final boolean extended;
    private final boolean everyDay;

    /** Seconds from the beginning of the first session, if that is on the evening before, to midnight. */
    private final int evening;

    TradingDays(Instrument instrument, Hours hours) {
        this.instrument = instrument;
        this.trading = instrument.rules().hours();
        this.extended = instrument.rules().extended();
        this.always = hours == Hours.ALWAYS;
        boolean allDays = trading.days().size() == DayOfWeek.values().length;
        this.everyDay = always || (trading.week() == null && allDays);
        this.evening = evening(trading);
    }

    private static int evening(TradingHours trading) {
        if (trading.sessions().isEmpty()) {
            return 0;
        }
        TradingHours.Span first = trading.sessions().get(0);
        return first.from().isAfter(first.to())
                ? (int) ChronoUnit.DAYS.getDuration().toSeconds() - first.from().toSecondOfDay()
                : 0;
    }

    boolean trades(long day) {
        if (day < instrument.listed().toEpochDay()) {
            return false;
        }
        return everyDay || isTraded(day);
    }

    /** The previous trading day, before the listing too. */
    long before(long day) {
        long before = day - 1;
        while (!everyDay && !isTraded(before)) {
            before--;
        }
        return before;
    }

    private boolean isTraded(long day) {
        TradingHours.Week week = trading.week();
        return week == null
                ? trading.days().contains(LocalDate.ofEpochDay(day).getDayOfWeek())
                : within(week, day) != null;
    }

    /** The day of a time, whether or not it is a trading day. */
    long of(long second) {
        return Math.floorDiv(second + offset(second) + evening, 86_400);
    }

    /** The local midnight at the start of a day. */
    long midnight(long day) {
        return LocalDate.ofEpochDay(day).atStartOfDay(instrument.zone()).toEpochSecond();
    }

    /** The offset of local time in seconds. */
    int offset(long second) {
        return instrument
                .zone()
                .getRules()
                .getOffset(Instant.ofEpochSecond(second))
                .getTotalSeconds();
    }

    /** The sessions of a day, in order. */
    List<SessionKind> kinds() {
        return extended ? List.of(SessionKind.values()) : List.of(SessionKind.REGULAR);
    }

    /** The trading intervals of a session, as pairs of seconds since the epoch. */
    List<long[]> stretches(long day, SessionKind kind) {
        if (trading.sessions().isEmpty() || (always && !extended)) {
            return List.of(wholeDay(day));
        }
        List<long[]> stretches = new ArrayList<>();
        for (TradingHours.Span span : trading.sessions()) {
            if (span.session().equals(kind.name())) {
                long begin = span.from().isAfter(span.to()) ? day - 1 : day;
                stretches.add(new long[] {at(begin, span.from()), at(day, always ? next(span) : span.to())});
            }
        }
        return stretches;
    }

    /** When the next session begins, so that there is no pause; the last one ends when it ends. */
    private LocalTime next(TradingHours.Span span) {
        int index = trading.sessions().indexOf(span) + 1;
        return index < trading.sessions().size() ? trading.sessions().get(index).from() : span.to();
    }

    private long[] wholeDay(long day) {
        TradingHours.Week week = trading.week();
        long[] traded = week == null || always ? null : within(week, day);
        return traded == null ? new long[] {midnight(day), midnight(day + 1)} : traded;
    }

    /** The part of a day that is in the week, as seconds since the epoch; null if there is none. */
    private long @Nullable [] within(TradingHours.Week week, long day) {
        LocalDate latest = LocalDate.ofEpochDay(day + 1)
                .with(TemporalAdjusters.previousOrSame(week.from().day()));
        int length =
                Math.floorMod(week.to().day().getValue() - week.from().day().getValue(), DayOfWeek.values().length);
        for (LocalDate begin : List.of(latest, latest.minusWeeks(1))) {
            long from =
                    Math.max(midnight(day), at(begin.toEpochDay(), week.from().time(), week.zone()));
            long to = Math.min(
                    midnight(day + 1),
                    at(begin.plusDays(length).toEpochDay(), week.to().time(), week.zone()));
            if (from < to) {
                return new long[] {from, to};
            }
        }
        return null;
    }

    private long at(long day, LocalTime time) {
        return at(day, time, instrument.zone());
    }

    private static long at(long day, LocalTime time, ZoneId zone) {
        return LocalDate.ofEpochDay(day)
                .atTime(time)
                .atZone(zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toEpochSecond();
    }
}
