package hk.qos.simulator.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to send the answer to one frame.
 *
 * @param copies the number of times to send it; 0 sends nothing
 * @param delay the delay before it is sent
 * @param type replaces the answer's type; null keeps it
 * @param bytes the least size of the answer
 */
public record AnswerFate(
        int copies, Duration delay, @Nullable String type, int bytes) {
    /** Sent once, immediately. */
    static final AnswerFate USUAL = new AnswerFate(1, Duration.ZERO, null, 0);

    static AnswerFate copies(int copies) {
        return new AnswerFate(copies, Duration.ZERO, null, 0);
    }
}
