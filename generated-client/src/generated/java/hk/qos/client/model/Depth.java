// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The order book, best level first. Levels seen are 1 for US, 5 for SH and SZ, 10 for HK, 20 for CF.
 *
 * @param code Instrument.
 * @param bids Bids, highest price first. Empty if absent.
 * @param asks Asks, lowest price first. Empty if absent.
 * @param time Moment of the book, in seconds since the epoch on the wire. Null if absent.
 */
public record Depth(String code, List<Level> bids, List<Level> asks, @Nullable Instant time) {

    /** Takes what the server sent as it is; lists and maps are copied. */
    public Depth {
        Objects.requireNonNull(code, "code");
        bids = bids == null ? List.of() : List.copyOf(bids);
        asks = asks == null ? List.of() : List.copyOf(asks);
    }
}
