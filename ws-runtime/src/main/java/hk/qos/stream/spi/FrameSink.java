package hk.qos.stream.spi;

import org.jspecify.annotations.Nullable;

/** Where a {@link Dialect} puts what it read. */
public interface FrameSink {

    /**
     * A push.
     *
     * @param key the topic's key, in canonical spelling
     */
    <T> void push(Channel<T> channel, String key, T data);

    /**
     * An acknowledgement, a reply or a refusal. A reply's data stays in the frame until {@link Request#decode}.
     *
     * @param type the {@link Command#type} that it answers; empty if it does not say so
     * @param id the correlation id, or 0 if it carries none
     * @param refusal {@code null} for success, else the server's words, verbatim
     */
    void answer(String type, long id, @Nullable String refusal);

    /**
     * A push that cannot be read; it counts as malformed, and those who want the topic are told.
     *
     * @param key the topic's key, in canonical spelling, or {@code null} if it cannot be read either
     * @param why what is wrong with it
     */
    void undecodable(Channel<?> channel, @Nullable String key, MalformedFrameException why);

    /** A well-formed message of a kind that this dialect does not know; it is counted and skipped. */
    void unknown(String kind);
}
