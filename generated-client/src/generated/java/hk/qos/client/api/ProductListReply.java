// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.model.Market;
import hk.qos.client.model.Product;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code /product-list}.
 *
 * @param message {@code OK}, or why there is no data.
 * @param data The payload, by market; only with {@code OK}. Null if absent.
 */
public record ProductListReply(
        String message,
        @Nullable Map<Market, List<Product>> data)
        implements Envelope<Map<Market, List<Product>>> {

    /** Takes what the server sent as it is; lists and maps are copied. */
    public ProductListReply {
        Objects.requireNonNull(message, "message");
        data = data == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** None. */
    @Override
    public Map<Market, List<Product>> none() {
        return Map.of();
    }
}
