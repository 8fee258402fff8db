package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * When a topic without pushes is worth a {@link StreamEvent.Stale}.
 *
 * @param after how long it may be mute; more than zero
 * @param expected asked where listeners are called: whether pushes of this topic are to be expected now; {@code false}
 *     for a closed market. If it throws, that is told by {@link StreamEvent.CallbackFailed}, and it is asked again
 */
public record Staleness(Duration after, Predicate<Topic> expected) {
    /** @throws IllegalArgumentException if one is null, or {@code after} not more than zero */
    public Staleness {
        Checks.positive("after", after);
        Checks.required("expected", expected);
    }
}
