package hk.qos.stream;

/** What a frame that subscribes carries. */
public enum SubscribeMode {
    /** Only the keys that are missing: right where a frame adds to what is subscribed. */
    DIFFERENCES,
    /**
     * All wanted keys of the channel: right whether a frame adds to what is subscribed or replaces it. The next frame of a
     * channel waits until the last one is answered, or has waited too long for an answer.
     */
    FULL_SET
}
