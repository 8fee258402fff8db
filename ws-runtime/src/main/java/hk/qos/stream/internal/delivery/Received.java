package hk.qos.stream.internal.delivery;

/**
 * One push, shared by its consumers.
 *
 * @param millis when its frame arrived, in milliseconds since the epoch
 * @param bytes the size of its frame
 * @param recovered whether it was missed and recovered later
 */
public record Received<T>(T data, long millis, int bytes, boolean recovered) {

    /** A push. */
    public Received(T data, long millis, int bytes) {
        this(data, millis, bytes, false);
    }
}
