package hk.qos.client.internal.format;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;

/** Writes one value. */
@FunctionalInterface
public interface ValueWriter<T> {
    /** Puts the value where {@code out} stands. */
    void write(JsonWriter out, T value) throws IOException;
}
