package hk.qos.stream;

/** The keys in a frame that subscribes. */
public enum SubscribeMode {
    /** Only the missing keys. Correct if a frame adds to the server's subscriptions. */
    DIFFERENCES,
    /**
     * All wanted keys of the channel. Correct whether a frame adds to the server's subscriptions or replaces them. The next
     * frame of a channel is sent after the previous one is answered or has timed out.
     */
    FULL_SET
}
