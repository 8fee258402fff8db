package hk.qos.client.format;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;

/** Writes one value. */
@FunctionalInterface
public interface ValueWriter<T> {
    void write(JsonWriter out, T value) throws IOException;
}
