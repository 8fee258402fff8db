package hk.qos.simulator.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** How long a bar is, by the vendor's number for it. */
public enum BarLength {
    /** One minute. */
    MINUTE_1(1),
    /** Five minutes. */
    MINUTE_5(5),
    /** Fifteen minutes. */
    MINUTE_15(15),
    /** Thirty minutes. */
    MINUTE_30(30),
    /** One hour. */
    HOUR_1(60),
    /** Two hours. */
    HOUR_2(120),
    /** Four hours. */
    HOUR_4(240),
    /** A trading day. */
    DAY(1001),
    /** A week from Monday. */
    WEEK(1007),
    /** A month of the calendar. */
    MONTH(1030),
    /** A year of the calendar. */
    YEAR(2001);

    private final int wire;

    BarLength(int wire) {
        this.wire = wire;
    }

    /** The length with this number, or null. */
    public static @Nullable BarLength of(int wire) {
        for (BarLength length : values()) {
            if (length.wire == wire) {
                return length;
            }
        }
        return null;
    }

    /** The vendor's number for it. */
    public int wire() {
        return wire;
    }

    boolean isWithinDay() {
        return compareTo(DAY) < 0;
    }

    /** Minutes in a bar shorter than a day. */
    int minutes() {
        return wire;
    }

    /** The first day of the period that this day falls in; days are counted from the epoch. */
    long firstDay(long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return switch (this) {
            case WEEK ->
                date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toEpochDay();
            case MONTH -> date.withDayOfMonth(1).toEpochDay();
            case YEAR -> date.withDayOfYear(1).toEpochDay();
            default -> day;
        };
    }
}
