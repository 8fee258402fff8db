// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.client.internal.check.Checks;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which past bars are asked for.
 *
 * @param codes Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are taken
 *     apart.
 * @param count How many bars, 1 to 1000.
 * @param adjustment Adjustment for splits and dividends.
 * @param type Length of the bars.
 * @param endTime The last bar asked for starts at this moment or before it, in seconds since the epoch on the
 *     wire. Absent means the newest; so do zero and negative numbers, which clients therefore must not send for
 *     an early moment. Null if absent.
 */
public record HistoryQuery(
        List<String> codes,
        int count,
        Adjustment adjustment,
        KLineType type,
        @Nullable Instant endTime) {

    /** @throws IllegalArgumentException if a value breaks the document's rules; the message names it */
    public HistoryQuery {
        codes = Checks.items("codes", InstrumentCodes.split("codes", codes), 1, Integer.MAX_VALUE);
        Checks.range("count", count, 1, 1000);
        Checks.known("adjustment", adjustment, Adjustment.UNRECOGNIZED);
        Checks.known("type", type, KLineType.UNRECOGNIZED);
        if (endTime != null) {
            Checks.notBefore("endTime", endTime, Instant.ofEpochSecond(1));
        }
    }

    /** {@link #of(KLineType, int, Collection)} of items given one by one. */
    public static HistoryQuery of(KLineType type, int count, String... codes) {
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
    public static HistoryQuery of(KLineType type, int count, Collection<String> codes) {
        return new HistoryQuery(Checks.items("codes", codes, 0, Integer.MAX_VALUE), count, Adjustment.NONE, type, null);
    }

    /** The same with another {@code adjustment}; by default {@code Adjustment.NONE}. */
    public HistoryQuery adjustment(Adjustment adjustment) {
        return new HistoryQuery(codes, count, adjustment, type, endTime);
    }

    /** The same with another {@code endTime}; by default {@code null}. */
    public HistoryQuery endTime(@Nullable Instant endTime) {
        return new HistoryQuery(codes, count, adjustment, type, endTime);
    }

    /** The same as the wire wants it: one for each market, since one query names instruments of one market. */
    public List<HistoryQuery> perMarket() {
        return InstrumentCodes.batch(codes).stream()
                .map(batch -> new HistoryQuery(InstrumentCodes.split(List.of(batch)), count, adjustment, type, endTime))
                .toList();
    }
}
