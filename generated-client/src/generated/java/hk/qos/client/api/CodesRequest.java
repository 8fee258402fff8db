// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.internal.check.Checks;
import hk.qos.client.internal.check.CodeSpelling;
import java.util.List;

/**
 * The instruments of a request.
 *
 * @param codes Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are taken
 *     apart.
 */
public record CodesRequest(List<String> codes) {

    /** @throws IllegalArgumentException if a component is null or invalid; the message names it */
    public CodesRequest {
        codes = Checks.items("codes", CodeSpelling.split("codes", codes), 1, Integer.MAX_VALUE);
    }
}
