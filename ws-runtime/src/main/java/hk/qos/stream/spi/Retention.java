package hk.qos.stream.spi;

/** What is kept of a channel when a consumer is slower than the server. */
public enum Retention {
    /** Only the newest push of each key matters. */
    LATEST_PER_KEY,
    /** Only the newest push of each key and {@linkplain Channel#identity identity} matters. */
    LATEST_PER_IDENTITY,
    /** Every push matters; when room runs out the oldest go, and the consumer is told how many. */
    EVERY
}
