// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.stream.internal.check.Checks;
import org.jspecify.annotations.Nullable;

/**
 * An instrument that a market offers.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 * Create records with {@link #builder()}.
 *
 * @param code Instrument. On the wire {@code code}.
 * @param name Name, in Chinese where there is one. Null if absent. On the wire {@code name}.
 */
public record Product(String code, @Nullable String name) implements InstrumentData {

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public Product {
        Checks.required("code", code);
    }

    /** Returns a builder. A component that is not set is absent. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds a {@link Product}. Each method sets the component of its name, and throws
     * {@link IllegalArgumentException} if the argument is null. Not thread-safe.
     */
    public static final class Builder {
        private @Nullable String code;
        private @Nullable String name;

        private Builder() {}

        /**
         * Instrument.
         */
        public Builder code(String code) {
            this.code = Checks.required("code", code);
            return this;
        }

        /**
         * Name, in Chinese where there is one.
         */
        public Builder name(String name) {
            this.name = Checks.given("name", name);
            return this;
        }

        /**
         * Returns the record.
         *
         * @throws IllegalArgumentException if a required component is not set; the
         *     message names it
         */
        public Product build() {
            return new Product(Checks.required("code", code), name);
        }
    }
}
