package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * When a topic that the server has acknowledged, and of which it has never pushed anything, is worth a
 * {@link StreamEvent.NeverPushed}. A server may acknowledge keys that do not exist.
 *
 * @param after how long to wait for the first push; more than zero
 * @param expected asked where listeners are called: whether pushes of this topic are to be expected now; {@code false}
 *     for a closed market. If it throws, that is told by {@link StreamEvent.CallbackFailed}, and it is asked again
 */
public record FirstPush(Duration after, Predicate<Topic> expected) {
    /** @throws IllegalArgumentException if one is null, or {@code after} not more than zero */
    public FirstPush {
        Checks.positive("after", after);
        Checks.required("expected", expected);
    }
}
