package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The file to which a stream writes what it receives, see {@link StreamOptions#recording}. A recording is a test input: it
 * has every text message as the server spelled it, before decoding, and nothing that was sent. Values of the stream's own
 * headers are replaced by the header's name. Immutable.
 *
 * <p>The file is UTF-8 with one JSON object a line. Times are milliseconds since the epoch, by this machine's clock.
 *
 * <ul>
 *   <li>{@code {"recording":1,"stream":"name-1","at":1700000000000}} begins the lines of one stream; 1 is the version.
 *   <li>{@code {"at":1700000000012,"connectionNumber":1,"text":"…"}} is one message, received at that time on
 *       the connection with that number; {@code "base64"} replaces {@code "text"} if the bytes are not UTF-8.
 *   <li>{@code {"at":1700000000999,"lost":3}} stands for messages that are missing because the disk was too slow.
 * </ul>
 *
 * <p>A reader must ignore fields and lines that it does not know. An existing file is appended to.
 *
 * <p>The stream never waits for the disk: a separate thread writes. Messages that wait for it are bounded; if the queue is
 * full, messages are left out and counted. An unusable file, for example in a folder that does not exist, is refused when
 * the stream is made. A file that cannot be opened or written later ends the recording, not the stream. The stream reports
 * left-out messages and the end of a recording once, by {@link StreamEvent.RecordingIncomplete}.
 */
public final class Recording extends OptionValues {
    private static final long QUEUED_BYTES = 16L << 20;

    private Recording(Map<String, Object> values) {
        super(values);
    }

    /**
     * A recording to {@code file}, whose folder must exist, with at most 16 MiB of messages waiting.
     *
     * @throws IllegalArgumentException if {@code file} is null
     */
    public static Recording to(Path file) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file", Checks.required("file", file));
        values.put("queuedBytes", QUEUED_BYTES);
        return new Recording(values);
    }

    /** The file to write to. */
    public Path file() {
        return get("file", Path.class);
    }

    /** The size of all messages that wait to be written, in bytes. */
    public long queuedBytes() {
        return get("queuedBytes", Long.class);
    }

    /**
     * Replaces the file.
     *
     * @throws IllegalArgumentException if it is null
     */
    public Recording withFile(Path file) {
        return new Recording(with("file", Checks.required("file", file)));
    }

    /**
     * Replaces the size of all messages that may wait to be written, in bytes; by default 16 MiB.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Recording withQueuedBytes(long queuedBytes) {
        return new Recording(with("queuedBytes", Checks.atLeast("queuedBytes", queuedBytes, 1L)));
    }
}
