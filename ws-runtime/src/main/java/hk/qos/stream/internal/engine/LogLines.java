package hk.qos.stream.internal.engine;

import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** The log of one stream: each line names the stream and the connection, and is one line whatever a server wrote. */
final class LogLines {
    static final Logger LOG = LoggerFactory.getLogger("hk.qos.stream");
    private static final int LONGEST = 1_000;
    private static final Pattern BREAKS = Pattern.compile("[\\p{Zl}\\p{Zp}\\p{Cc}\\p{Cf}]+");

    private final Context context;

    LogLines(Context context) {
        this.context = context;
    }

    void write(Level level, String text) {
        LOG.atLevel(level).log("[{} #{}] {}", context.id, context.events.epoch(), oneLine(text));
    }

    void write(Level level, String text, Throwable cause) {
        LOG.atLevel(level).setCause(cause).log("[{} #{}] {}", context.id, context.events.epoch(), oneLine(text));
    }

    static String oneLine(String text) {
        String line = BREAKS.matcher(text).replaceAll(" ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
