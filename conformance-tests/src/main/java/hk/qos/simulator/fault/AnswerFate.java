package hk.qos.simulator.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the answer to one frame.
 *
 * @param copies how often it is sent, 0 for never
 * @param delay before it is sent
 * @param type that it has in place of its own, null for its own
 * @param bytes that it has at least
 */
public record AnswerFate(
        int copies, Duration delay, @Nullable String type, int bytes) {
    /** Sent once, now. */
    static final AnswerFate USUAL = new AnswerFate(1, Duration.ZERO, null, 0);

    static AnswerFate copies(int copies) {
        return new AnswerFate(copies, Duration.ZERO, null, 0);
    }
}
