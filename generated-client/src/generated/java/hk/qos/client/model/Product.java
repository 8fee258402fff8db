// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An instrument that a market offers.
 *
 * @param code Instrument.
 * @param name Name, in Chinese where there is one. Null if absent.
 */
public record Product(String code, @Nullable String name) {

    /** Takes what the server sent as it is; lists and maps are copied. */
    public Product {
        Objects.requireNonNull(code, "code");
    }
}
