package hk.qos.cli;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import hk.qos.client.model.InstrumentCodes;
import hk.qos.simulator.replay.RecordedStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The instruments that a recording is about. */
final class RecordedCodes {
    private RecordedCodes() {}

    /** Returns every code that is the value of a field of a message. */
    static Set<String> of(RecordedStream recording, Moshi moshi) {
        Set<String> codes = new LinkedHashSet<>();
        for (RecordedStream.Message message : recording.messages()) {
            if (read(message, moshi) instanceof Map<?, ?> fields) {
                for (Object value : fields.values()) {
                    if (value instanceof String text && InstrumentCodes.market(text) != null) {
                        codes.addAll(Codes.read(text));
                    }
                }
            }
        }
        return codes;
    }

    /** Returns the JSON of a message; null if it is none, which a recording may have. */
    private static @Nullable Object read(RecordedStream.Message message, Moshi moshi) {
        try {
            return moshi.adapter(Object.class).fromJson(new String(message.frame(), StandardCharsets.UTF_8));
        } catch (IOException | JsonDataException e) {
            return null;
        }
    }
}
