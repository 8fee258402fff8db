package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hk.qos.client.model.Snapshot;
import hk.qos.error.AuthenticationException;
import hk.qos.error.ClientException;
import hk.qos.error.ClosedException;
import hk.qos.error.RequestLimitException;
import hk.qos.error.ServerErrorException;
import hk.qos.error.UnexpectedStatusException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class QosClientHttpTest {

    @Test
    void keyIsSentInHeaderAndNeverInUrl() throws Exception {
        try (TestServer server = new TestServer().answer(200, TestServer.SNAPSHOT);
                QosClient qos = server.client().build()) {
            List<Snapshot> quotes = qos.http().snapshots("US:AAPL");
            assertThat(quotes).singleElement().extracting(Snapshot::code).isEqualTo("US:AAPL");
            RecordedRequest request = server.http.takeRequest();
            assertThat(request.getRequestLine()).isEqualTo("POST /snapshot HTTP/1.1");
            assertThat(request.getHeaders().get("key")).isEqualTo(server.key);
            assertThat(request.getBody().utf8()).isEqualTo("{\"codes\":[\"US:AAPL\"]}");
        }
    }

    @Test
    void pathOfBaseUrlIsKept() throws Exception {
        try (TestServer server = new TestServer().answer(200, TestServer.SNAPSHOT);
                QosClient qos = server.client()
                        .httpUrl(server.http.url("/gateway/qos").toString())
                        .build()) {
            qos.http().snapshots("US:AAPL");
            RecordedRequest request = server.http.takeRequest();
            assertThat(request.getTarget()).isEqualTo("/gateway/qos/snapshot");
            assertThat(request.getHeaders().get("key")).isEqualTo(server.key);
        }
    }

    @Test
    @SuppressWarnings("deprecation") // /register is what is tested
    void registersWithoutApiKeyEvenIfTheClientHasOne() throws Exception {
        try (TestServer server = new TestServer().answer(200, "{\"msg\":\"too soon\"}");
                QosClient qos = server.client().build()) {
            assertThatThrownBy(() -> qos.http().register("me@example.org")).hasMessageContaining("too soon");
            assertThat(server.http.takeRequest().getHeaders().get("key")).isNull();
        }
    }

    @Test
    void missingKeyFailsBeforeSending() throws Exception {
        try (TestServer server = new TestServer();
                QosClient qos = server.client().withoutApiKey().build()) {
            assertThatThrownBy(() -> qos.http().snapshots("US:AAPL"))
                    .isInstanceOf(AuthenticationException.class)
                    .hasMessageStartingWith("the API key is missing: ");
            assertThat(server.http.getRequestCount()).isZero();
        }
    }

    @Test
    void followsNoRedirect() throws Exception {
        try (TestServer elsewhere = new TestServer();
                TestServer server = new TestServer()) {
            OkHttpClient following = new OkHttpClient();
            for (int status : new int[] {301, 302, 303, 307, 308}) {
                server.answer(status, "", "Location", elsewhere.http.url("/x").toString());
                try (QosClient qos = server.client().okHttpClient(following).build()) {
                    assertThatThrownBy(() -> qos.http().snapshots("US:AAPL"))
                            .isInstanceOf(UnexpectedStatusException.class)
                            .hasMessageContaining("HTTP " + status);
                }
            }
            assertThat(elsewhere.http.getRequestCount()).isZero();
        }
    }

    @Test
    @SuppressWarnings("deprecation") // /register is what is tested
    void retryAfterZeroIsRetriedByPolicyOnly() throws Exception {
        try (TestServer server =
                        new TestServer().answer(503, "", "Retry-After", "0").answer(408, "", "Retry-After", "0");
                QosClient qos = server.client()
                        .retryPolicy(RetryPolicy.defaults())
                        .ratePolicy(RatePolicy.failAtOnce())
                        .build()) {
            assertThatThrownBy(() -> qos.http().register("me@example.org")).isInstanceOf(ServerErrorException.class);
            assertThatThrownBy(() -> qos.http().snapshots("US:AAPL")).isInstanceOf(UnexpectedStatusException.class);
            assertThat(server.http.getRequestCount()).isEqualTo(2);
        }
    }

    @Test
    void invalidCodesAreRefusedBeforeSending() throws Exception {
        try (TestServer server = new TestServer().answer(200, TestServer.SNAPSHOT);
                QosClient qos = server.client().splitLargeRequests(false).build();
                QosClient lenient = server.client().allowUnknownMarkets(true).build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> qos.http().snapshots("US AAPL"))
                    .withMessageContaining("codes")
                    .withMessageContaining("US AAPL");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> qos.http().snapshots("XX:AAPL"))
                    .withMessageContaining("XX:AAPL")
                    .withMessageContaining("allowUnknownMarkets");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> qos.http().snapshots(List.of()))
                    .withMessageContaining("codes must not be empty");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> qos.http().trades(51, "US:AAPL"))
                    .withMessageContaining("count")
                    .withMessageContaining("51");
            assertThatThrownBy(() -> qos.http().snapshots("US:A,B,C,D,E,F,G,H,I,J,K"))
                    .isInstanceOf(RequestLimitException.class)
                    .matches(e -> !((ClientException) e).isRetryable())
                    .hasMessageContaining("11 instruments")
                    .hasMessageContaining("PlanLimits.withInstruments");
            assertThat(server.http.getRequestCount()).isZero();
            assertThat(lenient.http().snapshots("XX:AAPL")).hasSize(1);
        }
    }

    @Test
    void requestsUseTheProxy() throws Exception {
        try (TestServer proxy = new TestServer().answer(407, "").answer(200, TestServer.SNAPSHOT);
                QosClient qos = proxy.client()
                        .httpUrl("http://api.example/")
                        .proxy(new Proxy(
                                Proxy.Type.HTTP, InetSocketAddress.createUnresolved("127.0.0.1", proxy.http.getPort())))
                        .proxyCredentials("me", "word")
                        .allowPlaintextKey(true)
                        .build()) {
            qos.http().snapshots("US:AAPL");
            proxy.http.takeRequest();
            RecordedRequest request = proxy.http.takeRequest();
            assertThat(request.getRequestLine()).isEqualTo("POST http://api.example/snapshot HTTP/1.1");
            assertThat(request.getHeaders().get("Proxy-Authorization")).startsWith("Basic ");
        }
    }

    @Test
    void exposesRetrofitInterfaceAndMoshi() throws Exception {
        try (TestServer server = new TestServer().answer(200, TestServer.SNAPSHOT);
                QosClient qos = server.client().build()) {
            var body = new hk.qos.client.api.CodesRequest(List.of("US:AAPL"));
            var reply = qos.api().snapshots(body).execute();
            assertThat(server.http.takeRequest().getHeaders().get("key")).isEqualTo(server.key);
            assertThat(reply.body()).isNotNull();
            assertThat(qos.moshi().adapter(Snapshot.class).fromJson("{\"c\":\"US:AAPL\"}"))
                    .isNotNull();
        }
    }

    @Test
    void closeStopsThreadsAndFailsPendingCalls() throws Exception {
        try (TestServer server = new TestServer()) {
            server.http.enqueue(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build());
            QosClient qos = server.client()
                    .planLimits(PlanLimits.defaults().withRequestsPerMinute(1))
                    .build();
            CompletableFuture<Results<Snapshot>> stalled = qos.http().async().snapshots("US:AAPL");
            CompletableFuture<Results<Snapshot>> waiting = qos.http().async().snapshots("US:AAPL");
            server.http.takeRequest();
            assertThat(ownThreads()).isNotEmpty();
            qos.close();
            qos.close();
            for (CompletableFuture<Results<Snapshot>> future : List.of(stalled, waiting)) {
                assertThat(future)
                        .failsWithin(Duration.ZERO)
                        .withThrowableThat()
                        .withCauseInstanceOf(ClosedException.class);
            }
            await().untilAsserted(() -> assertThat(ownThreads()).isEmpty());
            assertThatThrownBy(() -> qos.http().snapshots("US:AAPL")).isInstanceOf(ClosedException.class);
        }
    }

    @Test
    void callbackMayCloseTheClient() throws Exception {
        try (TestServer server = new TestServer().answer(200, TestServer.SNAPSHOT)) {
            QosClient qos = server.client().build();
            qos.http().async().snapshots("US:AAPL").thenRun(qos::close).get();
            await().untilAsserted(() -> assertThat(ownThreads()).isEmpty());
        }
    }

    @Test
    void streamIsRefusedWithoutKeyAndAfterClose() {
        try (QosClient keyless = QosClient.builder().withoutApiKey().build()) {
            assertThatThrownBy(keyless::stream).isInstanceOf(AuthenticationException.class);
        }
        QosClient qos = QosClient.builder().apiKey(TestServer.newKey()).build();
        qos.close();
        assertThatThrownBy(qos::stream).isInstanceOf(ClosedException.class);
    }

    @Test
    void closeKeepsCallersOkHttpClientRunning() throws Exception {
        OkHttpClient own = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().header("x-own", "kept").build()))
                .build();
        try (TestServer server =
                new TestServer().answer(200, TestServer.SNAPSHOT).answer(200, TestServer.SNAPSHOT)) {
            for (int i = 0; i < 2; i++) {
                try (QosClient qos = server.client().okHttpClient(own).build()) {
                    qos.http().snapshots("US:AAPL");
                }
                assertThat(server.http.takeRequest().getHeaders().get("x-own")).isEqualTo("kept");
            }
        } finally {
            assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
            own.dispatcher().executorService().shutdown();
            own.connectionPool().evictAll();
        }
    }

    private static List<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("qos-"))
                .toList();
    }
}
