package hk.qos.stream.internal.recording;

import hk.qos.stream.internal.json.JsonOutput;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;

/** The format of a recording's lines, see {@link hk.qos.stream.Recording}. */
public final class RecordingLines {
    private static final byte[] BEGIN = JsonOutput.raw("{\"recording\":1,\"stream\":");
    private static final byte[] FIRST = JsonOutput.raw("{\"at\":");
    private static final byte[] AT = JsonOutput.raw(",\"at\":");
    private static final byte[] CONNECTION_NUMBER = JsonOutput.raw(",\"connectionNumber\":");
    private static final byte[] TEXT = JsonOutput.raw(",\"text\":");
    private static final byte[] BASE64 = JsonOutput.raw(",\"base64\":");
    private static final byte[] LOST = JsonOutput.raw(",\"lost\":");
    private static final byte[] END = JsonOutput.raw("}\n");

    private final UnaryOperator<String> redact;

    /** @param redact removes secrets from a message */
    public RecordingLines(UnaryOperator<String> redact) {
        this.redact = redact;
    }

    byte[] begin(String stream, long millis) {
        ByteBuf line = Unpooled.buffer().writeBytes(BEGIN);
        JsonOutput.string(line, stream);
        JsonOutput.int64(line.writeBytes(AT), millis);
        return ended(line);
    }

    byte[] lost(long millis, long count) {
        ByteBuf line = Unpooled.buffer().writeBytes(FIRST);
        JsonOutput.int64(line, millis);
        JsonOutput.int64(line.writeBytes(LOST), count);
        return ended(line);
    }

    byte[] message(long millis, int connectionNumber, byte[] frame) {
        ByteBuf line = Unpooled.buffer(frame.length + 64).writeBytes(FIRST);
        JsonOutput.int64(line, millis);
        JsonOutput.int64(line.writeBytes(CONNECTION_NUMBER), connectionNumber);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(frame))
                    .toString();
            JsonOutput.string(line.writeBytes(TEXT), redact.apply(text));
        } catch (CharacterCodingException e) {
            // One character for each byte, so that an ASCII secret is found in any bytes.
            String bytes = redact.apply(new String(frame, StandardCharsets.ISO_8859_1));
            String encoded = Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.ISO_8859_1));
            JsonOutput.string(line.writeBytes(BASE64), encoded);
        }
        return ended(line);
    }

    private static byte[] ended(ByteBuf line) {
        return ByteBufUtil.getBytes(line.writeBytes(END));
    }
}
