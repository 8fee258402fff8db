package hk.qos.stream.spi;

import org.jspecify.annotations.Nullable;

/** Receives what a {@link Dialect} reads. */
public interface FrameSink {

    /**
     * A push.
     *
     * @param key the topic's key, in canonical spelling
     */
    <T> void push(Channel<T> channel, String key, T data);

    /**
     * An acknowledgement, a reply or a refusal. {@link Request#decode} later reads the data of a reply.
     *
     * @param type the {@link Command#type} that it answers; empty if unknown
     * @param id the correlation id; 0 if it has none
     * @param refusal {@code null} for success, otherwise the server's message
     */
    void answer(String type, long id, @Nullable String refusal);

    /**
     * A push that cannot be read. It counts as malformed, and is reported to the topic's subscribers.
     *
     * @param key the topic's key in canonical spelling; {@code null} if it cannot be read either
     * @param why the fault
     */
    void undecodable(Channel<?> channel, @Nullable String key, MalformedFrameException why);

    /** A well-formed message of an unknown kind. It is counted and skipped. */
    void unknown(String kind);
}
