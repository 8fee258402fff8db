// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.stream.internal.check.Checks;
import java.util.Collection;
import java.util.List;

/**
 * A query for the latest bars.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 * Create records with {@code of}.
 *
 * @param codes Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are split. On
 *     the wire {@code c}.
 * @param count Number of bars, 1 to 1000. On the wire {@code co}.
 * @param adjustment Adjustment for splits and dividends. On the wire {@code a}.
 * @param type Length of the bars. On the wire {@code kt}.
 */
public record KLineQuery(List<String> codes, int count, Adjustment adjustment, KLineType type) {

    /** @throws IllegalArgumentException if a component is null or invalid; the message names it */
    public KLineQuery {
        codes = Checks.items("codes", CodeSpelling.split("codes", codes), 1, Integer.MAX_VALUE);
        Checks.range("count", count, 1, 1000);
        Checks.known("adjustment", adjustment, Adjustment.UNRECOGNIZED);
        Checks.known("type", type, KLineType.UNRECOGNIZED);
    }

    /** Calls {@link #of(KLineType, int, Collection)}. */
    public static KLineQuery of(KLineType type, int count, String... codes) {
        return of(type, count, Checks.listed("codes", codes));
    }

    /**
     * Creates a query with defaults; methods named after the other components change them.
     *
     * @param type Length of the bars. On the wire {@code kt}.
     * @param count Number of bars, 1 to 1000. On the wire {@code co}.
     * @param codes Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are split. On
     *     the wire {@code c}.
     * @throws IllegalArgumentException if an argument is null or invalid; the message names it
     */
    public static KLineQuery of(KLineType type, int count, Collection<String> codes) {
        return new KLineQuery(Checks.items("codes", codes, 0, Integer.MAX_VALUE), count, Adjustment.NONE, type);
    }

    /** Returns a copy with {@code adjustment} changed; by default {@code Adjustment.NONE}. */
    public KLineQuery adjustment(Adjustment adjustment) {
        return new KLineQuery(codes, count, adjustment, type);
    }
}
