package hk.qos.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import hk.qos.client.RateUsage;
import hk.qos.client.RateWait;
import hk.qos.error.LimitException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RateLimitTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void requestsOfAMinuteAreSentAtOnceAndTheNextWaits() throws Exception {
        try (HttpHarness harness = harness(MINUTE)) {
            for (int i = 0; i < 3; i++) {
                harness.ok();
            }
            assertThat(harness.async(HttpHarness.READ)).isCompleted();
            assertThat(harness.async(HttpHarness.READ)).isCompleted();
            CompletableFuture<List<String>> third = harness.async(HttpHarness.READ);
            assertThat(harness.time.waits()).containsExactly(MINUTE);
            harness.time.advance(MINUTE.minusNanos(1));
            assertThat(third).isNotDone();
            harness.time.advance(Duration.ofNanos(1));
            assertThat(third).isCompleted();
        }
    }

    @Test
    void operationsAreCountedSeparately() throws Exception {
        try (HttpHarness harness = harness(MINUTE).ok().ok().ok()) {
            assertThat(List.of(
                            harness.async(HttpHarness.READ),
                            harness.async(HttpHarness.READ),
                            harness.async(HttpHarness.WRITE)))
                    .allMatch(CompletableFuture::isDone);
        }
    }

    @Test
    void failFastPolicyFailsAtOnceAndNamesTheSetting() throws Exception {
        try (HttpHarness harness = harness(Duration.ZERO).ok().ok()) {
            harness.blocking(HttpHarness.READ);
            harness.blocking(HttpHarness.READ);
            assertThatThrownBy(() -> harness.blocking(HttpHarness.READ))
                    .isInstanceOf(LimitException.class)
                    .hasMessageContaining("snapshots (4.3) may be called 2 times a minute")
                    .hasMessageContaining("60000 ms")
                    .hasMessageContaining("RatePolicy.withMaxWait");
            assertThat(harness.requests()).isEqualTo(2);
        }
    }

    @Test
    void callFailsAtOnceIfItWouldWaitTooLong() throws Exception {
        try (HttpHarness harness = harness(Duration.ofSeconds(30)).ok().ok().ok()) {
            harness.blocking(HttpHarness.READ);
            harness.time.advance(Duration.ofSeconds(20));
            harness.blocking(HttpHarness.READ);
            assertThat(harness.async(HttpHarness.READ)).as("turn in 40 s").isCompletedExceptionally();
            harness.time.advance(Duration.ofSeconds(10));
            assertThat(harness.async(HttpHarness.READ)).as("turn in 30 s").isNotDone();
            assertThat(harness.async(HttpHarness.READ)).as("turn in 50 s").isCompletedExceptionally();
        }
    }

    @Test
    void waitingCallsHoldNoThread() throws Exception {
        try (HttpHarness harness = harness(Duration.ofHours(1)).ok().ok()) {
            harness.blocking(HttpHarness.READ);
            harness.blocking(HttpHarness.READ);
            int threads = Thread.activeCount();
            List<CompletableFuture<List<String>>> waiting = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                harness.ok();
                waiting.add(harness.async(HttpHarness.READ));
            }
            assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            harness.time.advance(Duration.ofMinutes(10));
            assertThat(waiting).allMatch(CompletableFuture::isDone);
        }
    }

    @Test
    void turnOfCancelledCallIsUsedByTheNext() throws Exception {
        try (HttpHarness harness = harness(MINUTE).ok().ok().ok().ok()) {
            harness.blocking(HttpHarness.READ);
            harness.blocking(HttpHarness.READ);
            CompletableFuture<List<String>> cancelled = harness.async(HttpHarness.READ);
            cancelled.cancel(true);
            assertThat(harness.time.waits()).isEmpty();
            CompletableFuture<List<String>> next = harness.async(HttpHarness.READ);
            CompletableFuture<List<String>> another = harness.async(HttpHarness.READ);
            harness.time.advance(MINUTE);
            assertThat(harness.requests()).isEqualTo(4);
            assertThat(List.of(next, another)).allMatch(CompletableFuture::isDone);
        }
    }

    @Test
    void refusedCallStatesTheWaitingTime() throws Exception {
        try (HttpHarness harness = harness(Duration.ZERO).ok().ok()) {
            harness.blocking(HttpHarness.READ);
            harness.blocking(HttpHarness.READ);
            harness.time.advance(Duration.ofNanos(59_999_999_999L));
            assertThatThrownBy(() -> harness.blocking(HttpHarness.READ))
                    .hasMessageContaining("next turn comes in 1 ms")
                    .isInstanceOfSatisfying(
                            LimitException.class,
                            e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofNanos(1)));
        }
    }

    @Test
    void waitsAreReportedToTheListenerAndInRates() throws Exception {
        List<RateWait> waits = new ArrayList<>();
        HttpHarness.Setup setup = setup(MINUTE);
        setup.waits = waits::add;
        try (HttpHarness harness = new HttpHarness(setup).ok().ok().ok()) {
            assertThat(harness.calls.usage(HttpHarness.READ))
                    .isEqualTo(new RateUsage(HttpHarness.READ, 2, 0, 0, Duration.ZERO, Duration.ZERO));
            harness.blocking(HttpHarness.READ);
            harness.time.advance(Duration.ofSeconds(20));
            harness.blocking(HttpHarness.READ);
            assertThat(waits).isEmpty();
            CompletableFuture<List<String>> third = harness.async(HttpHarness.READ);
            assertThat(waits)
                    .containsExactly(new RateWait(
                            HttpHarness.READ, Duration.ofSeconds(40), VirtualTime.START.plusSeconds(60), false));
            assertThat(harness.calls.usage(HttpHarness.READ))
                    .isEqualTo(new RateUsage(HttpHarness.READ, 2, 2, 1, MINUTE, Duration.ZERO));
            harness.time.advance(Duration.ofSeconds(40));
            assertThat(third).isCompleted();
            assertThat(harness.calls.usage(HttpHarness.READ))
                    .isEqualTo(new RateUsage(HttpHarness.READ, 2, 2, 0, Duration.ofSeconds(20), Duration.ZERO));
        }
    }

    @Test
    void throwingWaitListenerDoesNotFailCall() throws Exception {
        HttpHarness.Setup setup = setup(MINUTE);
        setup.waits = wait -> {
            throw new AssertionError("a listener's bug");
        };
        Logger log = (Logger) LoggerFactory.getLogger("hk.qos.client.http");
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        log.addAppender(logged);
        log.setAdditive(false);
        try (HttpHarness harness = new HttpHarness(setup).ok().ok().ok()) {
            harness.blocking(HttpHarness.READ);
            harness.blocking(HttpHarness.READ);
            CompletableFuture<List<String>> third = harness.async(HttpHarness.READ);
            harness.time.advance(MINUTE);
            assertThat(third).isCompleted();
        } finally {
            log.detachAppender(logged);
            log.setAdditive(true);
        }
        assertThat(logged.list)
                .filteredOn(line -> line.getLevel() == Level.WARN)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEqualTo("rate wait listener threw; the call continues");
    }

    private static HttpHarness harness(Duration maxWait) throws Exception {
        return new HttpHarness(setup(maxWait));
    }

    private static HttpHarness.Setup setup(Duration maxWait) {
        HttpHarness.Setup setup = new HttpHarness.Setup();
        setup.perMinute = 2;
        setup.rate = HttpHarness.rules(maxWait);
        return setup;
    }
}
