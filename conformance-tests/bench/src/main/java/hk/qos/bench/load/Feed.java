package hk.qos.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Writes the same pushes again and again: as fast as the connection takes them, or at a fixed rate with send times. */
final class Feed {
    private static final int BLOCK = 1 << 16;
    private static final byte[] TIME = "\"ts\":".getBytes(StandardCharsets.US_ASCII);
    private static final int TIME_DIGITS = 10;
    private static final long LATE = 1_000_000;

    private final byte[][] frames;
    private long written;

    Feed(List<String> texts) {
        frames = texts.stream().map(Pushes::frame).toArray(byte[][]::new);
    }

    /** Writes until the client closes the connection, which is an {@link IOException}. */
    void writeAtFullSpeed(WritableByteChannel out, Writes before) throws IOException {
        ByteBuffer all = ByteBuffer.allocateDirect(size());
        int[] ends = new int[frames.length];
        for (int i = 0; i < frames.length; i++) {
            all.put(frames[i]);
            ends[i] = all.position();
        }
        while (true) {
            int start = 0;
            int first = 0;
            for (int i = 0; i < frames.length; i++) {
                if (ends[i] - start >= BLOCK || i == frames.length - 1) {
                    before.write(out);
                    writeFully(out, all.duplicate().position(start).limit(ends[i]));
                    start = ends[i];
                    written += i + 1 - first;
                    first = i + 1;
                }
            }
        }
    }

    /** Writes each push when it is due. A push that an earlier write delayed has the time at which it was due. */
    void writeAtRate(int perSecond, WritableByteChannel out, Writes before) throws IOException {
        int[] times = new int[frames.length];
        for (int i = 0; i < frames.length; i++) {
            times[i] = indexOf(frames[i], TIME) + TIME.length;
        }
        ByteBuffer due = ByteBuffer.allocateDirect(BLOCK + frames[0].length * 16);
        long interval = 1_000_000_000L / perSecond;
        long next = System.nanoTime();
        boolean delayed = false;
        for (int i = 0; ; ) {
            long now = System.nanoTime();
            if (now < next) {
                LockSupport.parkNanos(next - now);
                continue;
            }
            due.clear();
            for (; next <= now && due.position() < BLOCK; next += interval) {
                stamp(frames[i], times[i], Stamp.now() - (delayed ? (now - next) / 1_000 : 0));
                due.put(frames[i]);
                i = (i + 1) % frames.length;
                written++;
            }
            before.write(out);
            writeFully(out, due.flip());
            delayed = System.nanoTime() - now > LATE;
        }
    }

    /** Returns how many pushes the connection took. */
    long written() {
        return written;
    }

    private static void stamp(byte[] frame, int at, long seconds) {
        long rest = seconds;
        for (int i = at + TIME_DIGITS - 1; i >= at; i--) {
            frame[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private int size() {
        int size = 0;
        for (byte[] frame : frames) {
            size += frame.length;
        }
        return size;
    }

    private static int indexOf(byte[] frame, byte[] part) {
        for (int i = 0; i + part.length <= frame.length; i++) {
            if (Arrays.equals(frame, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("a push without a time: " + new String(frame, StandardCharsets.UTF_8));
    }

    private static void writeFully(WritableByteChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /** What has to be written between two blocks of pushes. */
    @FunctionalInterface
    interface Writes {
        void write(WritableByteChannel out) throws IOException;
    }
}
