package hk.qos.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hk.qos.error.CallInterruptedException;
import hk.qos.error.ClosedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CancelAndCloseTest {
    private final Dispatcher dispatcher = new Dispatcher();

    @Test
    void cancellingTheFutureCancelsTheRequest() throws Exception {
        try (HttpHarness harness = stalled()) {
            CompletableFuture<List<String>> answer = harness.async(HttpHarness.READ);
            harness.server.takeRequest();
            answer.cancel(true);
            await().until(() -> dispatcher.runningCallsCount() == 0);
            assertThat(answer).isCancelled();
            assertThat(harness.time.waits()).as("no retry").isEmpty();
        }
    }

    @Test
    void cancellingTheFutureEndsTheRetryDelay() throws Exception {
        try (HttpHarness harness = new HttpHarness().answer(502, "")) {
            CompletableFuture<List<String>> answer = harness.async(HttpHarness.READ);
            assertThat(harness.time.waits()).hasSize(1);
            answer.cancel(true);
            assertThat(harness.time.waits()).isEmpty();
        }
    }

    @Test
    void completingTheFutureCancelsTheRequest() throws Exception {
        try (HttpHarness harness = stalled()) {
            CompletableFuture<List<String>> answer = harness.async(HttpHarness.READ);
            harness.server.takeRequest();
            answer.complete(List.of("from a cache"));
            await().until(() -> dispatcher.runningCallsCount() == 0);
        }
    }

    @Test
    void interruptCancelsRequestAndFlagStaysSet() throws Exception {
        try (HttpHarness harness = stalled()) {
            AtomicReference<@Nullable Throwable> seen = new AtomicReference<>();
            Thread caller = new Thread(() -> {
                try {
                    harness.blocking(HttpHarness.READ);
                } catch (CallInterruptedException e) {
                    seen.set(Thread.currentThread().isInterrupted() ? e : null);
                }
            });
            caller.start();
            harness.server.takeRequest();
            caller.interrupt();
            caller.join(5_000);
            assertThat(seen.get()).isInstanceOf(CallInterruptedException.class);
            await().until(() -> dispatcher.runningCallsCount() == 0);
        }
    }

    @Test
    void interruptedThreadSendsNothing() throws Exception {
        try (HttpHarness harness = new HttpHarness()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> harness.blocking(HttpHarness.READ)).isInstanceOf(CallInterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(harness.requests()).isZero();
        }
    }

    @Test
    void closeFailsPendingAndLaterCalls() throws Exception {
        try (HttpHarness harness = stalled()) {
            CompletableFuture<List<String>> answer = harness.async(HttpHarness.READ);
            harness.server.takeRequest();
            harness.calls.close();
            harness.calls.close();
            assertThat(answer)
                    .failsWithin(Duration.ZERO)
                    .withThrowableThat()
                    .withCauseExactlyInstanceOf(ClosedException.class);
            await().until(() -> dispatcher.runningCallsCount() == 0);
            assertThatThrownBy(() -> harness.blocking(HttpHarness.READ)).isInstanceOf(ClosedException.class);
        }
    }

    private HttpHarness stalled() throws Exception {
        HttpHarness.Setup setup = new HttpHarness.Setup();
        setup.http = (OkHttpClient.Builder http) -> http.dispatcher(dispatcher);
        setup.threads = Daemons.start();
        HttpHarness harness = new HttpHarness(setup);
        harness.server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        return harness;
    }
}
