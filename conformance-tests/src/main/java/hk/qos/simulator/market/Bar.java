package hk.qos.simulator.market;

/**
 * One bar, prices in ticks and volume in the market's smallest volume.
 *
 * @param start seconds since the epoch
 */
public record Bar(long start, long open, long close, long high, long low, long units) {
    /** Merges this bar and the next one. */
    Bar and(Bar next) {
        return new Bar(start, open, next.close, Math.max(high, next.high), Math.min(low, next.low), units + next.units);
    }

    /** Returns a copy with scaled prices, for adjustment. */
    Bar scaled(double factor) {
        return new Bar(
                start, scale(open, factor), scale(close, factor), scale(high, factor), scale(low, factor), units);
    }

    /** Returns a copy with another start. */
    Bar from(long other) {
        return new Bar(other, open, close, high, low, units);
    }

    private static long scale(long ticks, double factor) {
        return Math.max(1, Math.round(ticks * factor));
    }
}
