package hk.qos.simulator.observe;

import java.time.Instant;

/**
 * A frame that a client sent.
 *
 * @param connection number of the connection, from 1
 * @param type its letters, empty if it has none
 * @param text the frame as it came
 * @param arrivedAt when it came
 * @param nanos the same by {@link System#nanoTime}, in nanoseconds, for the time between two frames
 */
public record ReceivedFrame(long connection, String type, String text, Instant arrivedAt, long nanos) {}
