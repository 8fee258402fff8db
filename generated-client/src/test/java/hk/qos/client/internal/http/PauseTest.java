package hk.qos.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.error.LimitException;
import hk.qos.error.ServerErrorException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pause of an operation after the server asked for one. */
class PauseTest {
    private static final Duration DEFAULT = Duration.ofSeconds(30);

    @Test
    void status429WithoutRetryAfterPausesForTheDefault() throws Exception {
        try (HttpHarness harness = new HttpHarness().answer(429, "").ok().ok()) {
            CompletableFuture<List<String>> first = harness.async(HttpHarness.READ);
            CompletableFuture<List<String>> second = harness.async(HttpHarness.READ);
            assertThat(harness.time.waits()).containsExactly(DEFAULT, DEFAULT);
            harness.time.advance(DEFAULT.minusNanos(1));
            assertThat(harness.requests()).isEqualTo(1);
            assertThat(harness.calls.usage(HttpHarness.READ).pause()).isEqualTo(Duration.ofNanos(1));
            harness.time.advance(Duration.ofNanos(1));
            assertThat(List.of(first, second)).allMatch(CompletableFuture::isDone);
            assertThat(harness.requests()).isEqualTo(3);
        }
    }

    @Test
    void retryAfterZeroIsNotReplacedByTheDefaultPause() throws Exception {
        try (HttpHarness harness =
                new HttpHarness().answer(429, "", "Retry-After", "0").ok()) {
            CompletableFuture<List<String>> answer = harness.async(HttpHarness.READ);
            assertThat(harness.time.waits()).containsExactly(Duration.ofMillis(250));
            harness.time.advance(Duration.ofMillis(250));
            assertThat(answer).isCompleted();
        }
    }

    @Test
    void retryAfterDateCountsFromTheServersClock() throws Exception {
        try (HttpHarness harness = new HttpHarness()) {
            harness.server.enqueue(new MockResponse.Builder()
                    .code(429)
                    .addHeader("Date", "Mon, 05 Jan 2026 10:30:00 GMT")
                    .addHeader("Retry-After", "Mon, 05 Jan 2026 10:30:20 GMT")
                    .build());
            harness.ok();
            CompletableFuture<List<String>> answer = harness.async(HttpHarness.READ);
            assertThat(harness.time.waits()).containsExactly(Duration.ofSeconds(20));
            harness.time.advance(Duration.ofSeconds(20));
            assertThat(answer).isCompleted();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "2147483648", "99999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void maxPauseLimitsPausesOfTheServer(String retryAfter) throws Exception {
        try (HttpHarness harness =
                new HttpHarness().answer(429, "", "Retry-After", retryAfter).ok()) {
            assertThat(harness.async(HttpHarness.READ)).isCompletedExceptionally();
            assertThat(harness.calls.usage(HttpHarness.READ).pause()).isEqualTo(Duration.ofHours(1));
            harness.time.advance(Duration.ofHours(1));
            assertThat(harness.async(HttpHarness.READ)).isCompleted();
        }
    }

    @ParameterizedTest
    @CsvSource({"503,2147483648", "503,99999999999999999999", "503,0", "503,00", "408,2147483648"})
    void okHttpAcceptsLargeRetryAfterAndDoesNotRetryForZero(int status, String retryAfter) throws Exception {
        HttpHarness.Setup once = new HttpHarness.Setup();
        once.backoff = new RetryBackoff(1, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(60));
        try (HttpHarness harness = new HttpHarness(once).answer(status, "", "Retry-After", retryAfter)) {
            Throwable failure = HttpHarness.failure(harness.async(HttpHarness.READ));
            assertThat(failure).hasMessageContaining("HTTP " + status);
            if (failure instanceof ServerErrorException e) {
                assertThat(e.retryAfter()).isNotNull();
            }
            assertThat(harness.requests()).isEqualTo(1);
        }
    }

    @Test
    void liftedPauseContinuesWaitingCallsInOrderWithinTheRate() throws Exception {
        HttpHarness.Setup three = new HttpHarness.Setup();
        three.perMinute = 3;
        three.rate = HttpHarness.rules(Duration.ofHours(2));
        try (HttpHarness harness = new HttpHarness(three)
                .answer(503, "", "Retry-After", "50")
                .ok()
                .ok()
                .ok()) {
            CompletableFuture<List<String>> retried = harness.async(HttpHarness.READ);
            CompletableFuture<List<String>> second = harness.async(HttpHarness.READ);
            CompletableFuture<List<String>> third = harness.async(HttpHarness.READ);
            harness.time.advance(Duration.ofSeconds(1));
            harness.calls.liftPause(HttpHarness.READ);
            assertThat(List.of(retried, second)).allMatch(CompletableFuture::isDone);
            assertThat(third).as("the minute is used up").isNotDone();
            assertThat(harness.time.waits()).containsExactly(Duration.ofSeconds(59));
            harness.time.advance(Duration.ofSeconds(59));
            assertThat(third).isCompleted();
            harness.calls.liftPause(HttpHarness.READ);
        }
    }

    @Test
    void turnTakenBeforeAPauseIsNotUsedDuringIt() throws Exception {
        HttpHarness.Setup patient = new HttpHarness.Setup();
        patient.perMinute = 1;
        patient.rate = HttpHarness.rules(Duration.ofMinutes(3));
        try (HttpHarness harness = new HttpHarness(patient).ok().ok()) {
            harness.blocking(HttpHarness.READ);
            CompletableFuture<List<String>> waiting = harness.async(HttpHarness.READ);
            harness.time.advance(Duration.ofSeconds(50));
            harness.pause(Duration.ofSeconds(70));
            harness.time.advance(Duration.ofSeconds(70).minusNanos(1));
            assertThat(harness.requests()).isEqualTo(1);
            harness.time.advance(Duration.ofNanos(1));
            assertThat(waiting).isCompleted();
        }
    }

    @Test
    void callFailsIfPauseMovesItsTurnBeyondTheLongestWait() throws Exception {
        HttpHarness.Setup alone = new HttpHarness.Setup();
        alone.perMinute = 1;
        try (HttpHarness harness = new HttpHarness(alone).ok()) {
            harness.blocking(HttpHarness.READ);
            CompletableFuture<List<String>> waiting = harness.async(HttpHarness.READ);
            harness.time.advance(Duration.ofSeconds(59));
            harness.pause(Duration.ofMinutes(2));
            harness.time.advance(Duration.ofSeconds(1));
            assertThat(HttpHarness.failure(waiting))
                    .isInstanceOfSatisfying(
                            LimitException.class,
                            e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(119)));
        }
    }
}
