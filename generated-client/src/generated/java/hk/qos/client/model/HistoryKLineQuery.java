// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.stream.internal.check.Checks;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query for past bars.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 * Create records with {@code of}.
 *
 * @param codes Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are split. On
 *     the wire {@code c}.
 * @param count Number of bars; the plan limits it. On the wire {@code co}.
 * @param adjustment Adjustment for splits and dividends. On the wire {@code a}.
 * @param type Length of the bars. On the wire {@code kt}.
 * @param endTime The latest start of the last bar, in seconds since the epoch on the wire. If it is absent, the
 *     last bar is the newest. The server treats zero and negative numbers as absent, so that clients must not
 *     send them. Null if absent. On the wire {@code e}.
 */
public record HistoryKLineQuery(
        List<String> codes,
        int count,
        Adjustment adjustment,
        KLineType type,
        @Nullable Instant endTime) {

    /** @throws IllegalArgumentException if a component is null or invalid; the message names it */
    public HistoryKLineQuery {
        codes = Checks.items("codes", CodeSpelling.split("codes", codes), 1, Integer.MAX_VALUE);
        Checks.range("count", count, 1, Integer.MAX_VALUE);
        Checks.known("adjustment", adjustment, Adjustment.UNRECOGNIZED);
        Checks.known("type", type, KLineType.UNRECOGNIZED);
        if (endTime != null) {
            Checks.notBefore("endTime", endTime, Instant.ofEpochSecond(1));
        }
    }

    /** Calls {@link #of(KLineType, int, Collection)}. */
    public static HistoryKLineQuery of(KLineType type, int count, String... codes) {
        return of(type, count, Checks.listed("codes", codes));
    }

    /**
     * Creates a query with defaults; methods named after the other components change them.
     *
     * @param type Length of the bars. On the wire {@code kt}.
     * @param count Number of bars; the plan limits it. On the wire {@code co}.
     * @param codes Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are split. On
     *     the wire {@code c}.
     * @throws IllegalArgumentException if an argument is null or invalid; the message names it
     */
    public static HistoryKLineQuery of(KLineType type, int count, Collection<String> codes) {
        return new HistoryKLineQuery(
                Checks.items("codes", codes, 0, Integer.MAX_VALUE), count, Adjustment.NONE, type, null);
    }

    /** Returns a copy with {@code adjustment} changed; by default {@code Adjustment.NONE}. */
    public HistoryKLineQuery adjustment(Adjustment adjustment) {
        return new HistoryKLineQuery(codes, count, adjustment, type, endTime);
    }

    /** Returns a copy with {@code endTime} changed; by default {@code null}. */
    public HistoryKLineQuery endTime(@Nullable Instant endTime) {
        return new HistoryKLineQuery(codes, count, adjustment, type, endTime);
    }
}
