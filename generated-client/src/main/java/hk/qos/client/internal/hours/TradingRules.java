package hk.qos.client.internal.hours;

import hk.qos.client.model.Session;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When a market trades. Immutable. */
public final class TradingRules {
    private final ZoneId zone;
    private final Set<DayOfWeek> days;
    private final List<SessionTimes> sessions;
    private final List<SessionTimes> halfDay;
    private final @Nullable Week week;

    /** From one time of a week to another, in a zone of its own. */
    private record Week(ZoneId zone, DayOfWeek first, LocalTime from, int length, LocalTime to) {}

    private TradingRules(
            String zone,
            Set<DayOfWeek> days,
            List<SessionTimes> sessions,
            List<SessionTimes> halfDay,
            @Nullable Week week) {
        this.zone = ZoneId.of(zone);
        this.days = days;
        this.sessions = sessions;
        this.halfDay = halfDay;
        this.week = week;
    }

    /** Returns the rules of a market with sessions on some days of the week. */
    public static TradingRules ofDays(
            String zone, List<String> days, List<SessionTimes> sessions, List<SessionTimes> halfDay) {
        Set<DayOfWeek> traded = EnumSet.noneOf(DayOfWeek.class);
        days.forEach(day -> traded.add(DayOfWeek.valueOf(day)));
        return new TradingRules(zone, traded, List.copyOf(sessions), List.copyOf(halfDay), null);
    }

    /** Returns the rules of a market that trades without a pause from one time of the week to another. */
    public static TradingRules ofWeek(String zone, String weekZone, String from, String to) {
        String[] first = from.split(" ", 2);
        String[] last = to.split(" ", 2);
        DayOfWeek begin = DayOfWeek.valueOf(first[0]);
        int length = Math.floorMod(DayOfWeek.valueOf(last[0]).getValue() - begin.getValue(), 7);
        Week week = new Week(ZoneId.of(weekZone), begin, LocalTime.parse(first[1]), length, LocalTime.parse(last[1]));
        return new TradingRules(zone, Set.of(), List.of(), List.of(), week);
    }

    /** Returns the rules of a market that trades all the time. */
    public static TradingRules always(String zone) {
        return new TradingRules(zone, EnumSet.allOf(DayOfWeek.class), List.of(), List.of(), null);
    }

    /** The zone in which the dates of the market are. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether the market trades all the time. */
    public boolean isAlways() {
        return week == null && sessions.isEmpty();
    }

    /** Whether trading days have hours of their own, so that a calendar says something about them. */
    public boolean hasSessions() {
        return !sessions.isEmpty();
    }

    /** Whether the market trades on such a day of the week if no calendar says otherwise. */
    public boolean tradesOn(LocalDate day) {
        return days.contains(day.getDayOfWeek());
    }

    /** Returns the periods of a trading day, in order; of a market without a pause in the week, the week that begins on it. */
    public List<TradingPeriod> periods(LocalDate day, boolean half) {
        if (week != null) {
            return day.getDayOfWeek() == week.first() ? List.of(period(week, day)) : List.of();
        }
        return (half ? halfDay : sessions)
                .stream().map(times -> times.on(day, zone)).toList();
    }

    private static TradingPeriod period(Week week, LocalDate day) {
        return new TradingPeriod(
                day,
                Session.REGULAR,
                day.atTime(week.from()).atZone(week.zone()).toInstant(),
                day.plusDays(week.length())
                        .atTime(week.to())
                        .atZone(week.zone())
                        .toInstant());
    }
}
