package hk.qos.stream;

import hk.qos.stream.internal.check.Checks;
import java.nio.file.Path;

/**
 * Where a stream writes down what it receives, for {@link StreamOptionsBuilder#recording}. A recording is a test input: it
 * has every text message as the server spelled it, before anything is decoded, and nothing of what was sent. Values of the
 * stream's own headers are replaced by the header's name.
 *
 * <p>The file is UTF-8, one JSON object a line. Times are milliseconds since the epoch, by this machine's clock.
 *
 * <ul>
 *   <li>{@code {"recording":1,"stream":"name-1","at":1700000000000}} begins what one stream writes; 1 is the version.
 *   <li>{@code {"at":1700000000012,"epoch":1,"text":"…"}} is one message, received at that time on the connection of that
 *       epoch; {@code "base64"} takes the place of {@code "text"} where the bytes are no UTF-8.
 *   <li>{@code {"at":1700000000999,"lost":3}} stands where so many messages are missing, since the disk was too slow.
 * </ul>
 *
 * <p>A reader ignores fields and lines that it does not know. A file that exists is continued.
 *
 * <p>The stream never waits for the disk: a thread of its own writes. What waits for it is bounded, and if that is full,
 * messages are left out and counted. A file that cannot be one, in a folder that does not exist for
 * example, is refused when the stream is made; one that cannot be opened or written later ends the recording, not the stream. Both are
 * told once, as {@link StreamEvent.RecordingIncomplete}.
 *
 * @param file to write to; its folder must exist
 * @param queuedBytes the most memory for messages that wait to be written, in bytes; at least 1
 */
public record Recording(Path file, long queuedBytes) {
    private static final long QUEUED_BYTES = 16L << 20;

    /** @throws IllegalArgumentException if the file is null or {@code queuedBytes} is less than 1 */
    public Recording {
        Checks.required("file", file);
        if (queuedBytes < 1) {
            throw new IllegalArgumentException("queuedBytes must be at least 1, not " + queuedBytes);
        }
    }

    /** To this file, with at most 16 MiB of messages waiting. */
    public static Recording to(Path file) {
        return new Recording(file, QUEUED_BYTES);
    }

    /** The same with another bound on memory, in bytes, at least 1; by default 16 MiB. */
    public Recording withQueuedBytes(long most) {
        return new Recording(file, most);
    }
}
