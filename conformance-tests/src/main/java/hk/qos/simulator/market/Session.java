package hk.qos.simulator.market;

import java.util.List;

/** One session of one day by minutes, which together give exactly the session's bar. */
final class Session {
    private final Instrument instrument;
    private final long day;
    private final SessionKind kind;
    private final Bar whole;
    private final long key;
    private final long[] starts;
    private final long[] prices;
    private final long[] highs;
    private final long[] lows;
    private final long[] units;
    private final long[] highSoFar;
    private final long[] lowSoFar;
    private final double[] turnover;

    /**
     * @param stretches the trading intervals, as pairs of seconds
     * @param minuteUnits the minimum volume of each minute
     */
    Session(Instrument instrument, long day, SessionKind kind, Bar whole, List<long[]> stretches, long minuteUnits) {
        this.instrument = instrument;
        this.day = day;
        this.kind = kind;
        this.whole = whole;
        this.key = Noise.mix(instrument.key("minutes"), Noise.mix(day, kind.wire()));
        this.starts = starts(stretches);
        int n = starts.length;
        this.prices = new long[n + 1];
        this.highs = new long[n];
        this.lows = new long[n];
        this.units = new long[n + 1];
        this.highSoFar = new long[n + 1];
        this.lowSoFar = new long[n + 1];
        this.turnover = new double[n + 1];
        walk();
        reach();
        fill(minuteUnits);
    }

    static int minutes(List<long[]> stretches) {
        long seconds = 0;
        for (long[] stretch : stretches) {
            seconds += stretch[1] - stretch[0];
        }
        return (int) (seconds / 60);
    }

    private static long[] starts(List<long[]> stretches) {
        long[] starts = new long[minutes(stretches)];
        int i = 0;
        for (long[] stretch : stretches) {
            for (long at = stretch[0]; at < stretch[1]; at += 60) {
                starts[i++] = at;
            }
        }
        return starts;
    }

    /** The prices at the ends of minutes: a random bridge from the opening to the close, within the session's range. */
    private void walk() {
        int n = starts.length;
        double range = whole.high() - whole.low();
        for (int i = 1; i < n; i++) {
            double x = (double) i / n;
            double straight = whole.open() + (whole.close() - whole.open()) * x;
            double bend = Noise.walk(key, i / 3.0, 7) * 0.08 * range * Math.sqrt(4 * x * (1 - x));
            prices[i] = folded(Math.round(straight + bend));
        }
        prices[0] = whole.open();
        prices[n] = whole.close();
    }

    /** The range of each minute; one minute has the session's high, another one its low. */
    private void reach() {
        int n = starts.length;
        int top = Noise.below(Noise.mix(key, 1), n);
        int bottom = (top + 1 + Noise.below(Noise.mix(key, 2), n - 1)) % n;
        double wiggle = Math.max(1, whole.open() * instrument.move() * 0.02);
        highSoFar[0] = Long.MIN_VALUE;
        lowSoFar[0] = Long.MAX_VALUE;
        for (int i = 0; i < n; i++) {
            long up = Math.round(wiggle * Noise.unit(Noise.mix(key + 3, i)));
            long down = Math.round(wiggle * Noise.unit(Noise.mix(key + 4, i)));
            highs[i] = i == top ? whole.high() : within(Math.max(prices[i], prices[i + 1]) + up);
            lows[i] = i == bottom ? whole.low() : within(Math.min(prices[i], prices[i + 1]) - down);
            highSoFar[i + 1] = Math.max(highSoFar[i], highs[i]);
            lowSoFar[i + 1] = Math.min(lowSoFar[i], lows[i]);
        }
    }

    /** The volume of each minute: at least the minimum, more near opening and close. */
    private void fill(long minuteUnits) {
        int n = starts.length;
        double free = whole.units() - minuteUnits * n;
        for (int i = 1; i <= n; i++) {
            double x = (double) i / n;
            double jitter = i == n ? 0 : 0.2 * Noise.signed(Noise.mix(key + 5, i)) / n;
            double share = Math.min(1, Math.max(0, x + 0.08 * Math.sin(2 * Math.PI * x) + jitter));
            units[i] = minuteUnits * i + (long) Math.floor(free * share);
        }
        units[n] = whole.units();
        for (int i = 0; i < n; i++) {
            double typical = (prices[i] + prices[i + 1] + highs[i] + lows[i]) / 4.0;
            turnover[i + 1] = turnover[i] + typical * (units[i + 1] - units[i]);
        }
    }

    /** Reflects a price at the limits of the range. */
    private long folded(long price) {
        long range = whole.high() - whole.low();
        long beyond = Math.floorMod(price - whole.low(), 2 * range);
        return whole.low() + Math.min(beyond, 2 * range - beyond);
    }

    private long within(long price) {
        return Math.min(whole.high(), Math.max(whole.low(), price));
    }

    Instrument instrument() {
        return instrument;
    }

    long day() {
        return day;
    }

    SessionKind kind() {
        return kind;
    }

    /** The session as a single bar. */
    Bar whole() {
        return whole;
    }

    int minutes() {
        return starts.length;
    }

    long start() {
        return starts[0];
    }

    /** The first second after the session. */
    long end() {
        return starts[starts.length - 1] + 60;
    }

    /** The index of the last minute that has begun; -1 before the first. */
    int minuteAt(long second) {
        int found = java.util.Arrays.binarySearch(starts, second);
        return found >= 0 ? found : -found - 2;
    }

    Bar minute(int i) {
        return new Bar(starts[i], prices[i], prices[i + 1], highs[i], lows[i], units[i + 1] - units[i]);
    }

    /** The given number of minutes from the start, at least one, as a single bar with the session's start. */
    Bar firstMinutes(int count) {
        return new Bar(whole.start(), whole.open(), prices[count], highSoFar[count], lowSoFar[count], units[count]);
    }

    /** The turnover of the given number of minutes from the start, in ticks times units. */
    double turnover(int count) {
        return turnover[count];
    }

    /** A source of random figures for one minute. */
    long key(int minute) {
        return Noise.mix(key + 6, minute);
    }
}
