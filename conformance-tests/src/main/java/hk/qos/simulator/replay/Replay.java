package hk.qos.simulator.replay;

/**
 * A recording and the speed to play it at.
 *
 * @param recording the recording
 * @param speed above 0: 1 for the recorded pace, 2 for twice as fast, {@link #AT_ONCE} without pauses
 */
public record Replay(RecordedStream recording, double speed) {
    /** As fast as the client reads. */
    public static final double AT_ONCE = Double.POSITIVE_INFINITY;

    /** @throws IllegalArgumentException if the speed is not above 0 */
    public Replay {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed is " + speed + ", must be more than 0");
        }
    }

    /** The time at which a message is due, in nanoseconds after the start. */
    public long dueNanos(RecordedStream.Message message) {
        return (long) (message.millis() * 1e6 / speed);
    }
}
