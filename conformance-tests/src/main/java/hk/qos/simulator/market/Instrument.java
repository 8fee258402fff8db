package hk.qos.simulator.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import tools.jackson.databind.JsonNode;

/**
 * An instrument.
 *
 * @param code in canonical spelling
 * @param rules what its market has in common
 * @param zone where its days begin
 * @param price around which it moves
 * @param prices the smallest step of its price, a tick, and how prices are printed
 * @param volumes the smallest volume, a unit, and how volumes are printed
 * @param dailyUnits usual volume of a day, in units
 * @param move usual move of a day, as a part of the price
 * @param listed first trading day
 * @param seed of everything random about it
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
    /** A price as it is printed. */
    public String price(long ticks) {
        return prices.print(ticks);
    }

    /** A volume as it is printed. */
    public String volume(long units) {
        return volumes.print(units);
    }

    /** The same with other steps. */
    Instrument in(Steps otherPrices, Steps otherVolumes) {
        return new Instrument(
                code, rules, zone, price, otherPrices, otherVolumes, dailyUnits, move, listed, seed, information);
    }

    /** Random figures of one kind, of this instrument. */
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
