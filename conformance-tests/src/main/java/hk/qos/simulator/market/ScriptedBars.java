package hk.qos.simulator.market;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bars of a scripted instrument: given ones, and those computed from its trades. Guarded by the instrument. */
final class ScriptedBars {
    private static final int MAX_BARS = 1000;

    private final Instrument instrument;
    private final TradingDays days;
    private final Map<BarLength, List<Bar>> series = new HashMap<>();

    ScriptedBars(Instrument instrument, TradingDays days) {
        this.instrument = instrument;
        this.days = days;
    }

    /** The trading day of a time, in days since the epoch. */
    long day(long second) {
        return days.of(second);
    }

    void set(BarLength length, List<Bar> bars) {
        for (int i = 1; i < bars.size(); i++) {
            if (bars.get(i).start() <= bars.get(i - 1).start()) {
                throw new IllegalArgumentException(instrument.code() + ": bars must be given oldest first");
            }
        }
        if (bars.size() > MAX_BARS) {
            throw new IllegalArgumentException(instrument.code() + ": " + bars.size() + " bars, at most " + MAX_BARS);
        }
        series.put(length, new ArrayList<>(bars));
    }

    void trade(long second, long price, long units) {
        Set<BarLength> lengths = new LinkedHashSet<>(BarLength.USUAL);
        lengths.addAll(series.keySet());
        for (BarLength length : lengths) {
            List<Bar> bars = series.computeIfAbsent(length, l -> new ArrayList<>());
            Bar made = new Bar(start(length, second), price, price, price, price, units);
            int newest = bars.size() - 1;
            if (newest >= 0 && bars.get(newest).start() >= made.start()) {
                bars.set(newest, bars.get(newest).and(made));
            } else {
                bars.add(made);
            }
            if (bars.size() > MAX_BARS) {
                bars.remove(0);
            }
        }
    }

    @Nullable
    Bar last(BarLength length) {
        List<Bar> bars = series.getOrDefault(length, List.of());
        return bars.isEmpty() ? null : bars.get(bars.size() - 1);
    }

    /** The bar with the latest start, the longest if several start together; null if there is none. */
    @Nullable
    Bar newest() {
        Bar newest = null;
        for (BarLength length : BarLength.USUAL) {
            Bar last = last(length);
            if (last != null && (newest == null || last.start() >= newest.start())) {
                newest = last;
            }
        }
        return newest;
    }

    /** The close of the previous daily bar, else the open of this one. */
    long closeBefore(Bar day) {
        long close = day.open();
        for (Bar bar : series.getOrDefault(BarLength.DAY, List.of())) {
            if (bar.start() < day.start()) {
                close = bar.close();
            }
        }
        return close;
    }

    List<Bar> upTo(BarLength length, int count, long second) {
        boolean kept = series.containsKey(length) || BarLength.USUAL.contains(length);
        List<Bar> known = kept ? series.getOrDefault(length, List.of()) : made(length);
        // The bar of a day that began on the evening before starts at the midnight after.
        long latest = Math.max(second, days.midnight(days.of(second)));
        List<Bar> bars = known.stream().filter(bar -> bar.start() <= latest).toList();
        return bars.subList(Math.max(0, bars.size() - count), bars.size());
    }

    /** Computes bars of a length that is not stored from those of a minute or a day. */
    private List<Bar> made(BarLength length) {
        List<Bar> made = new ArrayList<>();
        BarLength parts = length.isWithinDay() ? BarLength.MINUTE_1 : BarLength.DAY;
        for (Bar part : series.getOrDefault(parts, List.of())) {
            long start = start(length, part.start());
            int newest = made.size() - 1;
            if (newest >= 0 && made.get(newest).start() == start) {
                made.set(newest, made.get(newest).and(part));
            } else {
                made.add(part.from(start));
            }
        }
        return made;
    }

    private long start(BarLength length, long second) {
        if (!length.isWithinDay()) {
            return days.midnight(length.firstDay(days.of(second)));
        }
        long seconds = length.minutes() * 60L;
        int offset = days.offset(second);
        return Math.floorDiv(second + offset, seconds) * seconds - offset;
    }
}
