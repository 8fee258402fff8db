// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.stream.internal.check.Checks;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bars of one instrument, oldest first.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 * Create records with {@link #builder()}.
 *
 * @param code Instrument. On the wire {@code c}.
 * @param kLines Bars, oldest first. Empty if absent. On the wire {@code k}.
 */
public record KLineSeries(String code, List<KLine> kLines) implements InstrumentData {

    /** @throws IllegalArgumentException if a component that is not {@code @Nullable} is null; the message names it */
    public KLineSeries {
        Checks.required("code", code);
        kLines = Checks.items("kLines", kLines, 0, Integer.MAX_VALUE);
    }

    /** Returns a builder. A component that is not set is absent. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds a {@link KLineSeries}. Each method sets the component of its name, and throws
     * {@link IllegalArgumentException} if the argument is null. Not thread-safe.
     */
    public static final class Builder {
        private @Nullable String code;
        private List<KLine> kLines = List.of();

        private Builder() {}

        /**
         * Instrument.
         */
        public Builder code(String code) {
            this.code = Checks.required("code", code);
            return this;
        }

        /**
         * Bars, oldest first.
         */
        public Builder kLines(Collection<? extends KLine> kLines) {
            this.kLines = Checks.items("kLines", kLines, 0, Integer.MAX_VALUE);
            return this;
        }

        /** Calls {@link #kLines(Collection)}. */
        public Builder kLines(KLine... kLines) {
            return kLines(Checks.listed("kLines", kLines));
        }

        /**
         * Returns the record.
         *
         * @throws IllegalArgumentException if a required component is not set; the
         *     message names it
         */
        public KLineSeries build() {
            return new KLineSeries(Checks.required("code", code), kLines);
        }
    }
}
