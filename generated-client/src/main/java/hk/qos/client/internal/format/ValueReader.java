package hk.qos.client.internal.format;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one value; null for a JSON null. */
@FunctionalInterface
public interface ValueReader<T> {
    /** Returns the value; an invalid one throws {@link com.squareup.moshi.JsonDataException} with its path. */
    @Nullable
    T read(JsonReader in) throws IOException;
}
