package hk.qos.stream.internal.engine;

import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** The log of one stream. Each message is one line that names the stream and the connection. Any thread. */
final class LogLines {
    private static final Logger LOG = LoggerFactory.getLogger("hk.qos.stream");
    private static final int MAX_LENGTH = 1_000;
    private static final Pattern BREAKS = Pattern.compile("[\\p{Zl}\\p{Zp}\\p{Cc}\\p{Cf}]+");

    private final String id;
    private volatile int connectionNumber;

    /** @param id the stream's name and number */
    LogLines(String id) {
        this.id = id;
    }

    /** Sets the attempt or connection that the next lines name. */
    void connectionNumber(int connectionNumber) {
        this.connectionNumber = connectionNumber;
    }

    /** The present attempt or connection. */
    int connectionNumber() {
        return connectionNumber;
    }

    /** The start of each line: stream and connection. */
    String prefix() {
        return prefix(connectionNumber);
    }

    String prefix(int ofEpoch) {
        return "[" + id + " #" + ofEpoch + "]";
    }

    boolean isDebugEnabled() {
        return LOG.isDebugEnabled();
    }

    void write(Level level, String text) {
        LOG.atLevel(level).log("{} {}", prefix(), oneLine(text));
    }

    void write(Level level, String text, Throwable cause) {
        LOG.atLevel(level).setCause(cause).log("{} {}", prefix(), oneLine(text));
    }

    static String oneLine(String text) {
        String line = BREAKS.matcher(text).replaceAll(" ");
        return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "…" : line;
    }
}
