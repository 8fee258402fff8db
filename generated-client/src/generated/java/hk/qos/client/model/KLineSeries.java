// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.client.internal.check.Checks;
import java.util.List;

/**
 * The bars of one instrument, oldest first.
 *
 * @param code Instrument.
 * @param kLines Bars, oldest first. Empty if absent.
 */
public record KLineSeries(String code, List<KLine> kLines) {

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public KLineSeries {
        Checks.required("code", code);
        kLines = Checks.items("kLines", kLines, 0, Integer.MAX_VALUE);
    }
}
