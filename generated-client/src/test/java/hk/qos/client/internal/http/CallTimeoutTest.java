package hk.qos.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hk.qos.client.HttpMetrics;
import hk.qos.client.HttpOutcome;
import hk.qos.client.Operation;
import hk.qos.error.PartialAnswerException;
import hk.qos.error.RequestTimeoutException;
import hk.qos.error.ServerErrorException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.EventListener;
import org.junit.jupiter.api.Test;

/** The timeout of a whole call, in virtual time. */
class CallTimeoutTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String MESSAGE =
            "snapshots (4.3) did not end within 5000 ms, waits and retries included (setting: HttpTimeouts.call)";

    private final HttpHarness.Setup setup = new HttpHarness.Setup();

    CallTimeoutTest() {
        setup.callTimeout = TIMEOUT;
    }

    @Test
    void timeoutEndsRateWaitAndReturnsItsTurn() throws Exception {
        try (HttpHarness harness = new HttpHarness(setup).ok()) {
            harness.pause(Duration.ofSeconds(30));
            CompletableFuture<List<String>> call = harness.async(HttpHarness.READ);
            harness.time.advance(TIMEOUT.minusNanos(1));
            assertThat(call).isNotDone();

            harness.time.advance(Duration.ofNanos(1));

            assertThat(HttpHarness.failure(call))
                    .isExactlyInstanceOf(RequestTimeoutException.class)
                    .hasMessageStartingWith(MESSAGE + "; it was waiting until ")
                    .hasMessageEndingWith(" for the end of the pause that the server asked for");
            assertThat(harness.calls.usage(HttpHarness.READ).waiting()).isZero();
            assertThat(harness.time.waits()).isEmpty();
            assertThat(harness.requests()).isZero();
        }
    }

    @Test
    void timeoutEndsRetryDelayAndReportsLastFailure() throws Exception {
        try (HttpHarness harness = new HttpHarness(setup).answer(503, "", "Retry-After", "20")) {
            CompletableFuture<List<String>> call = harness.async(HttpHarness.READ);
            assertThat(harness.requests()).isEqualTo(1);

            harness.time.advance(TIMEOUT);

            assertThat(HttpHarness.failure(call))
                    .isExactlyInstanceOf(RequestTimeoutException.class)
                    .hasMessageStartingWith(MESSAGE + "; the last attempt failed: ")
                    .hasCauseExactlyInstanceOf(ServerErrorException.class);
            assertThat(harness.time.waits()).isEmpty();
            harness.time.advance(Duration.ofMinutes(1));
            assertThat(harness.requests()).isEqualTo(1);
        }
    }

    @Test
    void timeoutCancelsTheRequestAndCountsItsAttempt() throws Exception {
        BlockingQueue<String> cancelled = new LinkedBlockingQueue<>();
        BlockingQueue<String> attempts = new LinkedBlockingQueue<>();
        setup.metrics = new HttpMetrics() {
            @Override
            public void attempted(Operation operation, HttpOutcome outcome, Duration took) {
                attempts.add(operation.methodName() + " " + outcome.label());
            }
        };
        ExecutorService threads = Executors.newCachedThreadPool();
        setup.threads = threads;
        setup.http = http -> http.eventListener(new EventListener() {
            @Override
            public void canceled(Call call) {
                cancelled.add(call.request().url().encodedPath());
            }
        });
        try (HttpHarness harness = new HttpHarness(setup)) {
            harness.server.enqueue(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build());
            CompletableFuture<List<String>> call = harness.async(HttpHarness.READ);
            assertThat(harness.server.takeRequest()).isNotNull();

            harness.time.advance(TIMEOUT);

            assertThat(HttpHarness.failure(call))
                    .isExactlyInstanceOf(RequestTimeoutException.class)
                    .hasMessage(MESSAGE);
            assertThat(cancelled.take()).isEqualTo("/snapshot");
            assertThat(attempts.take()).isEqualTo("snapshots timeout");
            assertThat(harness.time.waits()).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void timeoutEndsBlockingCall() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (HttpHarness harness = new HttpHarness(setup)) {
            harness.pause(Duration.ofSeconds(30));
            CompletableFuture<List<String>> caller =
                    CompletableFuture.supplyAsync(() -> harness.blocking(HttpHarness.READ), threads);
            await().until(() -> harness.calls.usage(HttpHarness.READ).waiting() == 1);

            harness.time.advance(TIMEOUT);

            assertThatThrownBy(caller::join)
                    .cause()
                    .isExactlyInstanceOf(RequestTimeoutException.class)
                    .hasMessageStartingWith(MESSAGE + "; it was waiting until ");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void requestsOfASplitCallShareItsTimeout() throws Exception {
        try (HttpHarness harness = new HttpHarness(setup)) {
            harness.server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    harness.pause(Duration.ofSeconds(3));
                    return new MockResponse.Builder()
                            .code(200)
                            .body(HttpHarness.ANSWER)
                            .build();
                }
            });
            harness.pause(Duration.ofSeconds(3));
            CompletableFuture<List<String>> call =
                    harness.split(HttpHarness.READ, "US:A", "US:B", "US:C").executeAsync();
            harness.time.advance(Duration.ofSeconds(3));
            assertThat(harness.requests()).isEqualTo(1);
            assertThat(call).isNotDone();

            harness.time.advance(TIMEOUT.minusSeconds(3));

            assertThat(call).isDone();
            Throwable failure = HttpHarness.failure(call);
            assertThat(failure)
                    .isExactlyInstanceOf(PartialAnswerException.class)
                    .cause()
                    .isExactlyInstanceOf(RequestTimeoutException.class)
                    .hasMessageStartingWith(MESSAGE + "; it was waiting until ");
            PartialAnswerException partial = (PartialAnswerException) failure;
            assertThat(partial.failedKeys()).containsExactly("US:B");
            assertThat(partial.unsentKeys()).containsExactly("US:C");
            assertThat(partial.received()).isNotEmpty();
            assertThat(partial.isRetryable()).isTrue();
            assertThat(harness.time.waits()).isEmpty();
            assertThat(harness.requests()).isEqualTo(1);
        }
    }

    @Test
    void requestOfACallWhoseTimeIsOverIsNotSent() throws Exception {
        try (HttpHarness harness = new HttpHarness(setup)) {
            SplitCall<List<String>> call = harness.split(HttpHarness.READ, "US:A", "US:B");
            harness.time.advance(TIMEOUT);

            assertThatThrownBy(call::execute)
                    .isExactlyInstanceOf(RequestTimeoutException.class)
                    .hasMessage(MESSAGE);
            assertThat(harness.requests()).isZero();
        }
    }

    @Test
    void finishedCallLeavesNoTimer() throws Exception {
        try (HttpHarness harness = new HttpHarness(setup).ok().answer(400, "{\"msg\":\"no\"}")) {
            assertThat(harness.async(HttpHarness.READ)).isCompleted();
            assertThat(harness.async(HttpHarness.READ)).isCompletedExceptionally();
            harness.pause(Duration.ofSeconds(30));
            assertThat(harness.async(HttpHarness.READ).cancel(true)).isTrue();

            assertThat(harness.time.waits()).isEmpty();
        }
    }
}
