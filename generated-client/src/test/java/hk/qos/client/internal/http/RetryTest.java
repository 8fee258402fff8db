package hk.qos.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.error.LimitException;
import hk.qos.error.ServerErrorException;
import hk.qos.error.TooManyRequestsException;
import hk.qos.stream.spi.RetryAfter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {

    /** The random part of the delay is 0 here. */
    private static final Duration FIRST = Duration.ofMillis(250);

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void retriesReadsAfterTemporaryFailures(int status) throws Exception {
        try (HttpHarness harness = new HttpHarness().answer(status, "").ok()) {
            CompletableFuture<List<String>> answer = harness.async(HttpHarness.READ);
            assertThat(answer).isNotDone();
            harness.time.advance(FIRST.minusNanos(1));
            assertThat(harness.requests()).isEqualTo(1);
            harness.time.advance(Duration.ofNanos(1));
            assertThat(answer).isCompletedWithValue(List.of("a", "b"));
        }
    }

    @Test
    void retriesReadsAfterALostConnection() throws Exception {
        try (HttpHarness harness = new HttpHarness()) {
            harness.server.enqueue(new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build());
            harness.ok();
            CompletableFuture<List<String>> answer = harness.async(HttpHarness.READ);
            harness.time.advance(FIRST);
            assertThat(answer).isCompletedWithValue(List.of("a", "b"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 500})
    void doesNotRetryPermanentFailures(int status) throws Exception {
        try (HttpHarness harness = new HttpHarness().answer(status, "")) {
            assertThat(harness.async(HttpHarness.READ)).isCompletedExceptionally();
            assertThat(harness.time.waits()).isEmpty();
            assertThat(harness.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void neverRetriesWrites(int status) throws Exception {
        try (HttpHarness harness = new HttpHarness().answer(status, "")) {
            assertThat(harness.async(HttpHarness.WRITE)).isCompletedExceptionally();
            assertThat(harness.time.waits()).isEmpty();
        }
    }

    @Test
    void failsWithTheFailureOfTheLastAttempt() throws Exception {
        try (HttpHarness harness =
                new HttpHarness().answer(502, "").answer(503, "").answer(504, "")) {
            CompletableFuture<List<String>> answer = harness.async(HttpHarness.READ);
            assertThat(harness.time.waits()).containsExactly(FIRST);
            harness.time.advance(FIRST);
            assertThat(harness.time.waits()).containsExactly(FIRST.multipliedBy(2));
            harness.time.advance(FIRST.multipliedBy(2));
            assertThat(HttpHarness.failure(answer))
                    .isInstanceOfSatisfying(
                            ServerErrorException.class,
                            e -> assertThat(e.httpStatus()).hasValue(504));
        }
    }

    @Test
    void waitsAtLeastAsLongAsTheServerAsks() throws Exception {
        try (HttpHarness harness =
                new HttpHarness().answer(503, "", "Retry-After", "7").ok().ok()) {
            CompletableFuture<List<String>> answer = harness.async(HttpHarness.READ);
            assertThat(harness.time.waits()).containsExactly(Duration.ofSeconds(7));
            CompletableFuture<List<String>> other = harness.async(HttpHarness.READ);
            assertThat(harness.requests())
                    .as("requests while the server wants peace")
                    .isEqualTo(1);
            harness.time.advance(Duration.ofSeconds(7));
            assertThat(List.of(answer, other)).allMatch(CompletableFuture::isDone);
        }
    }

    @Test
    void failsIfRetryAfterExceedsTheLongestAllowed() throws Exception {
        try (HttpHarness harness = new HttpHarness().answer(429, "", "Retry-After", "61")) {
            assertThat(HttpHarness.failure(harness.async(HttpHarness.READ)))
                    .isInstanceOfSatisfying(
                            TooManyRequestsException.class,
                            e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(61)));
        }
    }

    @Test
    void failsIfThePauseExceedsWhatTheRatePolicyWaits() throws Exception {
        HttpHarness.Setup setup = new HttpHarness.Setup();
        setup.rate = HttpHarness.rules(Duration.ZERO);
        try (HttpHarness harness = new HttpHarness(setup).answer(429, "", "Retry-After", "2")) {
            CompletableFuture<List<String>> call = harness.async(HttpHarness.READ);

            assertThat(call).isDone();
            assertThat(HttpHarness.failure(call)).isInstanceOf(TooManyRequestsException.class);
            assertThat(harness.requests()).isEqualTo(1);
            assertThat(harness.time.waits()).isEmpty();
        }
    }

    @Test
    void veryLongRetryAfterFailsAndIsStated() throws Exception {
        try (HttpHarness harness = new HttpHarness().answer(429, "", "Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT")) {
            assertThat(HttpHarness.failure(harness.async(HttpHarness.READ)))
                    .isInstanceOfSatisfying(
                            TooManyRequestsException.class,
                            e -> assertThat(e.retryAfter()).isEqualTo(RetryAfter.MAX_DELAY));
            assertThat(HttpHarness.failure(harness.async(HttpHarness.READ)))
                    .as("the next call, which is not sent")
                    .hasMessageContaining("as the server asked")
                    .hasMessageNotContaining("times a minute");
            assertThat(harness.requests()).isEqualTo(1);
        }
    }

    @Test
    void pauseStatesItsEndAndCallsContinueAfterIt() throws Exception {
        try (HttpHarness harness =
                new HttpHarness().answer(429, "", "Retry-After", "3600").ok()) {
            assertThat(HttpHarness.failure(harness.async(HttpHarness.READ)))
                    .isInstanceOf(TooManyRequestsException.class);
            harness.time.advance(Duration.ofMinutes(10));
            assertThat(HttpHarness.failure(harness.async(HttpHarness.READ)))
                    .isInstanceOf(LimitException.class)
                    .hasMessage(
                            "snapshots (4.3) has to wait until 2026-01-05T10:30:00Z, as the server asked; that is in"
                                    + " 3000000 ms, and the policy waits at most 60000 ms: call again then (setting: RatePolicy.withMaxWait)");
            assertThat(harness.requests()).isEqualTo(1);
            harness.time.advance(Duration.ofMinutes(50));
            assertThat(harness.async(HttpHarness.READ)).isCompleted();
        }
    }

    @Test
    void countsRetriesAgainstTheRate() throws Exception {
        HttpHarness.Setup two = new HttpHarness.Setup();
        two.perMinute = 2;
        try (HttpHarness harness =
                new HttpHarness(two).answer(502, "").answer(502, "").ok()) {
            CompletableFuture<List<String>> answer = harness.async(HttpHarness.READ);
            harness.time.advance(Duration.ofSeconds(59));
            assertThat(harness.requests()).isEqualTo(2);
            harness.time.advance(Duration.ofSeconds(1));
            assertThat(answer).isCompletedWithValue(List.of("a", "b"));
        }
    }

    @Test
    void reportsTheFailureIfTheRateAllowsNoRetry() throws Exception {
        HttpHarness.Setup strict = new HttpHarness.Setup();
        strict.perMinute = 1;
        strict.rate = HttpHarness.rules(Duration.ZERO);
        try (HttpHarness harness = new HttpHarness(strict).answer(502, "")) {
            CompletableFuture<List<String>> answer = harness.async(HttpHarness.READ);
            harness.time.advance(FIRST);
            Throwable failure = HttpHarness.failure(answer);
            assertThat(failure).isInstanceOf(ServerErrorException.class);
            assertThat(failure.getSuppressed()).hasSize(1);
        }
    }

    @Test
    void retryDelaysAreRandomAndBounded() {
        RetryBackoff backoff = new RetryBackoff(20, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ZERO);
        assertThat(backoff.delay(1, () -> -1L)).isBetween(Duration.ofMillis(499), Duration.ofMillis(500));
        assertThat(backoff.delay(7, () -> -1L)).isBetween(Duration.ofSeconds(29), Duration.ofSeconds(30));
        assertThat(backoff.delay(19, () -> 0L)).isEqualTo(Duration.ofSeconds(15));
        assertThat(backoff.delay(200, () -> 0L)).isEqualTo(Duration.ofSeconds(15));
    }
}
