// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.ResultsMap;
import hk.qos.client.model.Market;
import hk.qos.client.model.Product;
import hk.qos.stream.internal.check.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code /product-list}.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 *
 * @param message {@code OK}, or the error message. On the wire {@code msg}.
 * @param data The payload by market; absent unless the message is {@code OK}. Null if absent. On the wire
 *     {@code data}.
 */
public record ProductListReply(
        String message,
        @Nullable ResultsMap<Market, List<Product>> data)
        implements Envelope<ResultsMap<Market, List<Product>>> {

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public ProductListReply {
        Checks.required("message", message);
    }

    /** Returns an empty payload. */
    @Override
    public ResultsMap<Market, List<Product>> none() {
        return ResultsMap.empty();
    }
}
