package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.Moshi;
import hk.qos.client.api.Envelope;
import hk.qos.client.api.QosApi;
import hk.qos.client.internal.check.CodeSpelling;
import hk.qos.client.internal.http.CallBound;
import hk.qos.client.internal.http.HttpCalls;
import hk.qos.client.internal.http.InputRules;
import hk.qos.client.internal.http.RequestSizes;
import hk.qos.client.internal.http.VirtualTime;
import hk.qos.client.internal.json.QosJsonAdapterFactory;
import hk.qos.client.internal.request.HttpOperations;
import hk.qos.client.model.HistoryKLineQuery;
import hk.qos.client.model.InstrumentCodes;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineSeries;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Permission;
import hk.qos.client.model.Permissions;
import hk.qos.client.model.Snapshot;
import hk.qos.error.LimitException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** The requests that {@code QosHttp} and {@code QosHttpAsync} send, and how they count instruments. */
class HttpMethodsTest {
    private static final int PLAN = 3;

    private final MockWebServer server = new MockWebServer();
    private final Recorder calls = new Recorder();
    private QosHttp http;

    @BeforeEach
    void start() throws IOException {
        server.start();
        Moshi moshi = new Moshi.Builder().add(new QosJsonAdapterFactory()).build();
        QosApi api = new Retrofit.Builder()
                .baseUrl(server.url("/"))
                .addConverterFactory(MoshiConverterFactory.create(moshi))
                .build()
                .create(QosApi.class);
        InputRules rules =
                new InputRules(CodeSpelling::split, code -> InstrumentCodes.market(code) != null, PLAN, false);
        http = new QosHttp(api, calls, rules, new RequestSizes(operation -> 3, 1000, false));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void answer(String json) {
        server.enqueue(new MockResponse.Builder().body(json).build());
    }

    private String sent() throws InterruptedException {
        var request = server.takeRequest();
        return request.getTarget() + " "
                + Objects.requireNonNull(request.getBody()).utf8();
    }

    @Test
    void batchesCodesByMarketAndCountsEachInstrumentOnce() throws InterruptedException {
        answer("{\"msg\":\"OK\",\"data\":[{\"c\":\"US:AAPL\",\"lp\":\"1.50\"}]}");

        List<Snapshot> snapshots = http.snapshots("US:AAPL", "HK:00700", "US:TSLA", "HK:700");

        assertThat(snapshots).extracting(Snapshot::code).containsExactly("US:AAPL");
        assertThat(sent()).isEqualTo("/snapshot {\"codes\":[\"US:AAPL,TSLA\",\"HK:700\"]}");
        assertThat(calls.seen).containsExactly("snapshots (4.3) 3");
    }

    @Test
    void reportsMissingInstrumentsInTheCallersSpelling() {
        answer("{\"msg\":\"OK\",\"data\":[{\"c\":\"HK:00005\"},{\"c\":\"US:TSLA\",\"lp\":\"x\"}]}");

        Results<Snapshot> snapshots = http.snapshots("US:TSLA", "HK:00700,5");

        assertThat(snapshots).extracting(Snapshot::code).containsExactly("HK:5");
        assertThat(snapshots.missing()).containsExactly("US:TSLA", "HK:00700");
        assertThat(snapshots.undecodable()).extracting(Undecodable::path).containsExactly("$.data[1]");
    }

    @Test
    void reportsMissingInstrumentsOfEachQuery() {
        answer("{\"msg\":\"OK\",\"data\":[{\"c\":\"HK:00700\",\"k\":null}]}");

        assertThat(http.async()
                        .kLines(KLineQuery.of(KLineType.DAY, 2, "HK:700", "US:AAPL"))
                        .join()
                        .missing())
                .containsExactly("US:AAPL");
    }

    @Test
    void sendsTheCountOfTradesBesideTheCodes() throws InterruptedException {
        answer("{\"msg\":\"OK\",\"data\":[]}");

        assertThat(http.trades(50, List.of("CF:BTCUSDT"))).isEmpty();

        assertThat(sent()).isEqualTo("/trade {\"codes\":[\"CF:BTCUSDT\"],\"count\":50}");
    }

    @Test
    void sendsOneQueryForEachMarketOfAQuery() throws InterruptedException {
        answer("{\"msg\":\"OK\",\"data\":[{\"c\":\"HK:00700\",\"k\":[]}]}");

        List<KLineSeries> series = http.kLines(KLineQuery.of(KLineType.DAY, 2, "HK:700", "US:AAPL"));

        assertThat(series).extracting(KLineSeries::code).containsExactly("HK:700");
        assertThat(sent())
                .isEqualTo("/kline {\"kline_reqs\":[{\"c\":\"HK:700\",\"co\":2,\"a\":0,\"kt\":1001},"
                        + "{\"c\":\"US:AAPL\",\"co\":2,\"a\":0,\"kt\":1001}]}");
        assertThat(calls.seen).containsExactly("kLines (4.6) 2");
    }

    @Test
    void omitsAbsentFields() throws InterruptedException {
        answer("{\"msg\":\"OK\",\"data\":[]}");

        assertThat(http.async()
                        .historyKLines(HistoryKLineQuery.of(KLineType.MONTH, 1, "IX:JPN225"))
                        .join())
                .isEmpty();

        assertThat(sent()).isEqualTo("/history {\"kline_reqs\":[{\"c\":\"IX:JPN225\",\"co\":1,\"a\":0,\"kt\":1030}]}");
    }

    @Test
    @SuppressWarnings("deprecation")
    void registerSendsEmailAddress() throws InterruptedException {
        answer("{\"msg\":\"OK\",\"data\":{\"key\":\"k\"}}");

        assertThat(http.register("a@example.org").key()).isEqualTo("k");

        assertThat(sent()).isEqualTo("/register {\"email\":\"a@example.org\"}");
        assertThat(calls.seen).containsExactly("register (4.1) 0");
    }

    @Test
    void invalidInputIsRefusedBeforeSending() {
        assertThatThrownBy(() -> http.snapshots()).hasMessageContaining("codes must not be empty");
        assertThatThrownBy(() -> http.depths("AAPL")).hasMessageContaining("\"AAPL\"");
        assertThatThrownBy(() -> http.depths("XX:1")).hasMessageContaining("XX:1");
        assertThatThrownBy(() -> http.trades(51, "US:AAPL")).hasMessageContaining("51");
        assertThatThrownBy(() -> http.kLines()).hasMessageContaining("queries must not be empty");
        assertThatThrownBy(() -> http.snapshots("US:A,B,C,D")).isInstanceOf(LimitException.class);
        assertThat(calls.seen).isEmpty();
    }

    @Test
    void countsInstrumentsOverAllQueries() {
        assertThatThrownBy(() -> http.kLines(
                        KLineQuery.of(KLineType.DAY, 1, "US:A", "US:B"),
                        KLineQuery.of(KLineType.WEEK, 1, "US:B", "HK:1", "HK:2")))
                .isInstanceOf(LimitException.class)
                .hasMessageContaining("4 instruments");
    }

    @Test
    void listsEveryOperationWithItsSectionAndItsLimits() {
        Permission some =
                Permission.builder().instruments(10).requestsPerMinute(20).build();
        Permissions permissions = Permissions.builder().instrumentInfo(some).build();

        assertThat(Operation.values())
                .extracting(Operation::section)
                .startsWith("4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7")
                .doesNotHaveDuplicates();
        assertThat(HttpOperations.permission(Operation.INSTRUMENT_INFO, permissions))
                .isSameAs(some);
        assertThat(HttpOperations.permission(Operation.DEPTHS, permissions)).isNull();
        assertThat(HttpOperations.permission(Operation.REGISTER, permissions)).isNull();
        assertThat(Operation.REGISTER.isReadOnly()).isFalse();
        assertThat(Operation.REGISTER.needsApiKey()).isFalse();
        assertThat(Operation.SNAPSHOTS.needsApiKey()).isTrue();
    }

    /** Sends at once, and records the operations. */
    private static final class Recorder implements HttpCalls {
        @Override
        public Duration delay(Operation operation, long requests) {
            return Duration.ZERO;
        }

        private final List<String> seen = new ArrayList<>();

        @Override
        public CallBound bound() {
            return new CallBound(new VirtualTime(), null, 0);
        }

        @Override
        public <T> T execute(
                CallBound bound,
                Operation operation,
                int instruments,
                Supplier<? extends Call<? extends Envelope<T>>> call) {
            seen.add(operation + " " + instruments);
            try {
                Envelope<T> envelope =
                        Objects.requireNonNull(call.get().execute().body());
                return Objects.requireNonNull(envelope.data());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public <T> CompletableFuture<T> executeAsync(
                CallBound bound,
                Operation operation,
                int instruments,
                Supplier<? extends Call<? extends Envelope<T>>> call) {
            return CompletableFuture.completedFuture(execute(bound, operation, instruments, call));
        }
    }
}
