package hk.qos.simulator.market;

/** The trades of one minute; together they give exactly its bar. */
final class Minute {
    private final Bar bar;
    private final int slots;
    private final long key;
    private final long[] prices;
    private final long[] units;
    private final int count;

    /** @param slots the number of trades, if the volume suffices */
    Minute(Session session, int index, int slots) {
        this.bar = session.minute(index);
        this.slots = slots;
        this.key = session.key(index);
        this.count = (int) Math.min(slots, bar.units());
        this.prices = new long[count];
        this.units = new long[count + 1];
        price();
        fill();
    }

    /** Prices from the opening to the close; one trade in between has the high and another one the low. */
    private void price() {
        int inner = count - 2;
        int top = 1 + Noise.below(Noise.mix(key, 1), inner);
        int bottom = 1 + (top + Noise.below(Noise.mix(key, 2), inner - 1)) % inner;
        double range = bar.high() - bar.low();
        for (int i = 1; i < count - 1; i++) {
            double straight = bar.open() + (bar.close() - bar.open()) * (double) i / count;
            long price = Math.round(straight + range * 0.35 * Noise.curve(key, i * 0.7));
            prices[i] = Math.min(bar.high(), Math.max(bar.low(), price));
        }
        prices[top] = bar.high();
        prices[bottom] = bar.low();
        prices[0] = bar.open();
        prices[count - 1] = bar.close();
    }

    private void fill() {
        long free = bar.units() - count;
        for (int i = 1; i <= count; i++) {
            double jitter = i == count ? 0 : 0.45 * Noise.signed(Noise.mix(key + 3, i)) / count;
            double share = Math.min(1, Math.max(0, (double) i / count + jitter));
            units[i] = i + (long) Math.floor(free * share);
        }
    }

    int count() {
        return count;
    }

    /** Milliseconds since the epoch. */
    long millis(int i) {
        return bar.start() * 1000 + 60_000L * slot(i) / slots;
    }

    private int slot(int i) {
        return (int) ((long) i * slots / count);
    }

    /** The last trade at or before a time; the first trade is at the start of the minute. */
    int at(long millis) {
        int i = (int) Math.min(count - 1, (millis - bar.start() * 1000) * count / 60_000);
        while (i + 1 < count && millis(i + 1) <= millis) {
            i++;
        }
        while (i > 0 && millis(i) > millis) {
            i--;
        }
        return i;
    }

    long price(int i) {
        return prices[i];
    }

    long units(int i) {
        return units[i + 1] - units[i];
    }

    /** The minute's bar after this trade. */
    Bar through(int last) {
        if (last == count - 1) {
            return bar;
        }
        long high = prices[0];
        long low = prices[0];
        for (int i = 1; i <= last; i++) {
            high = Math.max(high, prices[i]);
            low = Math.min(low, prices[i]);
        }
        return new Bar(bar.start(), prices[0], prices[last], high, low, units[last + 1]);
    }

    /** The fraction of the minute's volume up to and including this trade. */
    double share(int last) {
        return (double) units[last + 1] / bar.units();
    }

    /** 1 if the buyer took the ask, 2 if the seller hit the bid, 0 if unknown. */
    int direction(int i) {
        double u = Noise.unit(Noise.mix(key + 4, i));
        return u < 0.1 ? 0 : u < 0.55 ? 1 : 2;
    }

    /** A source of random figures for the order book at this trade. */
    long key(int i) {
        return Noise.mix(key + 5, i);
    }
}
