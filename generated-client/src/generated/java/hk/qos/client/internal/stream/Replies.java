// Generated from spec/asyncapi.yaml. Do not edit: change the document and run `mvn -Pregenerate`.
package hk.qos.client.internal.stream;

import com.squareup.moshi.JsonReader;
import hk.qos.client.internal.format.ValueReader;
import hk.qos.client.internal.text.JsonMessages;
import hk.qos.client.internal.text.JsonText;
import hk.qos.stream.spi.MalformedFrameException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.IOException;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Decodes payloads of answers with the Moshi adapters that HTTP uses. */
final class Replies {
    private static final JsonReader.Options NAMES = JsonReader.Options.of("data");
    private static final int MAX_REASON_LENGTH = 200;

    private Replies() {}

    /** @param none the payload of an answer without data; null if data is required */
    static <T> T data(ByteBuf frame, String type, ValueReader<T> payload, @Nullable T none) throws MalformedFrameException {
        return answer(frame, type, in -> {
            T data = payloadOf(in, payload);
            return data == null ? none : data;
        });
    }

    /** @param whole reads the whole answer; null if it has no data although data is required */
    static <T> T answer(ByteBuf frame, String type, ValueReader<T> whole) throws MalformedFrameException {
        Buffer bytes = new Buffer().write(ByteBufUtil.getBytes(frame));
        T answer;
        try (JsonReader in = JsonText.reader(bytes)) {
            answer = whole.read(in);
        } catch (IOException | RuntimeException e) {
            throw new MalformedFrameException("the answer to " + type + " cannot be read: " + reason(e));
        }
        if (answer == null) {
            throw new MalformedFrameException("the answer to " + type + " says OK and has no data");
        }
        return answer;
    }

    private static <T> @Nullable T payloadOf(JsonReader in, ValueReader<T> payload) throws IOException {
        T data = null;
        in.beginObject();
        while (in.hasNext()) {
            if (in.selectName(NAMES) == 0) {
                data = payload.read(in);
            } else {
                in.skipName();
                in.skipValue();
            }
        }
        in.endObject();
        return data;
    }

    /** Without the cause, which can quote the frame. */
    private static String reason(Exception e) {
        String message = JsonMessages.of(e);
        return message.length() > MAX_REASON_LENGTH ? message.substring(0, MAX_REASON_LENGTH) : message;
    }
}
