package hk.qos.simulator.observe;

import java.time.Instant;

/**
 * A frame that a client sent.
 *
 * @param connection number of the connection, from 1
 * @param type its type, empty if it has none
 * @param text the frame as received
 * @param arrivedAt the time of arrival
 * @param nanos the {@link System#nanoTime} of arrival, to measure the time between two frames
 */
public record ReceivedFrame(long connection, String type, String text, Instant arrivedAt, long nanos) {}
