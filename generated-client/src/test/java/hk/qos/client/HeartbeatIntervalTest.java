package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** A heartbeat interval outside the documented range is allowed, since tests scale time, and logged. */
class HeartbeatIntervalTest {
    private final Logger log = (Logger) LoggerFactory.getLogger(QosClient.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        log.setLevel(Level.WARN);
        log.addAppender(logged);
    }

    @AfterEach
    void stop() {
        log.detachAppender(logged);
        log.setLevel(null);
    }

    @ParameterizedTest
    @CsvSource({"9999, 1", "10000, 0", "15000, 0", "30000, 0", "30001, 1"})
    void warnsOfHeartbeatIntervalOutsideDocumentedRange(long millis, int warnings) {
        QosClient.builder().withoutApiKey().stream(stream ->
                        stream.heartbeatInterval(Duration.ofMillis(millis)).heartbeatTimeout(Duration.ofSeconds(10)))
                .build()
                .close();

        assertThat(logged.list)
                .hasSize(warnings)
                .allSatisfy(warning -> assertThat(warning.getFormattedMessage())
                        .isEqualTo(
                                "stream.heartbeat is " + millis + " ms, and the service documents 10000 to 30000 ms"));
    }
}
