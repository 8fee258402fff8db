// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import org.jspecify.annotations.Nullable;

/**
 * What a key permits, by interface.
 *
 * @param depth Limits of depth (4.4). Null if absent.
 * @param history Limits of historical K-lines (4.7). Null if absent.
 * @param instrumentInfo Limits of instrument information (4.2). The vendor's own spelling. Null if absent.
 * @param kline Limits of K-lines (4.6). Null if absent.
 * @param snapshot Limits of snapshots (4.3). Null if absent.
 * @param trade Limits of trades (4.5). Null if absent.
 * @param stream Limits of the stream (5). Null if absent.
 */
public record Permissions(
        @Nullable Permission depth,
        @Nullable Permission history,
        @Nullable Permission instrumentInfo,
        @Nullable Permission kline,
        @Nullable Permission snapshot,
        @Nullable Permission trade,
        @Nullable Permission stream) {
}
