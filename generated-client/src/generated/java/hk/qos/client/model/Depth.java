// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.client.internal.check.Checks;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order book, best level first. Observed levels: 1 for US, 5 for SH and SZ, 10 for HK, 20 for CF.
 *
 * @param code Instrument.
 * @param bids Bids, highest price first. Empty if absent.
 * @param asks Asks, lowest price first. Empty if absent.
 * @param time Time of the order book, in seconds since the epoch on the wire. Null if absent.
 */
public record Depth(String code, List<Level> bids, List<Level> asks, @Nullable Instant time) {

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public Depth {
        Checks.required("code", code);
        bids = Checks.items("bids", bids, 0, Integer.MAX_VALUE);
        asks = Checks.items("asks", asks, 0, Integer.MAX_VALUE);
    }
}
