package hk.qos.client.internal.format;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;

/** Writes one value. */
@FunctionalInterface
public interface ValueWriter<T> {
    /** Writes the value at the position of {@code out}. */
    void write(JsonWriter out, T value) throws IOException;
}
