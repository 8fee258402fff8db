// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.client.internal.check.Checks;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One trade (tick).
 *
 * @param code Instrument.
 * @param price Price, in the trading currency. Older servers send a JSON number. Null if absent.
 * @param volume Volume, in lots of 100 for SH and SZ, shares for HK and US, coins for CF. Older servers send a
 *     JSON number. Null if absent.
 * @param time Time of the trade, in seconds since the epoch on the wire. Null if absent.
 * @param direction Side of the book on which the trade was made. Null if absent.
 */
public record Trade(
        String code,
        @Nullable BigDecimal price,
        @Nullable BigDecimal volume,
        @Nullable Instant time,
        @Nullable TradeDirection direction) {

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public Trade {
        Checks.required("code", code);
    }
}
