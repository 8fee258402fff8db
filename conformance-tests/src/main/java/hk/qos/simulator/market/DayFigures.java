package hk.qos.simulator.market;

/**
 * The figures of whole days, each computed in constant time: closes follow a random walk, and all other figures derive
 * from them.
 */
final class DayFigures {
    private static final int OCTAVES = 11;
    /**
     * The walk's usual step is about 1.5 times its lowest octave; this scales a day's move to that of the catalogue.
     */
    private static final double STEP = 0.6;

    private final Instrument instrument;
    private final TradingDays days;
    private final long walk;
    private final long gap;
    private final long highs;
    private final long lows;
    private final long volumes;

    DayFigures(Instrument instrument, TradingDays days) {
        this.instrument = instrument;
        this.days = days;
        this.walk = instrument.key("close");
        this.gap = instrument.key("gap");
        this.highs = instrument.key("high");
        this.lows = instrument.key("low");
        this.volumes = instrument.key("volume");
    }

    long close(long day) {
        double drift = instrument.move() * STEP * Noise.walk(walk, (double) day, OCTAVES);
        return instrument.ticks(instrument.price().doubleValue() * Math.exp(drift));
    }

    long open(long day) {
        if (instrument.rules().extended()) {
            return moved(nightClose(day), 0.2, Noise.mix(gap, day));
        }
        return moved(close(days.before(day)), instrument.rules().gap(), Noise.mix(gap, day));
    }

    private long afterClose(long day) {
        return moved(close(day), 0.2, Noise.mix(gap, ~day));
    }

    private long nightClose(long day) {
        return moved(afterClose(days.before(day)), 0.2, Noise.mix(gap + 1, day));
    }

    /** The first price of a session. */
    long open(long day, SessionKind kind) {
        return switch (kind) {
            case NIGHT -> afterClose(days.before(day));
            case PRE_MARKET -> nightClose(day);
            case REGULAR -> open(day);
            case AFTER_HOURS -> close(day);
        };
    }

    /** The last price of a session. */
    long close(long day, SessionKind kind) {
        return switch (kind) {
            case NIGHT -> nightClose(day);
            case PRE_MARKET -> open(day);
            case REGULAR -> close(day);
            case AFTER_HOURS -> afterClose(day);
        };
    }

    /** The whole session as one bar that starts at local midnight. */
    Bar session(long day, SessionKind kind, long leastUnits) {
        long open = open(day, kind);
        long close = close(day, kind);
        long salt = Noise.mix(day, kind.wire());
        double part = kind == SessionKind.REGULAR ? 0.6 : 0.25;
        long above = reach(Math.max(open, close), part, Noise.mix(highs, salt));
        long below = reach(Math.min(open, close), part, Noise.mix(lows, salt));
        return new Bar(
                days.midnight(day),
                open,
                close,
                Math.max(open, close) + above,
                Math.max(1, Math.min(open, close) - below),
                Math.max(leastUnits, units(day, kind)));
    }

    private long units(long day, SessionKind kind) {
        double share = switch (kind) {
            case NIGHT -> 0.01;
            case PRE_MARKET, AFTER_HOURS -> 0.03;
            case REGULAR -> 1;
        };
        return Math.round(instrument.dailyUnits() * share * Math.exp(0.5 * Noise.signed(Noise.mix(volumes, day))));
    }

    private long moved(long from, double part, long key) {
        return Math.max(1, Math.round(from * (1 + instrument.move() * part * Noise.signed(key))));
    }

    private long reach(long from, double part, long key) {
        return 1 + Math.round(from * instrument.move() * part * Noise.unit(key));
    }
}
