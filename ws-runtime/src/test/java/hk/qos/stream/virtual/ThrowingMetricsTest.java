package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import hk.qos.stream.StreamGauges;
import hk.qos.stream.StreamMetrics;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Metrics are user code: what they throw has no effect and is logged once. */
final class ThrowingMetricsTest {
    private final Logger log = (Logger) LoggerFactory.getLogger("hk.qos.stream.internal.engine.GuardedMetrics");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    private static final class Hostile implements StreamMetrics {
        @Override
        public void started(StreamGauges gauges) {
            throw new IllegalStateException("started");
        }

        @Override
        public void connected(String after, Duration downtime) {
            throw new AssertionError("connected");
        }

        @Override
        public void push(String channel) {
            throw new IllegalStateException("push");
        }

        @Override
        public void callback(String channel, Duration took, boolean failed) {
            throw new IllegalStateException("callback");
        }

        @Override
        public void stopped(StreamGauges gauges) {
            throw new IllegalStateException("stopped");
        }
    }

    @BeforeEach
    void listen() {
        logged.start();
        log.addAppender(logged);
        log.setAdditive(false);
        log.setLevel(Level.WARN);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(logged);
        log.setAdditive(true);
        log.setLevel(null);
    }

    @Test
    void throwingMetricsAreLoggedOnceAndDoNotAffectTheStream() {
        EngineHarness harness =
                new EngineHarness(1, options -> options.name("desk").metrics(new Hostile()));
        EngineHarness.Recorder recorder = new EngineHarness.Recorder();
        harness.subscribe(recorder, TICKS, "a");
        harness.settle();
        harness.server.peer().push("ticks", "a", 1);
        harness.settle();
        harness.engine.close();
        harness.seconds(5);

        assertThat(recorder.data()).hasSize(1);
        assertThat(harness.released).isEqualTo(1);
        assertThat(logged.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .matches("\\[desk-\\d+ #0] StreamMetrics threw; further failures are logged at DEBUG"));
    }

    @Test
    void metricsProxyThatReturnsNullReceivesEveryCall() {
        List<String> reported = new ArrayList<>();
        StreamMetrics proxy = (StreamMetrics) Proxy.newProxyInstance(
                StreamMetrics.class.getClassLoader(),
                new Class<?>[] {StreamMetrics.class},
                (self, method, arguments) -> {
                    reported.add(method.getName());
                    return null;
                });
        EngineHarness harness = new EngineHarness(1, options -> options.metrics(proxy));
        harness.subscribe(TICKS, "a");
        harness.settle();
        harness.server.peer().push("ticks", "a", 1);
        harness.settle();

        assertThat(reported).startsWith("forStream", "started").contains("connected", "push", "callback");
        assertThat(logged.list).isEmpty();
    }
}
