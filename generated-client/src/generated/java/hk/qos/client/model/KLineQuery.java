// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.client.internal.check.Checks;
import java.util.Collection;
import java.util.List;

/**
 * Which of the latest bars are asked for.
 *
 * @param codes Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are taken
 *     apart.
 * @param count How many bars, 1 to 1000.
 * @param adjustment Adjustment for splits and dividends.
 * @param type Length of the bars.
 */
public record KLineQuery(List<String> codes, int count, Adjustment adjustment, KLineType type) {

    /** @throws IllegalArgumentException if a value breaks the document's rules; the message names it */
    public KLineQuery {
        codes = Checks.items("codes", InstrumentCodes.split("codes", codes), 1, Integer.MAX_VALUE);
        Checks.range("count", count, 1, 1000);
        Checks.known("adjustment", adjustment, Adjustment.UNRECOGNIZED);
        Checks.known("type", type, KLineType.UNRECOGNIZED);
    }

    /** {@link #of(KLineType, int, Collection)} of items given one by one. */
    public static KLineQuery of(KLineType type, int count, String... codes) {
        return of(type, count, Checks.listed("codes", codes));
    }

    /**
     * One with nothing but what it must have; methods named after the other components add to it.
     *
     * @param type Length of the bars.
     * @param count How many bars, 1 to 1000.
     * @param codes Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are taken
     *     apart.
     * @throws IllegalArgumentException if a value breaks the document's rules; the message names it
     */
    public static KLineQuery of(KLineType type, int count, Collection<String> codes) {
        return new KLineQuery(Checks.items("codes", codes, 0, Integer.MAX_VALUE), count, Adjustment.NONE, type);
    }

    /** The same with another {@code adjustment}; by default {@code Adjustment.NONE}. */
    public KLineQuery adjustment(Adjustment adjustment) {
        return new KLineQuery(codes, count, adjustment, type);
    }

    /** The same as the wire wants it: one for each market, since one query names instruments of one market. */
    public List<KLineQuery> perMarket() {
        return InstrumentCodes.batch(codes).stream()
                .map(batch -> new KLineQuery(InstrumentCodes.split(List.of(batch)), count, adjustment, type))
                .toList();
    }
}
