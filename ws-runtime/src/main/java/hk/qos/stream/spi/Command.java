package hk.qos.stream.spi;

import io.netty.buffer.ByteBuf;

/** One outbound frame, complete but for its correlation id. Immutable; may be encoded more than once. */
public interface Command {

    /** What an answer to this command calls it; an answer without id belongs to the oldest open command of its type. */
    String type();

    /** What people call this command, for metrics; one of few. By default its {@link #type}. */
    default String name() {
        return type();
    }

    /**
     * Appends the whole frame to {@code out}.
     *
     * @param id the correlation id, never 0; a command whose frame has no place for one ignores it
     */
    void encode(long id, ByteBuf out);
}
