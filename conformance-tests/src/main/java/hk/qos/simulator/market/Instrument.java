package hk.qos.simulator.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import tools.jackson.databind.JsonNode;

/**
 * An instrument.
 *
 * @param code in canonical spelling
 * @param rules the rules of its market
 * @param zone where its days begin
 * @param price the price around which it moves
 * @param prices the smallest step of its price, a tick, and how prices are printed
 * @param volumes the smallest volume, a unit, and how volumes are printed
 * @param dailyUnits usual volume of a day, in units
 * @param move usual move of a day, as a part of the price
 * @param listed first trading day
 * @param seed the seed of its random figures
 * @param information its fields in the answer of instrument information, by wire name
 */
public record Instrument(
        String code,
        MarketRules rules,
        ZoneId zone,
        BigDecimal price,
        Steps prices,
        Steps volumes,
        long dailyUnits,
        double move,
        LocalDate listed,
        long seed,
        JsonNode information) {
    /** Formats a price. */
    public String price(long ticks) {
        return prices.print(ticks);
    }

    /** Formats a volume. */
    public String volume(long units) {
        return volumes.print(units);
    }

    /** Returns a copy with other steps. */
    Instrument in(Steps otherPrices, Steps otherVolumes) {
        return new Instrument(
                code, rules, zone, price, otherPrices, otherVolumes, dailyUnits, move, listed, seed, information);
    }

    /** A source of random figures of one kind for this instrument. */
    long key(String kind) {
        return Noise.mix(seed, kind);
    }

    /** The nearest price on the grid, in ticks, at least one. */
    long ticks(double value) {
        return Math.max(1, Math.round(value / prices.size()));
    }

    double value(long ticks) {
        return ticks * prices.size();
    }

    /** Money for one unit of volume at a price of one tick: SH and SZ count lots of 100 shares. */
    double moneyPerUnitTick() {
        return prices.size() * volumes.size() * rules.volumeShares();
    }
}
