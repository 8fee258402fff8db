package hk.qos.conformance;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Collects Netty's warnings: unhandled exceptions, and misused buffers and promises. */
final class NettyLog extends AppenderBase<ILoggingEvent> {
    private final Logger netty = (Logger) LoggerFactory.getLogger("io.netty");
    private final List<String> warnings = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            String trace =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            warnings.add(event.getLoggerName() + ": " + event.getFormattedMessage() + "\n" + trace);
        }
    }

    void attach() {
        start();
        netty.addAppender(this);
    }

    /** The warnings since the last call. */
    List<String> detach() {
        netty.detachAppender(this);
        stop();
        return List.copyOf(warnings);
    }
}
