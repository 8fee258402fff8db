package hk.qos.client;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Hides log lines that tests provoke from the console: all lines of the stream, and those of the client below ERROR.
 * Loggers keep their levels, so that tests of the log still work.
 */
public final class ProvokedLines extends Filter<ILoggingEvent> {
    @Override
    public FilterReply decide(ILoggingEvent event) {
        String logger = event.getLoggerName();
        boolean provoked = logger.startsWith("hk.qos.stream")
                || (logger.startsWith("hk.qos.") && !event.getLevel().isGreaterOrEqual(Level.ERROR));
        return provoked ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
