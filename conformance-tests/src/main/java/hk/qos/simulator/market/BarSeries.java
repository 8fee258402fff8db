package hk.qos.simulator.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bars of one instrument at a given time; the last one may still be forming. */
final class BarSeries {
    private static final double DIVIDEND_YIELD = 0.985;

    private final Tape tape;
    private final Instrument instrument;
    private final boolean adjusted;
    private final @Nullable Position now;

    BarSeries(Tape tape, Instrument instrument, boolean adjusted, long nowMillis) {
        this.tape = tape;
        this.instrument = instrument;
        this.adjusted = adjusted && instrument.rules().dividends();
        this.now = tape.at(nowMillis);
    }

    /** The latest bars that start at or before this second, oldest first. */
    List<Bar> upTo(long second, BarLength length, int count) {
        Position position = now;
        if (position == null) {
            return List.of();
        }
        List<Bar> newestFirst = length.isWithinDay()
                ? withinDay(position, second, length, count)
                : days(position, second, length, count);
        List<Bar> bars = new ArrayList<>(newestFirst.subList(0, Math.min(count, newestFirst.size())));
        Collections.reverse(bars);
        return bars;
    }

    private List<Bar> days(Position position, long second, BarLength length, int count) {
        TradingDays days = tape.days();
        long last = position.session().day();
        // Skips whole periods that begin after the given time.
        long from = Math.min(last, lastDayOfPeriod(days.of(second) + 1, length));
        List<Bar> bars = new ArrayList<>();
        long period = Long.MIN_VALUE;
        for (long day = from; day >= instrument.listed().toEpochDay() && bars.size() <= count; day = days.before(day)) {
            Bar bar = days.trades(day) ? day(day, position) : null;
            if (bar == null) {
                continue;
            }
            long start = length.firstDay(day);
            if (start == period) {
                bars.set(bars.size() - 1, bar.and(bars.get(bars.size() - 1)).from(days.midnight(start)));
            } else if (days.midnight(start) <= second) {
                bars.add(bar.from(days.midnight(start)));
                period = start;
            }
        }
        return bars;
    }

    private static long lastDayOfPeriod(long day, BarLength length) {
        long last = day;
        long first = length.firstDay(day);
        while (!length.equals(BarLength.DAY) && length.firstDay(last + 1) == first) {
            last++;
        }
        return last;
    }

    /** The daily bar so far, or null before its session begins. */
    private @Nullable Bar day(long day, Position position) {
        Session current = position.session();
        Bar bar;
        if (day < current.day() || current.kind().compareTo(SessionKind.REGULAR) > 0) {
            bar = tape.whole(day, SessionKind.REGULAR);
        } else if (current.kind() == SessionKind.REGULAR) {
            bar = position.soFar();
        } else {
            return null;
        }
        return adjust(bar, day);
    }

    private List<Bar> withinDay(Position position, long second, BarLength length, int count) {
        TradingDays days = tape.days();
        List<Bar> bars = new ArrayList<>();
        long from = Math.min(position.session().day(), days.of(second) + 2);
        for (long day = from; day >= instrument.listed().toEpochDay() && bars.size() <= count; day = days.before(day)) {
            if (!days.trades(day)) {
                continue;
            }
            List<SessionKind> kinds = days.kinds();
            for (int i = kinds.size() - 1; i >= 0; i--) {
                if (day < position.session().day()
                        || kinds.get(i).compareTo(position.session().kind()) <= 0) {
                    addMinutes(bars, tape.session(day, kinds.get(i)), position, second, length);
                }
            }
        }
        return bars;
    }

    /** Adds the bars of one session, newest first; its last one may merge with the bar added before. */
    private void addMinutes(List<Bar> bars, Session session, Position position, long second, BarLength length) {
        boolean current = session.day() == position.session().day()
                && session.kind() == position.session().kind();
        int offset = tape.days().offset(session.start());
        long seconds = length.minutes() * 60L;
        for (int i = current ? position.index() : session.minutes() - 1; i >= 0; i--) {
            Bar minute =
                    current && i == position.index() ? position.minute().through(position.trade()) : session.minute(i);
            long start = Math.floorDiv(minute.start() + offset, seconds) * seconds - offset;
            if (start > second) {
                continue;
            }
            Bar bar = adjust(minute, session.day()).from(start);
            int newest = bars.size() - 1;
            if (newest >= 0 && bars.get(newest).start() == start) {
                bars.set(newest, bar.and(bars.get(newest)));
            } else {
                bars.add(bar);
            }
        }
    }

    /** Each new year has a dividend. */
    private Bar adjust(Bar bar, long day) {
        Position position = now;
        if (!adjusted || position == null) {
            return bar;
        }
        int years = year(position.session().day()) - year(day);
        return years == 0 ? bar : bar.scaled(Math.pow(DIVIDEND_YIELD, years));
    }

    private static int year(long day) {
        return LocalDate.ofEpochDay(day).getYear();
    }
}
