// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.internal.check.Checks;
import hk.qos.client.model.InstrumentCodes;
import java.util.List;

/**
 * Instruments, and how many of the latest trades of each.
 *
 * @param codes Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are taken
 *     apart.
 * @param count How many trades of each instrument, 1 to 50.
 */
public record TradesRequest(List<String> codes, int count) {

    /** @throws IllegalArgumentException if a value breaks the document's rules; the message names it */
    public TradesRequest {
        codes = Checks.items("codes", InstrumentCodes.split("codes", codes), 1, Integer.MAX_VALUE);
        Checks.range("count", count, 1, 50);
    }
}
