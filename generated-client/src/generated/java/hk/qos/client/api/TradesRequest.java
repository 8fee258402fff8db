// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.internal.check.Checks;
import hk.qos.client.internal.check.CodeSpelling;
import java.util.List;

/**
 * The instruments of a request and the number of trades.
 *
 * @param codes Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are taken
 *     apart.
 * @param count Number of trades of each instrument, 1 to 50.
 */
public record TradesRequest(List<String> codes, int count) {

    /** @throws IllegalArgumentException if a component is null or invalid; the message names it */
    public TradesRequest {
        codes = Checks.items("codes", CodeSpelling.split("codes", codes), 1, Integer.MAX_VALUE);
        Checks.range("count", count, 1, 50);
    }
}
