// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.internal.check.Checks;
import hk.qos.client.model.InstrumentCodes;
import java.util.List;

/**
 * Instruments to act on.
 *
 * @param codes Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are taken
 *     apart.
 */
public record CodesRequest(List<String> codes) {

    /** @throws IllegalArgumentException if a value breaks the document's rules; the message names it */
    public CodesRequest {
        codes = Checks.items("codes", InstrumentCodes.split("codes", codes), 1, Integer.MAX_VALUE);
    }
}
