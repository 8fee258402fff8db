package hk.qos.stream.spi;

/** The items of a channel that are kept for a slow consumer. */
public enum Retention {
    /** Only the newest push of each key matters. */
    LATEST_PER_KEY,
    /** Only the newest push of each key and {@linkplain Channel#identity identity} matters. */
    LATEST_PER_IDENTITY,
    /** Every push matters. If the queue is full, the oldest are dropped, and an event reports their number. */
    EVERY
}
