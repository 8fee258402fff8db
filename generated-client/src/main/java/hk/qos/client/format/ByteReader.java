package hk.qos.client.format;

import hk.qos.ws.json.JsonCursor;
import hk.qos.ws.spi.MalformedFrameException;
import org.jspecify.annotations.Nullable;

/** Reads one value from bytes; null if the document says null. */
@FunctionalInterface
public interface ByteReader<T> {
    /** The value; what cannot be read is refused by a message that says where. */
    @Nullable
    T read(JsonCursor in) throws MalformedFrameException;
}
