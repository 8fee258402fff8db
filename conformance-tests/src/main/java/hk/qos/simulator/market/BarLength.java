package hk.qos.simulator.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The length of a bar. The documents list the lengths by name; this class parses the names.
 *
 * @param unit the unit of the length
 * @param count the number of units
 */
public record BarLength(Unit unit, int count) {
    /** The units of a length. */
    public enum Unit {
        /** Hours of the clock. */
        MINUTE,
        /** A trading day. */
        DAY,
        /** Weeks, from Monday. */
        WEEK,
        /** Of the calendar. */
        MONTH,
        /** Of the calendar. */
        YEAR
    }

    /** One minute. */
    public static final BarLength MINUTE_1 = new BarLength(Unit.MINUTE, 1);
    /** Five minutes. */
    public static final BarLength MINUTE_5 = new BarLength(Unit.MINUTE, 5);
    /** Fifteen minutes. */
    public static final BarLength MINUTE_15 = new BarLength(Unit.MINUTE, 15);
    /** Thirty minutes. */
    public static final BarLength MINUTE_30 = new BarLength(Unit.MINUTE, 30);
    /** One hour. */
    public static final BarLength HOUR_1 = new BarLength(Unit.MINUTE, 60);
    /** Two hours. */
    public static final BarLength HOUR_2 = new BarLength(Unit.MINUTE, 120);
    /** Four hours. */
    public static final BarLength HOUR_4 = new BarLength(Unit.MINUTE, 240);
    /** A trading day. */
    public static final BarLength DAY = new BarLength(Unit.DAY, 1);
    /** A week from Monday. */
    public static final BarLength WEEK = new BarLength(Unit.WEEK, 1);
    /** A month of the calendar. */
    public static final BarLength MONTH = new BarLength(Unit.MONTH, 1);
    /** A year of the calendar. */
    public static final BarLength YEAR = new BarLength(Unit.YEAR, 1);

    /** The lengths above, shortest first. */
    static final List<BarLength> USUAL =
            List.of(MINUTE_1, MINUTE_5, MINUTE_15, MINUTE_30, HOUR_1, HOUR_2, HOUR_4, DAY, WEEK, MONTH, YEAR);

    private static final Pattern NAME = Pattern.compile("(MINUTE|HOUR|DAY|WEEK|MONTH|QUARTER|YEAR)(?:_(\\d{1,4}))?");
    private static final int MINUTES_OF_A_DAY = 1440;
    private static final int MONTHS_OF_A_YEAR = 12;

    /**
     * @throws IllegalArgumentException if the start of such bars is undefined: at most a day in minutes, a part of a
     *     year in months, and a count of one for every other unit
     */
    public BarLength {
        int most = switch (unit) {
            case MINUTE -> MINUTES_OF_A_DAY;
            case MONTH -> MONTHS_OF_A_YEAR;
            default -> 1;
        };
        if (count < 1 || count > most || (unit == Unit.MONTH && MONTHS_OF_A_YEAR % count != 0)) {
            throw new IllegalArgumentException("No bars of " + count + " " + unit);
        }
    }

    /**
     * The length with a name of the documents, such as {@code MINUTE_5} or {@code QUARTER}; null if the name has no
     * known length.
     */
    public static @Nullable BarLength named(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return null;
        }
        int count = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
        try {
            return switch (parts.group(1)) {
                case "HOUR" -> new BarLength(Unit.MINUTE, 60 * count);
                case "QUARTER" -> new BarLength(Unit.MONTH, 3 * count);
                default -> new BarLength(Unit.valueOf(parts.group(1)), count);
            };
        } catch (IllegalArgumentException nobodyKnowsWhereTheyBegin) {
            return null;
        }
    }

    boolean isWithinDay() {
        return unit == Unit.MINUTE;
    }

    /** Minutes in a bar within a day. */
    int minutes() {
        return count;
    }

    /** The first day of the period that this day falls in; days are counted from the epoch. */
    long firstDay(long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return switch (unit) {
            case WEEK ->
                date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toEpochDay();
            case MONTH ->
                date.withDayOfMonth(1)
                        .minusMonths((date.getMonthValue() - 1) % count)
                        .toEpochDay();
            case YEAR -> date.withDayOfYear(1).toEpochDay();
            default -> day;
        };
    }
}
