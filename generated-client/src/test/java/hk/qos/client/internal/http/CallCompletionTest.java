package hk.qos.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import hk.qos.error.ClientException;
import hk.qos.error.RequestTimeoutException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call ends by its timeout and a margin, whatever is thrown at any place. */
@Timeout(60)
class CallCompletionTest {

    static Stream<Throwable> thrown() {
        return Stream.of(
                new OutOfMemoryError("Java heap space"),
                new StackOverflowError(),
                new NoClassDefFoundError("gone/Missing"),
                new AssertionError("never"),
                new IllegalStateException("a caller's bug"));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void throwingInterceptorFailsTheCall(Throwable thrown) throws Exception {
        HttpHarness.Setup setup = new HttpHarness.Setup();
        setup.http = http -> http.addInterceptor(chain -> {
            throw raise(thrown);
        });
        assertEndsBy(thrown, setup);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void throwingNetworkInterceptorFailsTheCall(Throwable thrown) throws Exception {
        HttpHarness.Setup setup = new HttpHarness.Setup();
        setup.http = http -> http.addNetworkInterceptor(chain -> {
            throw raise(thrown);
        });
        assertEndsBy(thrown, setup);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void throwingBodyFailsTheCall(Throwable thrown) throws Exception {
        HttpHarness.Setup setup = new HttpHarness.Setup();
        setup.http = http -> http.addInterceptor(chain -> withBrokenBody(chain, thrown, 200));
        assertEndsBy(thrown, setup);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void throwingErrorBodyFailsTheCall(Throwable thrown) throws Exception {
        HttpHarness.Setup setup = new HttpHarness.Setup();
        setup.http = http -> http.addInterceptor(chain -> withBrokenBody(chain, thrown, 418));
        assertEndsBy(thrown, setup);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void exceptionWhileAnAnswerIsUsedFailsTheCall(Throwable thrown) throws Exception {
        HttpHarness.Setup setup = new HttpHarness.Setup();
        setup.moshi.add(HttpHarness.Reply.class, new JsonAdapter<HttpHarness.Reply>() {
            @Override
            public HttpHarness.Reply fromJson(JsonReader reader) throws IOException {
                reader.skipValue();
                HttpHarness.Reply reply = new HttpHarness.Reply();
                reply.onUse = () -> {
                    throw raise(thrown);
                };
                return reply;
            }

            @Override
            public void toJson(JsonWriter writer, HttpHarness.@Nullable Reply reply) {
                throw new AssertionError("answers are only read");
            }
        });
        assertEndsBy(thrown, setup);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void rejectingExecutorFailsTheCall(Throwable thrown) throws Exception {
        HttpHarness.Setup setup = new HttpHarness.Setup();
        setup.warm = false;
        setup.threads = task -> {
            throw raise(thrown);
        };
        assertEndsBy(thrown, setup);
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void requestThatCannotBeBuiltFailsTheCall(Throwable thrown) throws Exception {
        try (HttpHarness harness = new HttpHarness()) {
            CompletableFuture<List<String>> answer = harness.calls.executeAsync(HttpHarness.READ, 1, () -> {
                throw raise(thrown);
            });
            assertThat(HttpHarness.failure(answer)).hasCause(thrown);
        }
    }

    private static void assertEndsBy(Throwable thrown, HttpHarness.Setup setup) throws Exception {
        try (HttpHarness harness = new HttpHarness(setup).ok().ok()) {
            Throwable failure = HttpHarness.failure(harness.async(HttpHarness.READ));
            assertThat(failure)
                    .hasCause(thrown)
                    .hasMessageContaining("snapshots (4.3)")
                    .hasMessageContaining(thrown.getClass().getSimpleName());
            assertThat(catchThrowableOfType(ClientException.class, () -> harness.blocking(HttpHarness.READ)))
                    .hasCause(thrown);
            assertThat(harness.time.waits()).as("timers left").isEmpty();
        }
    }

    /** Never returns. */
    private static RuntimeException raise(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }

    private static Response withBrokenBody(Interceptor.Chain chain, Throwable thrown, int status) throws IOException {
        Response response = chain.proceed(chain.request());
        BufferedSource broken = Okio.buffer(new ForwardingSource(response.body().source()) {
            @Override
            public long read(Buffer sink, long byteCount) {
                throw raise(thrown);
            }
        });
        return response.newBuilder()
                .code(status)
                .body(ResponseBody.create(broken, MediaType.get("application/json"), -1))
                .build();
    }

    @Test
    void attemptThatIgnoresTimeoutsIsAbandoned() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        HttpHarness.Setup setup = new HttpHarness.Setup();
        setup.threads = Daemons.start();
        setup.http = http -> http.addInterceptor(chain -> {
            awaitUninterruptibly(never);
            return chain.proceed(chain.request());
        });
        try (HttpHarness harness = new HttpHarness(setup)) {
            CompletableFuture<List<String>> answer = harness.async(HttpHarness.READ);
            harness.time.advance(HttpHarness.ATTEMPT_TIMEOUT.minusNanos(1));
            assertThat(answer).isNotDone();
            harness.time.advance(Duration.ofNanos(1));
            assertThat(HttpHarness.failure(answer))
                    .isInstanceOf(RequestTimeoutException.class)
                    .hasMessageContaining("did not end within 21000 ms");
        } finally {
            never.countDown();
        }
    }

    @Test
    void attemptWhoseTaskIsLostTimesOut() throws Exception {
        HttpHarness.Setup setup = new HttpHarness.Setup();
        AtomicBoolean losing = new AtomicBoolean(true);
        setup.threads = task -> {
            if (!losing.get()) {
                task.run();
            }
        };
        try (HttpHarness harness = new HttpHarness(setup)) {
            CompletableFuture<List<String>> answer = harness.async(HttpHarness.READ);
            losing.set(false);
            harness.time.advance(HttpHarness.ATTEMPT_TIMEOUT);
            assertThat(HttpHarness.failure(answer)).isInstanceOf(RequestTimeoutException.class);
        }
    }

    @Test
    void callsWhoseContinuationsMakeBlockingCallsFinish() throws Exception {
        HttpHarness.Setup setup = new HttpHarness.Setup();
        setup.perMinute = 1_000;
        Executor daemons = Daemons.start();
        CountDownLatch chainedAll = new CountDownLatch(1);
        // No answer arrives before its continuation is registered; otherwise that would run on the calling thread.
        setup.threads = task -> daemons.execute(() -> {
            awaitUninterruptibly(chainedAll);
            task.run();
        });
        try (HttpHarness harness = new HttpHarness(setup)) {
            CountDownLatch allAnswered = new CountDownLatch(100);
            List<CompletableFuture<List<String>>> chained = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                harness.ok().ok();
                chained.add(harness.async(HttpHarness.READ).thenApply(first -> {
                    allAnswered.countDown();
                    awaitUninterruptibly(allAnswered);
                    return harness.blocking(HttpHarness.READ);
                }));
            }
            chainedAll.countDown();
            await().atMost(Duration.ofSeconds(50)).until(() -> chained.stream().allMatch(CompletableFuture::isDone));
            assertThat(chained).allMatch(answer -> !answer.isCompletedExceptionally());
        }
    }

    @Test
    void attemptsAreLimitedAndRefusedAttemptFreesItsSlot() {
        List<Runnable> running = new ArrayList<>();
        List<Throwable> refused = new ArrayList<>();
        boolean[] full = new boolean[1];
        AttemptLimiter limiter = new AttemptLimiter(2);
        Supplier<AttemptLimiter.Attempt> attempt = () -> new AttemptLimiter.Attempt() {
            @Override
            public Executor threads() {
                return task -> {
                    if (full[0]) {
                        throw new RejectedExecutionException("full");
                    }
                    running.add(task);
                };
            }

            @Override
            public void run() {
                limiter.leave();
            }

            @Override
            public void refused(Throwable cause) {
                refused.add(cause);
            }
        };
        for (int i = 0; i < 4; i++) {
            limiter.enter(attempt.get());
        }
        assertThat(running).hasSize(2);
        running.remove(0).run();
        assertThat(running).hasSize(2);
        full[0] = true;
        running.remove(0).run();
        assertThat(refused).hasSize(1);
        running.remove(0).run();
        full[0] = false;
        limiter.enter(attempt.get());
        limiter.enter(attempt.get());
        limiter.enter(attempt.get());
        assertThat(running).hasSize(2);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
