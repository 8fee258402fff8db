package hk.qos.client.internal.format;

import hk.qos.stream.internal.json.JsonCursor;
import hk.qos.stream.spi.MalformedFrameException;
import org.jspecify.annotations.Nullable;

/** Reads one value from bytes; null for a JSON null. */
@FunctionalInterface
public interface ByteReader<T> {
    /** Returns the value; the message of the exception says where it is invalid. */
    @Nullable
    T read(JsonCursor in) throws MalformedFrameException;
}
