package hk.qos.stream.internal.engine;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs frames sent and received at DEBUG: the beginning of each, on one line, without secrets. */
final class FrameLog {
    private static final Logger LOG = LoggerFactory.getLogger("hk.qos.stream.frames");
    private static final int MAX_BYTES = 1_000;
    /** Read beyond what is shown, so that a secret is recognised even if the cut divides it. */
    private static final int LOOKAHEAD = 4_096;

    private final LogLines lines;
    private final SecretRedactor redactor;

    FrameLog(LogLines lines, SecretRedactor redactor) {
        this.lines = lines;
        this.redactor = redactor;
    }

    void sent(int connectionNumber, ByteBuf frame) {
        write('>', connectionNumber, frame);
    }

    void received(int connectionNumber, ByteBuf frame) {
        write('<', connectionNumber, frame);
    }

    private void write(char direction, int connectionNumber, ByteBuf frame) {
        if (LOG.isDebugEnabled()) {
            int size = frame.readableBytes();
            int shown = Math.min(size, MAX_BYTES + LOOKAHEAD);
            String text = frame.toString(frame.readerIndex(), shown, StandardCharsets.UTF_8);
            String line = LogLines.oneLine(redactor.redact(text));
            LOG.debug("{} {} {} ({} bytes)", lines.prefix(connectionNumber), direction, line, size);
        }
    }
}
