package hk.qos.simulator.market;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bars of a scripted instrument: given ones, and those that its trades make. Guarded by the instrument. */
final class ScriptedBars {
    private static final int MOST = 1000;

    private final Instrument instrument;
    private final TradingDays days;
    private final Map<BarLength, List<Bar>> series = new EnumMap<>(BarLength.class);

    ScriptedBars(Instrument instrument, TradingDays days) {
        this.instrument = instrument;
        this.days = days;
    }

    /** The trading day of a moment, counted from the epoch. */
    long day(long second) {
        return days.of(second);
    }

    void set(BarLength length, List<Bar> bars) {
        for (int i = 1; i < bars.size(); i++) {
            if (bars.get(i).start() <= bars.get(i - 1).start()) {
                throw new IllegalArgumentException(instrument.code() + ": bars must be given oldest first");
            }
        }
        if (bars.size() > MOST) {
            throw new IllegalArgumentException(instrument.code() + ": " + bars.size() + " bars, at most " + MOST);
        }
        series.put(length, new ArrayList<>(bars));
    }

    void trade(long second, long price, long units) {
        for (BarLength length : BarLength.values()) {
            List<Bar> bars = series.computeIfAbsent(length, l -> new ArrayList<>());
            Bar made = new Bar(start(length, second), price, price, price, price, units);
            int newest = bars.size() - 1;
            if (newest >= 0 && bars.get(newest).start() >= made.start()) {
                bars.set(newest, bars.get(newest).and(made));
            } else {
                bars.add(made);
            }
            if (bars.size() > MOST) {
                bars.remove(0);
            }
        }
    }

    @Nullable
    Bar last(BarLength length) {
        List<Bar> bars = series.getOrDefault(length, List.of());
        return bars.isEmpty() ? null : bars.get(bars.size() - 1);
    }

    /** The bar that started last, the longest of those that started together; null if there is none. */
    @Nullable
    Bar newest() {
        Bar newest = null;
        for (BarLength length : BarLength.values()) {
            Bar last = last(length);
            if (last != null && (newest == null || last.start() >= newest.start())) {
                newest = last;
            }
        }
        return newest;
    }

    /** The close of the daily bar before this one, else its own open. */
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
        List<Bar> bars = series.getOrDefault(length, List.of()).stream()
                .filter(bar -> bar.start() <= second)
                .toList();
        return bars.subList(Math.max(0, bars.size() - count), bars.size());
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
