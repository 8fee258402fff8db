package hk.qos.simulator.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import tools.jackson.databind.JsonNode;

/**
 * An instrument of the catalogue.
 *
 * @param code in canonical spelling
 * @param rules what its market has in common
 * @param zone where its days begin
 * @param price around which it moves
 * @param tick smallest step of its price; its scale is that of all its prices
 * @param dailyUnits usual volume of a day, in the market's smallest volume
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
        BigDecimal tick,
        long dailyUnits,
        double move,
        LocalDate listed,
        long seed,
        JsonNode information) {
    /** A price as it is printed. */
    public String price(long ticks) {
        BigDecimal price = tick.multiply(BigDecimal.valueOf(ticks));
        if (rules.fields().keepZeros() || price.scale() <= 0) {
            return price.toPlainString();
        }
        BigDecimal stripped = price.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
    }

    /** A volume as it is printed. */
    public String volume(long units) {
        return rules.volumeUnit().multiply(BigDecimal.valueOf(units)).toPlainString();
    }

    /** Random figures of one kind, of this instrument. */
    long key(String kind) {
        return Noise.mix(seed, kind);
    }

    /** The nearest price on the grid, in ticks, at least one. */
    long ticks(double value) {
        return Math.max(1, Math.round(value / tick.doubleValue()));
    }

    double value(long ticks) {
        return ticks * tick.doubleValue();
    }

    /** Money for one unit of volume at a price of one tick: SH and SZ count lots of 100 shares. */
    double moneyPerUnitTick() {
        return tick.doubleValue() * rules.volumeUnit().doubleValue() * rules.volumeShares();
    }
}
