// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.model.Market;
import hk.qos.stream.internal.check.Checks;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The markets of a request.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 * Create records with {@link #builder()}.
 *
 * @param markets One or more markets. On the wire {@code market}.
 */
public record MarketsRequest(List<Market> markets) {

    /** @throws IllegalArgumentException if a component is null or invalid; the message names it */
    public MarketsRequest {
        markets = Checks.known("markets", Checks.items("markets", markets, 1, Integer.MAX_VALUE), Market.UNRECOGNIZED);
    }

    /** Returns a builder. A component that is not set is absent. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds a {@link MarketsRequest}. Each method sets the component of its name, and throws
     * {@link IllegalArgumentException} if the argument is null. Not thread-safe.
     */
    public static final class Builder {
        private @Nullable List<Market> markets;

        private Builder() {}

        /**
         * One or more markets.
         */
        public Builder markets(Collection<? extends Market> markets) {
            this.markets = Checks.items("markets", markets, 0, Integer.MAX_VALUE);
            return this;
        }

        /** Calls {@link #markets(Collection)}. */
        public Builder markets(Market... markets) {
            return markets(Checks.listed("markets", markets));
        }

        /**
         * Returns the record.
         *
         * @throws IllegalArgumentException if a required component is not set or a component is invalid; the
         *     message names it
         */
        public MarketsRequest build() {
            return new MarketsRequest(Checks.required("markets", markets));
        }
    }
}
