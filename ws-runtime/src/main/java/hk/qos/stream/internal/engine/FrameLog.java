package hk.qos.stream.internal.engine;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows frames sent and received at DEBUG: their beginning, on one line, without secrets. */
final class FrameLog {
    private static final Logger LOG = LoggerFactory.getLogger("hk.qos.stream.frames");
    /** Read beyond what is shown, so that a secret at the cut is known by its end. */
    private static final int BEYOND = 4_096;

    private static final int MOST_BYTES = 1_000;

    private final Context context;

    FrameLog(Context context) {
        this.context = context;
    }

    void sent(int epoch, ByteBuf frame) {
        write('>', epoch, frame);
    }

    void received(int epoch, ByteBuf frame) {
        write('<', epoch, frame);
    }

    private void write(char direction, int epoch, ByteBuf frame) {
        if (LOG.isDebugEnabled()) {
            int size = frame.readableBytes();
            String text =
                    frame.toString(frame.readerIndex(), Math.min(size, MOST_BYTES + BEYOND), StandardCharsets.UTF_8);
            String hidden = LogLines.oneLine(context.secrets.hideIn(text));
            LOG.debug("[{} #{}] {} {} ({} bytes)", context.id, epoch, direction, hidden, size);
        }
    }
}
