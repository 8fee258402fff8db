package hk.qos.client.call;

import com.squareup.moshi.Moshi;
import hk.qos.client.answer.AnswerRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.Body;
import retrofit2.http.POST;

/** A server, an interface of two toy operations, and calls in virtual time. */
final class Rig implements AutoCloseable {
    static final Operation READ = new Operation("quotes", "/quotes", "9.1", true, true, "quotes", 0);
    static final Operation WRITE = new Operation("order", "/order", "9.2", false, false, null, 0);
    static final String ANSWER = "{\"msg\":\"OK\",\"data\":[\"a\",\"b\"]}";

    final MockWebServer server = new MockWebServer();
    final VirtualTime time = new VirtualTime();
    final PolicedCalls calls;
    private final ToyApi api;

    interface ToyApi {
        @POST("quotes")
        Call<Reply> quotes(@Body Map<String, String> body);
    }

    /** As a generated reply. */
    static final class Reply implements Envelope<List<String>> {
        String msg = "";

        @Nullable
        List<String> data;

        @Override
        public String message() {
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

    /** What a test may want otherwise. */
    static final class Setup {
        int perMinute = 10;
        RateRules rate = new RateRules(Duration.ofSeconds(60), Duration.ZERO);
        Backoff backoff = new Backoff(3, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(60));
        HttpMetrics metrics = HttpMetrics.NONE;
        ApiKey key = new ApiKey("0123456789abcdef");
        UnaryOperator<OkHttpClient.Builder> http = client -> client;
    }

    Rig() throws Exception {
        this(new Setup());
    }

    Rig(Setup setup) throws Exception {
        server.start();
        Moshi moshi = new Moshi.Builder().build();
        OkHttpClient.Builder http = setup.http.apply(new OkHttpClient.Builder()
                .dispatcher(new Dispatcher(new SameThread()))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .addInterceptor(new BodyLimit(100_000)));
        ConnectionWatch.addTo(http, null);
        HttpUrl base = server.url("/");
        api = new Retrofit.Builder()
                .baseUrl(base)
                .client(http.build())
                .addConverterFactory(new JsonBodies(moshi, new AnswerRules(false, setup.key::hideIn)))
                .build()
                .create(ToyApi.class);
        EnvelopeRules envelope = new EnvelopeRules("OK", body -> {
            Refusal refusal = moshi.adapter(Refusal.class).fromJson(body);
            return refusal == null ? "" : refusal.msg;
        });
        calls = new PolicedCalls(new CallSettings(
                setup.key,
                envelope,
                new Limits(setup.perMinute),
                setup.rate,
                setup.backoff,
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
        return calls.executeAsync(operation, 1, () -> api.quotes(Map.of("codes", "US:AAPL")));
    }

    List<String> blocking(Operation operation) {
        return calls.execute(operation, 1, () -> api.quotes(Map.of("codes", "US:AAPL")));
    }

    Rig answer(int code, String body) {
        server.enqueue(new MockResponse.Builder().code(code).body(body).build());
        return this;
    }

    Rig answer(int code, String body, String header, String value) {
        server.enqueue(new MockResponse.Builder()
                .code(code)
                .body(body)
                .addHeader(header, value)
                .build());
        return this;
    }

    Rig ok() {
        return answer(200, ANSWER);
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
