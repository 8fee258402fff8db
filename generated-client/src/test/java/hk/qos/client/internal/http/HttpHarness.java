package hk.qos.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import hk.qos.client.HttpMetrics;
import hk.qos.client.Operation;
import hk.qos.client.RateWait;
import hk.qos.client.api.Envelope;
import hk.qos.client.internal.answer.AnswerRules;
import hk.qos.client.internal.answer.Joining;
import hk.qos.error.ClientException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.Body;
import retrofit2.http.POST;

/** A server, a Retrofit interface of one read and one write, and calls in virtual time. */
final class HttpHarness implements AutoCloseable {
    static final Operation READ = Operation.SNAPSHOTS;
    static final Operation WRITE = Operation.REGISTER;
    static final String ANSWER = "{\"msg\":\"OK\",\"data\":[\"a\",\"b\"]}";

    final MockWebServer server = new MockWebServer();
    final VirtualTime time = new VirtualTime();
    final RateLimitedCalls calls;
    private final KeyRates shared;
    private final ToyApi api;

    interface ToyApi {
        @POST("snapshot")
        Call<Reply> read(@Body Map<String, String> body);

        @POST("register")
        Call<Reply> write(@Body Map<String, String> body);
    }

    /** As a generated reply. */
    static final class Reply implements Envelope<List<String>> {
        String msg = "";

        @Nullable
        List<String> data;

        transient Runnable onUse = () -> {};

        @Override
        public String message() {
            onUse.run();
            return msg;
        }

        @Override
        public @Nullable List<String> data() {
            return data;
        }
    }

    static final class Refusal {
        String msg = "";
    }

    /** A pause is 30 s if the server does not state it, and at most an hour. */
    static RateRules rules(Duration maxWait) {
        return new RateRules(maxWait, Duration.ZERO, Duration.ofSeconds(30), Duration.ofHours(1));
    }

    static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(21);

    /** The settings of a test. */
    static final class Setup {
        int perMinute = 10;
        RateRules rate = rules(Duration.ofSeconds(60));

        @Nullable
        KeyRates shared;

        Consumer<RateWait> waits = wait -> {};
        Executor threads = Runnable::run;
        boolean warm = true;
        Moshi.Builder moshi = new Moshi.Builder();
        RetryBackoff backoff =
                new RetryBackoff(3, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(60));
        HttpMetrics metrics = HttpMetrics.NONE;

        @Nullable
        Duration callTimeout;

        ApiKey key = new ApiKey("0123456789abcdef");
        UnaryOperator<OkHttpClient.Builder> http = client -> client;
    }

    HttpHarness() throws Exception {
        this(new Setup());
    }

    HttpHarness(Setup setup) throws Exception {
        this(setup, null);
    }

    /** @param elsewhere the server to call; null for the harness's own */
    HttpHarness(Setup setup, @Nullable HttpUrl elsewhere) throws Exception {
        server.start();
        Moshi moshi = setup.moshi.build();
        OkHttpClient.Builder http = setup.http.apply(new OkHttpClient.Builder());
        Interceptors.addTo(
                http, new ApiKey(null), null, 100_000, url -> !url.encodedPath().equals("/register"));
        HttpUrl base = elsewhere == null ? server.url("/") : elsewhere;
        api = new Retrofit.Builder()
                .baseUrl(base)
                .client(http.build())
                .addConverterFactory(
                        new JsonBodies(moshi, new AnswerRules(false, setup.key::redact), (path, elements) -> {}))
                .build()
                .create(ToyApi.class);
        EnvelopeRules envelope = new EnvelopeRules("OK", Pattern.compile("Key .*"), body -> {
            Refusal refusal = moshi.adapter(Refusal.class).fromJson(body);
            return refusal == null ? "" : refusal.msg;
        });
        shared = setup.shared == null ? KeyRates.unshared(time) : setup.shared;
        calls = new RateLimitedCalls(new CallSettings(
                setup.key,
                envelope,
                new Limits(setup.perMinute),
                setup.rate,
                shared,
                setup.waits,
                setup.backoff,
                new SocketTimeouts(
                        Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10), ATTEMPT_TIMEOUT),
                ATTEMPT_TIMEOUT,
                setup.callTimeout,
                setup.threads,
                () -> setup.warm,
                time,
                () -> 0L,
                setup.metrics));
    }

    private record Limits(int perMinute) implements CallLimits {
        @Override
        public int requestsPerMinute(Operation operation) {
            return perMinute;
        }

        @Override
        public int instruments(Operation operation) {
            return 10;
        }
    }

    CompletableFuture<List<String>> async(Operation operation) {
        return calls.executeAsync(operation, 1, () -> call(operation));
    }

    /** A call that is one request for each code. */
    SplitCall<List<String>> split(Operation operation, String... codes) {
        Joining<List<String>> joining = new Joining<>() {
            @Override
            public List<String> join(List<List<String>> payloads) {
                return payloads.stream().flatMap(List::stream).toList();
            }

            @Override
            public List<?> elements(List<String> payload) {
                return payload;
            }
        };
        List<SplitCall.Part<List<String>>> parts = Arrays.stream(codes)
                .map(code -> new SplitCall.Part<>(List.of(code), () -> call(operation)))
                .toList();
        return new SplitCall<>(calls, operation, parts, joining, UnaryOperator.identity());
    }

    List<String> blocking(Operation operation) {
        return calls.execute(operation, 1, () -> call(operation));
    }

    private Call<Reply> call(Operation operation) {
        Map<String, String> body = Map.of("codes", "US:AAPL");
        return operation.equals(WRITE) ? api.write(body) : api.read(body);
    }

    HttpHarness answer(int code, String body) {
        server.enqueue(new MockResponse.Builder().code(code).body(body).build());
        return this;
    }

    HttpHarness answer(int code, String body, String header, String value) {
        server.enqueue(new MockResponse.Builder()
                .code(code)
                .body(body)
                .addHeader(header, value)
                .build());
        return this;
    }

    HttpHarness ok() {
        return answer(200, ANSWER);
    }

    /** Pauses the operation, as an answer to another call does. */
    void pause(Duration pause) {
        shared.window(READ).hold(pause.toNanos());
    }

    /** Waits for the failure of a call and returns it. */
    static Throwable failure(CompletableFuture<?> future) throws InterruptedException {
        try {
            throw new AssertionError("succeeded: " + future.get());
        } catch (ExecutionException e) {
            @Nullable Throwable cause = e.getCause();
            assertThat(cause).isInstanceOf(ClientException.class);
            return cause == null ? e : cause;
        }
    }

    int requests() {
        return server.getRequestCount();
    }

    @Override
    public void close() {
        calls.close();
        server.close();
    }
}
