package hk.qos.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.qos.error.ClientException;
import hk.qos.error.ConnectionLostException;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.Connection;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kept connections that the server closes or writes to, against a scripted server. */
@Timeout(60)
class StaleConnectionsTest {
    private static final X509Bundle CERTIFICATE = certificate();
    private static final HttpHarness.Setup ONCE = once();

    private static HttpHarness.Setup once() {
        HttpHarness.Setup once = new HttpHarness.Setup();
        once.backoff = new RetryBackoff(1, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(60));
        once.perMinute = 3;
        once.rate = HttpHarness.rules(Duration.ZERO);
        once.http = StaleConnectionsTest::trusting;
        return once;
    }

    private static X509Bundle certificate() {
        try {
            return new CertificateBuilder()
                    .ecp256()
                    .subject("CN=localhost")
                    .addSanDnsName("localhost")
                    .setIsCertificateAuthority(true)
                    .buildSelfSigned();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static OkHttpClient.Builder trusting(OkHttpClient.Builder http) {
        try {
            TrustManager[] trusted = CERTIFICATE.toTrustManagerFactory().getTrustManagers();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted, null);
            return http.sslSocketFactory(context.getSocketFactory(), (X509TrustManager) trusted[0]);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static ScriptedServer server(boolean tls) throws Exception {
        if (!tls) {
            return new ScriptedServer();
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(CERTIFICATE.toKeyManagerFactory().getKeyManagers(), null, null);
        return new ScriptedServer(context);
    }

    @ParameterizedTest(name = "TLS: {0}")
    @ValueSource(booleans = {false, true})
    void connectionClosedWhileIdleCostsNoAttempt(boolean tls) throws Exception {
        try (ScriptedServer server = server(tls);
                HttpHarness harness = new HttpHarness(ONCE, server.url())) {
            server.connection().answer("a").closeOnRequest();
            server.connection().answer("b").answer("c");
            assertThat(harness.blocking(HttpHarness.READ)).containsExactly("a");
            assertThat(harness.blocking(HttpHarness.READ)).containsExactly("b");
            assertThat(harness.calls.usage(HttpHarness.READ).used())
                    .as("turns of the rate")
                    .isEqualTo(2);
            assertThat(harness.blocking(HttpHarness.READ)).containsExactly("c");
            assertThat(harness.time.waits()).isEmpty();
            server.assertDone();
        }
    }

    @ParameterizedTest(name = "TLS: {0}")
    @ValueSource(booleans = {false, true})
    void resetOfIdleConnectionCostsNoAttempt(boolean tls) throws Exception {
        try (ScriptedServer server = server(tls);
                HttpHarness harness = new HttpHarness(ONCE, server.url())) {
            server.connection().answer("a").resetOnRequest();
            server.connection().answer("b");
            assertThat(harness.blocking(HttpHarness.READ)).containsExactly("a");
            assertThat(harness.blocking(HttpHarness.READ)).containsExactly("b");
            server.assertDone();
        }
    }

    @Test
    void deadConnectionsAreSkippedUntilAFreshOne() throws Exception {
        HttpHarness.Setup parallel = once();
        parallel.threads = Daemons.start();
        try (ScriptedServer server = new ScriptedServer();
                HttpHarness harness = new HttpHarness(parallel, server.url())) {
            server.connection().answerTogether("a").closeOnRequest();
            server.connection().answerTogether("a").closeOnRequest();
            server.connection().answer("b");
            CompletableFuture<List<String>> one = harness.async(HttpHarness.READ);
            CompletableFuture<List<String>> two = harness.async(HttpHarness.READ);
            assertThat(one.get()).isEqualTo(two.get());
            assertThat(harness.blocking(HttpHarness.READ)).containsExactly("b");
            server.assertDone();
        }
    }

    @Test
    void brokenFreshConnectionFailsTheCall() throws Exception {
        try (ScriptedServer server = new ScriptedServer();
                HttpHarness harness = new HttpHarness(ONCE, server.url())) {
            server.connection().closeOnRequest();
            assertThat(HttpHarness.failure(harness.async(HttpHarness.READ)))
                    .isInstanceOf(ConnectionLostException.class);
            server.assertDone();
        }
    }

    @Test
    void failureWithinTheAnswerIsNotRetriedOnAnotherConnection() throws Exception {
        try (ScriptedServer server = new ScriptedServer();
                HttpHarness harness = new HttpHarness(ONCE, server.url())) {
            server.connection().answer("a").onRequest("HTTP/1.1 2").closeNow();
            assertThat(harness.blocking(HttpHarness.READ)).containsExactly("a");
            assertThat(HttpHarness.failure(harness.async(HttpHarness.READ)))
                    .isInstanceOf(ConnectionLostException.class);
            server.assertDone();
        }
    }

    @Test
    void writeIsNeverRepeated() throws Exception {
        try (ScriptedServer server = new ScriptedServer();
                HttpHarness harness = new HttpHarness(ONCE, server.url())) {
            server.connection().answer("a").closeOnRequest();
            assertThat(harness.blocking(HttpHarness.READ)).containsExactly("a");
            assertThat(HttpHarness.failure(harness.async(HttpHarness.WRITE)))
                    .isInstanceOf(ConnectionLostException.class)
                    .hasMessageContaining("unexpected end of stream");
            server.assertDone();
        }
    }

    @ParameterizedTest(name = "TLS: {0}")
    @ValueSource(booleans = {false, true})
    void unsolicitedAnswerIsNotReadAsTheNextOne(boolean tls) throws Exception {
        try (ScriptedServer server = server(tls);
                HttpHarness harness = new HttpHarness(ONCE, server.url())) {
            String unsolicited = ScriptedServer.http("wrong");
            server.connection()
                    .onRequest(ScriptedServer.http("a") + unsolicited)
                    .readRequestOrEnd();
            server.connection().answer("b");
            assertThat(harness.blocking(HttpHarness.READ)).containsExactly("a");
            assertThat(harness.blocking(HttpHarness.READ)).containsExactly("b");
            server.assertDone();
        }
    }

    @ParameterizedTest(name = "TLS: {0}")
    @ValueSource(booleans = {false, true})
    void leftoverBytesAreNotReadAsTheNextAnswer(boolean tls) throws Exception {
        try (ScriptedServer server = server(tls);
                HttpHarness harness = new HttpHarness(ONCE, server.url())) {
            server.connection()
                    .onRequest(ScriptedServer.http("a") + "garbage\r\n\r\n")
                    .readRequestOrEnd();
            server.connection().answer("b");
            assertThat(harness.blocking(HttpHarness.READ)).containsExactly("a");
            assertThat(harness.blocking(HttpHarness.READ)).containsExactly("b");
            server.assertDone();
        }
    }

    @ParameterizedTest(name = "TLS: {0}")
    @ValueSource(booleans = {false, true})
    void answerReceivedWhileIdleIsNotReadAsTheNextOne(boolean tls) throws Exception {
        AtomicReference<@Nullable Socket> used = new AtomicReference<>();
        HttpHarness.Setup watched = once();
        watched.http = http -> trusting(http).addNetworkInterceptor(chain -> {
            Connection connection = chain.connection();
            used.set(connection == null ? null : connection.socket());
            return chain.proceed(chain.request());
        });
        try (ScriptedServer server = server(tls);
                HttpHarness harness = new HttpHarness(watched, server.url())) {
            CountDownLatch idle = new CountDownLatch(1);
            server.connection()
                    .answer("a")
                    .waitFor(idle)
                    .unasked(ScriptedServer.http("wrong"))
                    .readRequestOrEnd();
            server.connection().answer("b");
            assertThat(harness.blocking(HttpHarness.READ)).containsExactly("a");
            Socket socket = used.get();
            assertThat(socket).isNotNull();
            idle.countDown();
            await().until(() -> socket != null && CountedSockets.hasUnread(socket));
            assertThat(harness.blocking(HttpHarness.WRITE))
                    .as("nothing was sent, so that it may be sent")
                    .containsExactly("b");
            server.assertDone();
        }
    }

    @Test
    void writeFailsInsteadOfReadingUnsolicitedAnswer() throws Exception {
        try (ScriptedServer server = new ScriptedServer();
                HttpHarness harness = new HttpHarness(ONCE, server.url())) {
            server.connection()
                    .onRequest(ScriptedServer.http("a") + ScriptedServer.http("wrong"))
                    .readRequestOrEnd();
            assertThat(harness.blocking(HttpHarness.READ)).containsExactly("a");
            assertThat(HttpHarness.failure(harness.async(HttpHarness.WRITE)))
                    .hasMessageContaining("unsolicited bytes arrived")
                    .isInstanceOf(ClientException.class);
        }
    }
}
