// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.model;

import org.jspecify.annotations.Nullable;

/**
 * The permissions of an API key, by operation.
 *
 * @param depths Limits of order books (4.4). Null if absent.
 * @param historyKLines Limits of historical K-lines (4.7). Null if absent.
 * @param instrumentInfo Limits of instrument information (4.2). The vendor's own spelling. Null if absent.
 * @param kLines Limits of K-lines (4.6). Null if absent.
 * @param snapshots Limits of snapshots (4.3). Null if absent.
 * @param trades Limits of trades (4.5). Null if absent.
 * @param stream Limits of the stream (5). Null if absent.
 */
public record Permissions(
        @Nullable Permission depths,
        @Nullable Permission historyKLines,
        @Nullable Permission instrumentInfo,
        @Nullable Permission kLines,
        @Nullable Permission snapshots,
        @Nullable Permission trades,
        @Nullable Permission stream) {
}
