import { literal } from './source.mjs';

/** Generates the class that finds the payload in an answer and reads it with Moshi's adapters. */
export function repliesClass(source, envelope) {
  const use = (name) => source.use(name);
  const reader = use('com.squareup.moshi.JsonReader');
  const buf = use('io.netty.buffer.ByteBuf');
  const malformed = use('hk.qos.stream.spi.MalformedFrameException');
  const value = use('hk.qos.client.internal.format.ValueReader');
  const buffer = use('okio.Buffer');
  const nullable = use('org.jspecify.annotations.Nullable');
  return source.text(`
/** Decodes payloads of answers with the Moshi adapters that HTTP uses. */
final class Replies {
    private static final ${reader}.Options NAMES = ${reader}.Options.of(${literal(envelope.data)});
    private static final int MAX_REASON_LENGTH = 200;

    private Replies() {}

    /** @param none the payload of an answer without data; null if data is required */
    static <T> T data(${buf} frame, String type, ${value}<T> payload, @${nullable} T none) throws ${malformed} {
        return answer(frame, type, in -> {
            T data = payloadOf(in, payload);
            return data == null ? none : data;
        });
    }

    /** @param whole reads the whole answer; null if it has no data although data is required */
    static <T> T answer(${buf} frame, String type, ${value}<T> whole) throws ${malformed} {
        ${buffer} bytes = new ${buffer}().write(${use('io.netty.buffer.ByteBufUtil')}.getBytes(frame));
        T answer;
        try (${reader} in = ${use('hk.qos.client.internal.text.JsonText')}.reader(bytes)) {
            answer = whole.read(in);
        } catch (${use('java.io.IOException')} | RuntimeException e) {
            throw new ${malformed}("the answer to " + type + " cannot be read: " + reason(e));
        }
        if (answer == null) {
            throw new ${malformed}("the answer to " + type + " says ${envelope.ok} and has no ${envelope.data}");
        }
        return answer;
    }

    private static <T> @${nullable} T payloadOf(${reader} in, ${value}<T> payload) throws IOException {
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
        String message = ${use('hk.qos.client.internal.text.JsonMessages')}.of(e);
        return message.length() > MAX_REASON_LENGTH ? message.substring(0, MAX_REASON_LENGTH) : message;
    }
}
`);
}
