package hk.qos.client.internal.format;

import io.netty.buffer.ByteBuf;

/** Writes one value to bytes. */
@FunctionalInterface
public interface ByteWriter<T> {
    /** Appends the value to {@code out}. */
    void write(ByteBuf out, T value);
}
