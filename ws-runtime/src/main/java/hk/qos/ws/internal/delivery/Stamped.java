package hk.qos.ws.internal.delivery;

/**
 * One push, shared by everyone who gets it.
 *
 * @param millis when its frame arrived, in milliseconds since the epoch
 * @param bytes the size of its frame
 */
public record Stamped<T>(T data, long millis, int bytes) {}
