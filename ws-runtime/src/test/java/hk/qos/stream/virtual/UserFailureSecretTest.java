package hk.qos.stream.virtual;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import hk.qos.stream.Staleness;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.logged.Logged;
import hk.qos.stream.toy.Tick;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Exceptions of user code that contain a secret lose it before they are logged and reported. */
final class UserFailureSecretTest {
    private static final String SECRET = "s3cr3t-value-0123456789";

    @RegisterExtension
    final Logged log = new Logged("hk.qos.stream", Level.DEBUG);

    private static IllegalStateException failure() {
        IllegalStateException failure = new IllegalStateException(
                "cannot call https://mine.example/?key=" + SECRET, new IllegalArgumentException("not " + SECRET));
        failure.addSuppressed(new RuntimeException(SECRET));
        return failure;
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    @Test
    void failuresOfListenersPredicatesAndMetricsShowNoSecret() {
        StreamMetrics metrics = new StreamMetrics() {
            @Override
            public void push(String channel) {
                throw failure();
            }
        };
        EngineHarness harness = new EngineHarness(
                1,
                options -> options.header("key", SECRET)
                        .metrics(metrics)
                        .staleness(Staleness.after(Duration.ofSeconds(5)).withExpected(topic -> {
                            throw failure();
                        })));
        harness.engine.onEvent(event -> {
            throw failure();
        });
        harness.engine.subscribe(TICKS, List.of("a"), (Tick tick) -> {
            throw failure();
        });
        harness.seconds(3);
        harness.server.peer().push("ticks", "a", 1);
        harness.server.peer().push("ticks", "a", 2);
        harness.seconds(20);

        assertThat(log.traces())
                .anyMatch(line -> line.contains("user code threw") && line.contains("cannot call https://mine.example"))
                .anyMatch(line -> line.contains("a listener of events threw"))
                .anyMatch(line -> line.contains("StreamMetrics threw"))
                .noneMatch(line -> line.contains(SECRET));
        assertThat(harness.events(StreamEvent.CallbackFailed.class))
                .hasSizeGreaterThan(1)
                .allSatisfy(event -> assertThat(trace(event.cause()))
                        .contains(
                                "IllegalStateException", "IllegalArgumentException: not <key>", "UserFailureSecretTest")
                        .doesNotContain(SECRET));
    }
}
