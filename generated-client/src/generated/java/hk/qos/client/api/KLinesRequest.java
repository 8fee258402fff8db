// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.model.KLineQuery;
import hk.qos.stream.internal.check.Checks;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Queries for the latest bars.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 * Create records with {@link #builder()}.
 *
 * @param queries One or more queries. On the wire {@code kline_reqs}.
 */
public record KLinesRequest(List<KLineQuery> queries) {

    /** @throws IllegalArgumentException if a component is null or invalid; the message names it */
    public KLinesRequest {
        queries = Checks.items("queries", queries, 1, Integer.MAX_VALUE);
    }

    /** Returns a builder. A component that is not set is absent. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds a {@link KLinesRequest}. Each method sets the component of its name, and throws
     * {@link IllegalArgumentException} if the argument is null. Not thread-safe.
     */
    public static final class Builder {
        private @Nullable List<KLineQuery> queries;

        private Builder() {}

        /**
         * One or more queries.
         */
        public Builder queries(Collection<? extends KLineQuery> queries) {
            this.queries = Checks.items("queries", queries, 0, Integer.MAX_VALUE);
            return this;
        }

        /** Calls {@link #queries(Collection)}. */
        public Builder queries(KLineQuery... queries) {
            return queries(Checks.listed("queries", queries));
        }

        /**
         * Returns the record.
         *
         * @throws IllegalArgumentException if a required component is not set or a component is invalid; the
         *     message names it
         */
        public KLinesRequest build() {
            return new KLinesRequest(Checks.required("queries", queries));
        }
    }
}
