// Generated from spec/openapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.api;

import hk.qos.client.Results;
import hk.qos.client.model.Snapshot;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code /snapshot}.
 *
 * @param message {@code OK}, or why there is no data.
 * @param data The payload; only with {@code OK}. Null if absent.
 */
public record SnapshotReply(String message, @Nullable Results<Snapshot> data) implements Envelope<Results<Snapshot>> {

    /** Takes what the server sent as it is; lists and maps are copied. */
    public SnapshotReply {
        Objects.requireNonNull(message, "message");
    }

    /** None. */
    @Override
    public Results<Snapshot> none() {
        return Results.empty();
    }
}
