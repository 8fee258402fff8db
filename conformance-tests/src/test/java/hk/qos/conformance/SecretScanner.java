package hk.qos.conformance;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import hk.qos.stream.fixtures.SecretTraces;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Collects all output, including every log at every level, and searches it for a secret: eight consecutive characters,
 * or the whole secret encoded.
 */
final class SecretScanner implements AutoCloseable {
    private final SecretTraces runs;
    private final Map<String, String> traces = new LinkedHashMap<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent line) {
            // Otherwise the line would be formatted, with the wrong thread name, when it is read.
            line.prepareForDeferredProcessing();
            super.append(line);
        }
    };
    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
    private final Map<Logger, Level> levels = new LinkedHashMap<>();
    private final java.util.logging.Logger okhttp = java.util.logging.Logger.getLogger("okhttp3");
    private final Handler platform = new Handler() {
        @Override
        public void publish(LogRecord line) {
            note(line.getLoggerName() + " " + line.getMessage());
            note(line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    SecretScanner(String secret) {
        runs = new SecretTraces(secret);
        traces.put("its address form", URLEncoder.encode(secret, StandardCharsets.UTF_8));
        for (int before = 0; before < 3; before++) {
            traces.put("its Base64 form after " + before + " bytes", base64(secret, before));
        }
        listen();
    }

    /** The Base64 form of a secret at an offset, without the characters that depend on adjacent bytes. */
    private static String base64(String secret, int before) {
        byte[] bytes = ("-".repeat(before) + secret).getBytes(StandardCharsets.UTF_8);
        String all = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        return all.substring((before * 8 + 5) / 6, bytes.length * 8 / 6);
    }

    private void listen() {
        root.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(root::detachAppender);
        for (Logger logger : root.getLoggerContext().getLoggerList()) {
            if (logger.getLevel() != null) {
                levels.put(logger, logger.getLevel());
                logger.setLevel(logger == root ? Level.TRACE : null);
            }
        }
        logged.start();
        root.addAppender(logged);
        okhttp.setLevel(java.util.logging.Level.ALL);
        okhttp.addHandler(platform);
    }

    /** Adds an output; for a failure, with its messages, causes and suppressed failures. */
    void note(@Nullable Object shown) {
        if (shown instanceof Throwable failure) {
            seen.addAll(SecretTraces.texts(failure));
        }
        seen.add(String.valueOf(shown));
    }

    /** The log so far. */
    List<ILoggingEvent> lines() {
        synchronized (logged) {
            return List.copyOf(logged.list);
        }
    }

    List<String> seen() {
        return List.copyOf(seen);
    }

    /** The traces found, with their place and kind. */
    List<String> found() {
        List<String> all = new ArrayList<>(seen);
        for (ILoggingEvent line : lines()) {
            all.add(line.getLoggerName() + " " + line.getThreadName() + " " + line.getFormattedMessage());
            if (line.getThrowableProxy() instanceof ThrowableProxy thrown) {
                all.addAll(SecretTraces.texts(thrown.getThrowable()));
            }
        }
        List<String> found = new ArrayList<>();
        all.stream().filter(runs::isIn).forEach(text -> found.add("eight characters in: " + text));
        traces.forEach((kind, trace) ->
                all.stream().filter(text -> text.contains(trace)).forEach(text -> found.add(kind + " in: " + text)));
        return found;
    }

    @Override
    public void close() {
        root.detachAppender(logged);
        others.forEach(root::addAppender);
        levels.forEach(Logger::setLevel);
        okhttp.removeHandler(platform);
        okhttp.setLevel(null);
    }
}
