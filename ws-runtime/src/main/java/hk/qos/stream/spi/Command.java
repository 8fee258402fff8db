package hk.qos.stream.spi;

import io.netty.buffer.ByteBuf;

/** An outbound frame without its correlation id. Immutable; may be encoded more than once. */
public interface Command {

    /** The name of this command in its answers. An answer without id belongs to the oldest open command of its type. */
    String type();

    /** The name of this command in metrics, one of few. By default its {@link #type}. */
    default String name() {
        return type();
    }

    /** The name of this command in messages: what its user called, and the name in answers. */
    default String label() {
        return name().equals(type()) ? type() : name() + " (" + type() + ")";
    }

    /**
     * Appends the frame to {@code out}.
     *
     * @param id the correlation id, never 0; ignored if the frame has no field for it
     */
    void encode(long id, ByteBuf out);
}
