// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import hk.qos.stream.internal.check.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The permissions of an API key, by operation.
 *
 * <p>The canonical constructor is not part of the API, since it changes with each new component.
 * Create records with {@link #builder()}.
 *
 * @param depths Limits of order books (4.4). Null if absent. On the wire {@code depth}.
 * @param historyKLines Limits of historical K-lines (4.7). Null if absent. On the wire {@code history}.
 * @param instrumentInfo Limits of instrument information (4.2). The vendor's own spelling. Null if absent. On
 *     the wire {@code instrumen_info}.
 * @param kLines Limits of K-lines (4.6). Null if absent. On the wire {@code kline}.
 * @param snapshots Limits of snapshots (4.3). Null if absent. On the wire {@code snapshot}.
 * @param trades Limits of trades (4.5). Null if absent. On the wire {@code trade}.
 * @param stream Limits of the stream (5). Null if absent. On the wire {@code ws}.
 */
public record Permissions(
        @Nullable Permission depths,
        @Nullable Permission historyKLines,
        @Nullable Permission instrumentInfo,
        @Nullable Permission kLines,
        @Nullable Permission snapshots,
        @Nullable Permission trades,
        @Nullable Permission stream) {

    /** Returns a builder. A component that is not set is absent. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Builds a {@link Permissions}. Each method sets the component of its name, and throws
     * {@link IllegalArgumentException} if the argument is null. Not thread-safe.
     */
    public static final class Builder {
        private @Nullable Permission depths;
        private @Nullable Permission historyKLines;
        private @Nullable Permission instrumentInfo;
        private @Nullable Permission kLines;
        private @Nullable Permission snapshots;
        private @Nullable Permission trades;
        private @Nullable Permission stream;

        private Builder() {}

        /**
         * Limits of order books (4.4).
         */
        public Builder depths(Permission depths) {
            this.depths = Checks.given("depths", depths);
            return this;
        }

        /**
         * Limits of historical K-lines (4.7).
         */
        public Builder historyKLines(Permission historyKLines) {
            this.historyKLines = Checks.given("historyKLines", historyKLines);
            return this;
        }

        /**
         * Limits of instrument information (4.2). The vendor's own spelling.
         */
        public Builder instrumentInfo(Permission instrumentInfo) {
            this.instrumentInfo = Checks.given("instrumentInfo", instrumentInfo);
            return this;
        }

        /**
         * Limits of K-lines (4.6).
         */
        public Builder kLines(Permission kLines) {
            this.kLines = Checks.given("kLines", kLines);
            return this;
        }

        /**
         * Limits of snapshots (4.3).
         */
        public Builder snapshots(Permission snapshots) {
            this.snapshots = Checks.given("snapshots", snapshots);
            return this;
        }

        /**
         * Limits of trades (4.5).
         */
        public Builder trades(Permission trades) {
            this.trades = Checks.given("trades", trades);
            return this;
        }

        /**
         * Limits of the stream (5).
         */
        public Builder stream(Permission stream) {
            this.stream = Checks.given("stream", stream);
            return this;
        }

        /**
         * Returns the record.
         *
         * @throws IllegalArgumentException if a required component is not set; the
         *     message names it
         */
        public Permissions build() {
            return new Permissions(depths, historyKLines, instrumentInfo, kLines, snapshots, trades, stream);
        }
    }
}
