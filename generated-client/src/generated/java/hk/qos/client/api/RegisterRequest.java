// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.stream.internal.check.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The address that requests an API key.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 * Create records with {@link #builder()}.
 *
 * @param email E-mail address that receives the API key. On the wire {@code email}.
 */
public record RegisterRequest(String email) {

    /** @throws IllegalArgumentException if a component is null or invalid; the message names it */
    public RegisterRequest {
        Checks.length("email", email, 3, Integer.MAX_VALUE);
    }

    /** Returns a builder. A component that is not set is absent. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds a {@link RegisterRequest}. Each method sets the component of its name, and throws
     * {@link IllegalArgumentException} if the argument is null. Not thread-safe.
     */
    public static final class Builder {
        private @Nullable String email;

        private Builder() {}

        /**
         * E-mail address that receives the API key.
         */
        public Builder email(String email) {
            this.email = Checks.required("email", email);
            return this;
        }

        /**
         * Returns the record.
         *
         * @throws IllegalArgumentException if a required component is not set or a component is invalid; the
         *     message names it
         */
        public RegisterRequest build() {
            return new RegisterRequest(Checks.required("email", email));
        }
    }
}
