package hk.qos.simulator.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The trading days of an instrument and the times of its sessions. Days count from the epoch. */
final class TradingDays {
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final LocalTime NIGHT_CLOSE = LocalTime.of(3, 50);
    private static final LocalTime MORNING = LocalTime.of(4, 0);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime OPENING = LocalTime.of(9, 30);

    /**
     * The time at which the week of currencies begins and ends: 05:00 or, in winter, 06:00 of the next day in UTC+8.
     */
    private static final LocalTime WEEK_TURN = LocalTime.of(17, 0);

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Instrument instrument;
    private final boolean always;
    private final boolean week;
    private final boolean everyDay;
    private final List<MarketRules.Span> regular;

    TradingDays(Instrument instrument, Hours hours) {
        MarketRules rules = instrument.rules();
        this.instrument = instrument;
        this.always = hours == Hours.ALWAYS;
        this.everyDay = always || rules.weekends();
        this.week = rules.week() && !always;
        if (rules.extended()) {
            this.regular = List.of(new MarketRules.Span(OPENING, CLOSE));
        } else {
            this.regular = always ? List.of() : rules.sessions();
        }
    }

    boolean trades(long day) {
        if (day < instrument.listed().toEpochDay()) {
            return false;
        }
        return everyDay || !weekend(day);
    }

    /** The previous trading day, before the listing too. */
    long before(long day) {
        long before = day - 1;
        while (!everyDay && weekend(before)) {
            before--;
        }
        return before;
    }

    /** The day of a time, whether or not it is a trading day. */
    long of(long second) {
        long local = second + offset(second);
        return Math.floorDiv(instrument.rules().extended() ? local + 4 * 3600 : local, 86_400);
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
                .getOffset(java.time.Instant.ofEpochSecond(second))
                .getTotalSeconds();
    }

    /** The sessions of a day, in order. */
    List<SessionKind> kinds() {
        return instrument.rules().extended() ? List.of(SessionKind.values()) : List.of(SessionKind.REGULAR);
    }

    /** The trading intervals of a session, as pairs of seconds since the epoch. */
    List<long[]> stretches(long day, SessionKind kind) {
        return switch (kind) {
            case NIGHT -> List.of(new long[] {at(day - 1, EVENING), at(day, always ? MORNING : NIGHT_CLOSE)});
            case PRE_MARKET -> List.of(new long[] {at(day, MORNING), at(day, OPENING)});
            case AFTER_HOURS -> List.of(new long[] {at(day, CLOSE), at(day, EVENING)});
            case REGULAR -> regular(day);
        };
    }

    private List<long[]> regular(long day) {
        if (regular.isEmpty()) {
            return List.of(new long[] {opening(day), end(day)});
        }
        List<long[]> stretches = new ArrayList<>(regular.size());
        for (MarketRules.Span span : regular) {
            stretches.add(new long[] {at(day, span.from()), at(day, span.to())});
        }
        return stretches;
    }

    private long opening(long day) {
        return week && weekday(day) == DayOfWeek.MONDAY ? weekTurn(day) : midnight(day);
    }

    private long end(long day) {
        return week && weekday(day) == DayOfWeek.SATURDAY ? weekTurn(day) : midnight(day + 1);
    }

    private static long weekTurn(long day) {
        return at(day - 1, WEEK_TURN, NEW_YORK);
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

    private boolean weekend(long day) {
        DayOfWeek weekday = weekday(day);
        return weekday == DayOfWeek.SUNDAY || (weekday == DayOfWeek.SATURDAY && !week);
    }

    private static DayOfWeek weekday(long day) {
        return LocalDate.ofEpochDay(day).getDayOfWeek();
    }
}
