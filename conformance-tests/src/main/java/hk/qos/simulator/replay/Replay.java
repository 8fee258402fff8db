package hk.qos.simulator.replay;

/**
 * A recording, and how fast to play it.
 *
 * @param recording what to play
 * @param speed more than 0: 1 for its own, 2 for twice as fast, {@link #AT_ONCE} without any pause
 */
public record Replay(RecordedStream recording, double speed) {
    /** As fast as the client takes it. */
    public static final double AT_ONCE = Double.POSITIVE_INFINITY;

    /** @throws IllegalArgumentException if the speed is not more than 0 */
    public Replay {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed is " + speed + ", must be more than 0");
        }
    }

    /** When a message is due, in nanoseconds after the start. */
    public long dueNanos(RecordedStream.Message message) {
        return (long) (message.millis() * 1e6 / speed);
    }
}
