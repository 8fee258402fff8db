package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Fails a test class in which Netty warns: of unhandled exceptions, and of misused buffers and promises. */
final class NettyWarnings extends AppenderBase<ILoggingEvent> implements BeforeAllCallback, AfterAllCallback {
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

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
        netty.addAppender(this);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        netty.detachAppender(this);
        stop();
        assertThat(warnings).isEmpty();
    }
}
