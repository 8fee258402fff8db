package hk.qos.client.internal.format;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one value; null if the document says null. */
@FunctionalInterface
public interface ValueReader<T> {
    /** The value; what cannot be read throws {@link com.squareup.moshi.JsonDataException} with its path. */
    @Nullable
    T read(JsonReader in) throws IOException;
}
