// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import java.util.List;
import java.util.Objects;

/**
 * The bars of one instrument, oldest first.
 *
 * @param code Instrument.
 * @param bars Bars, oldest first. Empty if absent.
 */
public record KLineSeries(String code, List<KLine> bars) {

    /** Takes what the server sent as it is; lists and maps are copied. */
    public KLineSeries {
        Objects.requireNonNull(code, "code");
        bars = bars == null ? List.of() : List.copyOf(bars);
    }
}
