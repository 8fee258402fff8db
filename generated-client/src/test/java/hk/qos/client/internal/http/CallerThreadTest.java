package hk.qos.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hk.qos.error.CallInterruptedException;
import hk.qos.error.ClosedException;
import hk.qos.error.RequestTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A blocking call sends on the thread that waits for it if a connection is ready, and ends as any other call. */
final class CallerThreadTest {
    private final HttpHarness.Setup setup = new HttpHarness.Setup();
    private final Dispatcher dispatcher = new Dispatcher();
    private final List<Thread> senders = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicBoolean flagged = new AtomicBoolean();

    private HttpHarness harness() throws Exception {
        setup.threads = Daemons.start();
        setup.http = (OkHttpClient.Builder http) -> http.dispatcher(dispatcher).addInterceptor(chain -> {
            senders.add(Thread.currentThread());
            return chain.proceed(chain.request());
        });
        return new HttpHarness(setup);
    }

    private HttpHarness silent() throws Exception {
        HttpHarness harness = harness();
        harness.server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        return harness;
    }

    private Thread call(HttpHarness harness) {
        Thread caller = new Thread(() -> {
            try {
                harness.blocking(HttpHarness.READ);
            } catch (RuntimeException e) {
                failure.set(e);
                flagged.set(Thread.currentThread().isInterrupted());
            }
        });
        caller.setDaemon(true);
        caller.start();
        return caller;
    }

    private void assertOver(Thread caller) throws InterruptedException {
        caller.join(5_000);
        assertThat(caller.isAlive()).isFalse();
        await().until(() -> dispatcher.runningCallsCount() == 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sendsOnTheCallersThreadIfAConnectionIsReady(boolean warm) throws Exception {
        setup.warm = warm;
        try (HttpHarness harness = harness().ok()) {
            harness.blocking(HttpHarness.READ);
            assertThat(senders).hasSize(1);
            assertThat(senders.get(0) == Thread.currentThread()).isEqualTo(warm);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void interruptEndsTheWaitForAnAnswer(boolean warm) throws Exception {
        setup.warm = warm;
        try (HttpHarness harness = silent()) {
            Thread caller = call(harness);
            harness.server.takeRequest();
            caller.interrupt();
            assertOver(caller);
            assertThat(failure.get()).isInstanceOf(CallInterruptedException.class);
            assertThat(flagged).isTrue();
            assertThat(harness.time.waits()).as("no retry").isEmpty();
        }
    }

    @Test
    void closeEndsTheWaitForAnAnswer() throws Exception {
        try (HttpHarness harness = silent()) {
            Thread caller = call(harness);
            harness.server.takeRequest();
            harness.calls.close();
            assertOver(caller);
            assertThat(failure.get()).isInstanceOf(ClosedException.class);
            assertThat(flagged).isFalse();
        }
    }

    @Test
    void timeoutEndsTheWaitForAnAnswer() throws Exception {
        setup.callTimeout = Duration.ofSeconds(3);
        try (HttpHarness harness = silent()) {
            Thread caller = call(harness);
            harness.server.takeRequest();
            harness.time.advance(Duration.ofSeconds(3));
            assertOver(caller);
            assertThat(failure.get()).isInstanceOf(RequestTimeoutException.class);
        }
    }

    @Test
    void retrySendsOnTheCallersThread() throws Exception {
        try (HttpHarness harness = harness().answer(502, "").ok()) {
            Thread caller = call(harness);
            await().until(() -> harness.time.waits().size() == 1);
            harness.time.advance(Duration.ofSeconds(30));
            assertOver(caller);
            assertThat(failure).hasNullValue();
            assertThat(senders).containsExactly(caller, caller);
        }
    }

    @Test
    void interruptedWaitRunsNoFurtherAttemptAndGivesBackWhatIsQueued() {
        List<String> elsewhere = new ArrayList<>();
        List<Boolean> done = new ArrayList<>();
        CompletableFuture<String> call = new CompletableFuture<>();
        CallerThread caller = new CallerThread(task -> elsewhere.add("task"), () -> true);
        caller.execute(() -> done.add(call.isDone()));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> caller.await(call)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(call).isCancelled();
        assertThat(done)
                .as("the queued attempt ran after the call was cancelled")
                .containsExactly(true);
        caller.execute(() -> done.add(true));
        assertThat(elsewhere).hasSize(1);
    }
}
