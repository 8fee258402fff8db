package hk.qos.client.internal.format;

import hk.qos.stream.internal.json.JsonCursor;
import hk.qos.stream.spi.MalformedFrameException;
import org.jspecify.annotations.Nullable;

/** Reads one value from bytes; null if the document says null. */
@FunctionalInterface
public interface ByteReader<T> {
    /** The value; what cannot be read is refused by a message that says where. */
    @Nullable
    T read(JsonCursor in) throws MalformedFrameException;
}
