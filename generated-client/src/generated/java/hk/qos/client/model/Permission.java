// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.stream.internal.check.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one operation.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 * Create records with {@link #builder()}.
 *
 * @param instruments Maximum number of instruments. Null if absent. On the wire {@code product_count}.
 * @param requestsPerMinute Requests a minute. Null if absent. On the wire {@code request_frequency}.
 * @param connections Concurrent connections; only for the stream. Null if absent. On the wire
 *     {@code max_connections}.
 */
public record Permission(
        @Nullable Integer instruments,
        @Nullable Integer requestsPerMinute,
        @Nullable Integer connections) {

    /** Returns a builder. A component that is not set is absent. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds a {@link Permission}. Each method sets the component of its name, and throws
     * {@link IllegalArgumentException} if the argument is null. Not thread-safe.
     */
    public static final class Builder {
        private @Nullable Integer instruments;
        private @Nullable Integer requestsPerMinute;
        private @Nullable Integer connections;

        private Builder() {}

        /**
         * Maximum number of instruments.
         */
        public Builder instruments(Integer instruments) {
            this.instruments = Checks.given("instruments", instruments);
            return this;
        }

        /**
         * Requests a minute.
         */
        public Builder requestsPerMinute(Integer requestsPerMinute) {
            this.requestsPerMinute = Checks.given("requestsPerMinute", requestsPerMinute);
            return this;
        }

        /**
         * Concurrent connections; only for the stream.
         */
        public Builder connections(Integer connections) {
            this.connections = Checks.given("connections", connections);
            return this;
        }

        /**
         * Returns the record.
         *
         * @throws IllegalArgumentException if a required component is not set; the
         *     message names it
         */
        public Permission build() {
            return new Permission(instruments, requestsPerMinute, connections);
        }
    }
}
