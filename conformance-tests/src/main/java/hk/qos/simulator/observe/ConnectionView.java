package hk.qos.simulator.observe;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stream connection as it was when asked for.
 *
 * @param id number of the connection, from 1
 * @param openedAt when it was upgraded
 * @param closedAt when it ended, null if it has not
 * @param closeCode code of the client's close frame, 0 if there was none
 * @param subscriptions what it subscribes to now: letters of the command with its parameters ({@code S},
 *     {@code K 1001}), and the canonical codes
 * @param pushes how many pushes it was sent
 */
public record ConnectionView(
        long id,
        Instant openedAt,
        @Nullable Instant closedAt,
        int closeCode,
        Map<String, Set<String>> subscriptions,
        long pushes) {
    /** Whether it still stands. */
    public boolean isOpen() {
        return closedAt == null;
    }
}
