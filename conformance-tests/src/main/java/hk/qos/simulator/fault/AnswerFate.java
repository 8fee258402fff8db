package hk.qos.simulator.fault;

import java.time.Duration;

/**
 * What becomes of the answer to one frame.
 *
 * @param copies how often it is sent, 0 for never
 * @param delay before it is sent
 */
public record AnswerFate(int copies, Duration delay) {
    /** Sent once, now. */
    static final AnswerFate USUAL = new AnswerFate(1, Duration.ZERO);
}
