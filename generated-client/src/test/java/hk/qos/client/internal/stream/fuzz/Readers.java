package hk.qos.client.internal.stream.fuzz;

import com.sun.management.ThreadMXBean;
import hk.qos.client.internal.stream.Commands;
import hk.qos.client.internal.stream.QosDialect;
import hk.qos.stream.spi.Channel;
import hk.qos.stream.spi.Dialect;
import hk.qos.stream.spi.FrameSink;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies the frame classifier and the decoders of pushes and answers to any bytes, and checks that they agree or report
 * malformed input, with bounded time and memory. Not thread-safe.
 */
final class Readers {
    private static final int MAX_MESSAGE_LENGTH = 400;
    private static final long ALLOWED_NANOS = 5_000_000_000L;
    private static final long ALLOWED_BYTES = 8L << 20;
    private static final int ALLOWED_BYTES_PER_BYTE = 400;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Dialect dialect;
    private final List<Request<?>> requests;

    Readers() {
        this(new QosDialect(), Commands.requests());
    }

    Readers(Dialect dialect, List<Request<?>> requests) {
        this.dialect = dialect;
        this.requests = requests;
    }

    /** Returns what is wrong with the readers' results for {@code bytes}; {@code null} if nothing is. */
    @Nullable
    String judge(byte[] bytes) {
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        String problem = read(bytes, false);
        if (problem == null) {
            problem = read(bytes, true);
        }
        long nanos = System.nanoTime() - start;
        long used = threads.getCurrentThreadAllocatedBytes() - allocated;
        if (problem != null) {
            return problem;
        }
        if (nanos > ALLOWED_NANOS) {
            return bytes.length + " bytes took " + nanos / 1_000_000 + " ms";
        }
        return used > ALLOWED_BYTES + (long) ALLOWED_BYTES_PER_BYTE * bytes.length
                ? bytes.length + " bytes made " + used + " bytes of garbage"
                : null;
    }

    private @Nullable String read(byte[] bytes, boolean direct) {
        // As the transport passes it: within a larger buffer.
        ByteBuf whole = direct ? Unpooled.directBuffer() : Unpooled.buffer();
        whole.writeByte('{').writeBytes(bytes).writeByte('}');
        try {
            ByteBuf frame = whole.slice(1, bytes.length);
            String problem = attempt("the dialect", () -> classify(frame));
            for (int i = 0; problem == null && i < requests.size(); i++) {
                Request<?> request = requests.get(i);
                problem = attempt(request.type(), () -> request.decode(frame.readerIndex(0)));
            }
            return problem == null && whole.refCnt() != 1 ? "the frame was released or kept" : problem;
        } finally {
            if (whole.refCnt() > 0) {
                whole.release();
            }
        }
    }

    private void classify(ByteBuf frame) throws MalformedFrameException {
        Counting heard = new Counting();
        dialect.read(frame, heard);
        if (heard.said != 1) {
            throw new IllegalStateException("said " + heard.said + " things of one frame");
        }
    }

    /** Something that reads a frame. */
    @FunctionalInterface
    private interface Reading {
        void run() throws MalformedFrameException;
    }

    private static @Nullable String attempt(String who, Reading reading) {
        try {
            reading.run();
            return null;
        } catch (MalformedFrameException expected) {
            String message = expected.getMessage();
            return message == null || message.isBlank() || message.length() > MAX_MESSAGE_LENGTH
                    ? who + " says what is wrong in " + (message == null ? "no" : message.length()) + " characters"
                    : null;
        } catch (RuntimeException | Error e) {
            return who + " threw " + e;
        }
    }

    private static final class Counting implements FrameSink {
        private int said;

        @Override
        public <T> void push(Channel<T> channel, String key, T data) {
            said++;
        }

        @Override
        public void undecodable(Channel<?> channel, @Nullable String key, MalformedFrameException why) {
            said++;
        }

        @Override
        public void answer(String type, long id, @Nullable String refusal) {
            said++;
        }

        @Override
        public void unknown(String kind) {
            said++;
        }
    }
}
