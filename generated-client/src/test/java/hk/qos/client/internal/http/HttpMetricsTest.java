package hk.qos.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import hk.qos.client.HttpMetrics;
import hk.qos.client.HttpOutcome;
import hk.qos.client.HttpRefusal;
import hk.qos.client.Operation;
import hk.qos.error.LimitException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Calls are measured, and metrics that throw have no effect. */
class HttpMetricsTest {

    /** Records all measurements. */
    private static final class Told implements HttpMetrics {
        private final List<String> all = new ArrayList<>();

        @Override
        public void called(Operation operation, HttpOutcome outcome, Duration took) {
            all.add("called " + operation.methodName() + " " + outcome.label() + " " + took.toMillis());
        }

        @Override
        public void attempted(Operation operation, HttpOutcome outcome, Duration took) {
            all.add("attempted " + operation.methodName() + " " + outcome.label() + " " + took.toMillis());
        }

        @Override
        public void waiting(Operation operation, Duration wait) {
            all.add("waiting " + operation.methodName() + " " + wait.toMillis());
        }

        @Override
        public void retried(Operation operation, HttpOutcome outcome, Duration pause) {
            all.add("retried " + operation.methodName() + " " + outcome.label() + " " + pause.toMillis());
        }

        @Override
        public void refused(Operation operation, HttpRefusal reason) {
            all.add("refused " + operation.methodName() + " " + reason.label());
        }
    }

    private final Told told = new Told();
    private final HttpHarness.Setup setup = new HttpHarness.Setup();

    @Test
    void attemptsAndCallAreTimedSeparately() throws Exception {
        setup.metrics = told;
        try (HttpHarness harness = new HttpHarness(setup).answer(503, "").ok()) {
            CompletableFuture<List<String>> answer = harness.async(HttpHarness.READ);
            harness.time.advance(Duration.ofMillis(250));
            assertThat(answer).isCompleted();
        }

        assertThat(told.all)
                .containsExactly(
                        "attempted snapshots server-error 0",
                        "retried snapshots server-error 250",
                        "attempted snapshots ok 0",
                        "called snapshots ok 250");
    }

    @Test
    void rateWaitsAndRefusalsAreMeasured() throws Exception {
        setup.metrics = told;
        setup.perMinute = 1;
        setup.rate = HttpHarness.rules(Duration.ofSeconds(70));
        try (HttpHarness harness = new HttpHarness(setup).ok().ok()) {
            assertThat(harness.async(HttpHarness.READ)).isCompleted();
            CompletableFuture<List<String>> second = harness.async(HttpHarness.READ);
            assertThat(harness.async(HttpHarness.READ)).isCompletedExceptionally();
            harness.time.advance(Duration.ofSeconds(60));
            assertThat(second).isCompleted();
        }

        assertThat(told.all)
                .containsExactly(
                        "attempted snapshots ok 0",
                        "called snapshots ok 0",
                        "waiting snapshots 60000",
                        "refused snapshots rate-limit",
                        "called snapshots limit 0",
                        "attempted snapshots ok 0",
                        "called snapshots ok 60000");
    }

    @Test
    void throwingMetricsDoNotFailCalls() throws Exception {
        setup.perMinute = 1;
        setup.metrics = new HttpMetrics() {
            @Override
            public void called(Operation operation, HttpOutcome outcome, Duration took) {
                throw new IllegalStateException("called");
            }

            @Override
            public void attempted(Operation operation, HttpOutcome outcome, Duration took) {
                throw new AssertionError("attempted");
            }

            @Override
            public void refused(Operation operation, HttpRefusal reason) {
                throw new IllegalStateException("refused");
            }
        };
        setup.rate = HttpHarness.rules(Duration.ZERO);
        Logger log = (Logger) LoggerFactory.getLogger(HttpMetrics.class);
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        log.addAppender(logged);
        log.setLevel(Level.WARN);
        log.setAdditive(false);
        try (HttpHarness harness = new HttpHarness(setup).ok()) {
            assertThat(harness.async(HttpHarness.READ)).isCompletedWithValue(List.of("a", "b"));
            assertThat(harness.async(HttpHarness.READ))
                    .failsWithin(Duration.ZERO)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(LimitException.class);
        } finally {
            log.detachAppender(logged);
            log.setAdditive(true);
            log.setLevel(null);
        }

        assertThat(logged.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage()).startsWith("HTTP metrics threw"));
    }
}
