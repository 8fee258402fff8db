// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.stream.internal.check.Checks;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The instruments of a request and the number of trades.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 * Create records with {@link #builder()}.
 *
 * @param codes Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are split. On
 *     the wire {@code codes}.
 * @param count Number of trades of each instrument, 1 to 50. On the wire {@code count}.
 */
public record TradesRequest(List<String> codes, int count) {

    /** @throws IllegalArgumentException if a component is null or invalid; the message names it */
    public TradesRequest {
        codes = Checks.items("codes", CodeSpelling.split("codes", codes), 1, Integer.MAX_VALUE);
        Checks.range("count", count, 1, 50);
    }

    /** Returns a builder. A component that is not set is absent. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds a {@link TradesRequest}. Each method sets the component of its name, and throws
     * {@link IllegalArgumentException} if the argument is null. Not thread-safe.
     */
    public static final class Builder {
        private @Nullable List<String> codes;
        private Integer count = 1;

        private Builder() {}

        /**
         * Instruments, {@code MARKET:SYMBOL} each; batches like {@code MARKET:SYMBOL,SYMBOL} are split.
         */
        public Builder codes(Collection<String> codes) {
            this.codes = Checks.items("codes", codes, 0, Integer.MAX_VALUE);
            return this;
        }

        /** Calls {@link #codes(Collection)}. */
        public Builder codes(String... codes) {
            return codes(Checks.listed("codes", codes));
        }

        /**
         * Number of trades of each instrument, 1 to 50.
         */
        public Builder count(int count) {
            this.count = count;
            return this;
        }

        /**
         * Returns the record.
         *
         * @throws IllegalArgumentException if a required component is not set or a component is invalid; the
         *     message names it
         */
        public TradesRequest build() {
            return new TradesRequest(Checks.required("codes", codes), count);
        }
    }
}
