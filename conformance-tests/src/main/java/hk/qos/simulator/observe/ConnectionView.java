package hk.qos.simulator.observe;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a stream connection.
 *
 * @param id number of the connection, from 1
 * @param openedAt the time of the upgrade
 * @param closedAt the time of the end, null while it is open
 * @param closeCode the status code of the client's Close frame, 0 if there was none
 * @param subscriptions its current subscriptions: letters of the command with its parameters ({@code S}, {@code K
 *     1001}), and the canonical codes
 * @param pushes the number of pushes sent to it
 */
public record ConnectionView(
        long id,
        Instant openedAt,
        @Nullable Instant closedAt,
        int closeCode,
        Map<String, Set<String>> subscriptions,
        long pushes) {
    /** Whether the connection is open. */
    public boolean isOpen() {
        return closedAt == null;
    }
}
