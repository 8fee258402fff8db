// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.client.internal.check.Checks;
import org.jspecify.annotations.Nullable;

/**
 * An instrument that a market offers.
 *
 * @param code Instrument.
 * @param name Name, in Chinese where there is one. Null if absent.
 */
public record Product(String code, @Nullable String name) {

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public Product {
        Checks.required("code", code);
    }
}
