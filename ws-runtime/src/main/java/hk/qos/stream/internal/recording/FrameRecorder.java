package hk.qos.stream.internal.recording;

import hk.qos.stream.Recording;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes messages to a file. The loop copies them into a queue; a separate thread writes, until the recording is closed. */
public final class FrameRecorder implements FrameTap {
    private static final int OVERHEAD = 64;
    private static final Entry END = new Entry(0, 0, new byte[0], 0);

    /** One message, or the number of missing messages. */
    private static final class Entry {
        private final int connectionNumber;
        private final long millis;
        private final byte[] frame;
        private final long lost;

        private Entry(int connectionNumber, long millis, byte[] frame, long lost) {
            this.connectionNumber = connectionNumber;
            this.millis = millis;
            this.frame = frame;
            this.lost = lost;
        }

        private int size() {
            return frame.length + OVERHEAD;
        }
    }

    private final Recording settings;
    private final RecordingLines lines;
    private final String stream;
    private final Consumer<String> problems;
    private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
    private final AtomicLong queued = new AtomicLong();
    private volatile boolean broken;
    private volatile @Nullable Thread writer;
    private volatile boolean closed;
    private boolean everLost;
    private long lost;
    private long lastMillis;

    /**
     * @param stream the stream's name
     * @param lines the format of messages
     * @param problems called once when messages are left out, and once when recording ends early; on any thread
     */
    public FrameRecorder(Recording settings, String stream, RecordingLines lines, Consumer<String> problems) {
        this.settings = settings;
        this.stream = stream;
        this.lines = lines;
        this.problems = problems;
    }

    /** Checks that the file can be written. */
    public static void requireWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw unusable(file, "its folder does not exist");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw unusable(file, "it is not a regular file");
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw unusable(file, "this process has no permission to write it");
        }
    }

    private static IllegalArgumentException unusable(Path file, String why) {
        return new IllegalArgumentException("recording cannot go to " + file + ": " + why);
    }

    @Override
    public void received(int connectionNumber, long millis, ByteBuf frame) {
        if (broken || closed) {
            return;
        }
        lastMillis = millis;
        if (writer == null) {
            start(millis);
        }
        int size = frame.readableBytes() + OVERHEAD;
        if (queued.get() + size > settings.queuedBytes()) {
            lost++;
            if (!everLost) {
                everLost = true;
                problems.accept("the disk is too slow for " + settings.file() + ": messages are left out");
            }
            return;
        }
        addLost(millis);
        add(new Entry(connectionNumber, millis, ByteBufUtil.getBytes(frame), 0));
    }

    private void start(long millis) {
        Thread thread = new Thread(() -> write(millis), "ws-recording-" + stream);
        thread.setDaemon(true);
        writer = thread;
        thread.start();
    }

    private void addLost(long millis) {
        if (lost > 0) {
            add(new Entry(0, millis, new byte[0], lost));
            lost = 0;
        }
    }

    private void add(Entry entry) {
        queued.addAndGet(entry.size());
        queue.add(entry);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (writer != null) {
            addLost(lastMillis);
            queue.add(END);
        }
    }

    @Override
    public void awaitEnd(Duration limit) {
        Thread writing = writer;
        if (!closed || writing == null || writing == Thread.currentThread()) {
            return;
        }
        try {
            writing.join(Math.max(1, limit.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(long began) {
        if (Files.exists(settings.file()) && !Files.isRegularFile(settings.file())) {
            // Opening a pipe without a reader would block this thread forever.
            end("it is not a regular file");
            return;
        }
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(settings.file(), StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
            out.write(lines.begin(stream, began));
            for (Entry entry = next(out); entry != END; entry = next(out)) {
                out.write(
                        entry.lost > 0
                                ? lines.lost(entry.millis, entry.lost)
                                : lines.message(entry.millis, entry.connectionNumber, entry.frame));
                queued.addAndGet(-entry.size());
            }
        } catch (IOException | RuntimeException e) {
            end(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            broken = true;
        }
    }

    private void end(String why) {
        broken = true;
        queue.clear();
        problems.accept("cannot write " + settings.file() + ", nothing more is recorded: " + why);
    }

    /** The next entry; flushes before it waits for one. */
    private Entry next(OutputStream out) throws IOException, InterruptedException {
        Entry entry = queue.poll();
        if (entry == null) {
            out.flush();
            entry = queue.take();
        }
        return entry;
    }
}
