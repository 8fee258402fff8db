package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.error.AuthenticationException;
import hk.qos.error.ConnectFailedException;
import hk.qos.error.UntrustedServerException;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

    @Test
    void configuredCertificatesAreTrusted() throws Exception {
        X509Bundle certificate = certificate("localhost").buildIssuedBy(authority());
        try (TestServer server = https(certificate).answer(200, TestServer.SNAPSHOT);
                QosClient qos = server.client()
                        .trustedCertificates(List.of(certificate.getRootCertificate()))
                        .build()) {
            assertThat(qos.http().snapshots("US:AAPL")).hasSize(1);
        }
    }

    @Test
    void untrustedServerReceivesNothing() throws Exception {
        X509Bundle certificate = certificate("localhost").buildIssuedBy(authority());
        try (TestServer server = https(certificate);
                QosClient qos =
                        server.client().retryPolicy(RetryPolicy.defaults()).build()) {
            refuses(qos, server, "is not trusted", "trustedCertificates");
        }
    }

    @Test
    void serverWithCertificateOfAnotherHostReceivesNothing() throws Exception {
        X509Bundle certificate = certificate("other.example").buildIssuedBy(authority());
        try (TestServer server = https(certificate);
                QosClient qos = server.client()
                        .trustedCertificates(List.of(certificate.getRootCertificate()))
                        .build()) {
            refuses(qos, server, "is for another host", "localhost", "other.example");
        }
    }

    @Test
    void serverWithExpiredCertificateReceivesNothing() throws Exception {
        Instant now = Instant.now();
        X509Bundle certificate = certificate("localhost")
                .notBefore(now.minus(Duration.ofDays(2)))
                .notAfter(now.minus(Duration.ofDays(1)))
                .buildIssuedBy(authority());
        try (TestServer server = https(certificate);
                QosClient qos = server.client()
                        .trustedCertificates(List.of(certificate.getRootCertificate()))
                        .build()) {
            refuses(qos, server, "has expired");
        }
    }

    @Test
    void serverWithCertificateNotYetValidReceivesNothing() throws Exception {
        Instant now = Instant.now();
        X509Bundle certificate = certificate("localhost")
                .notBefore(now.plus(Duration.ofDays(1)))
                .notAfter(now.plus(Duration.ofDays(2)))
                .buildIssuedBy(authority());
        try (TestServer server = https(certificate);
                QosClient qos = server.client()
                        .trustedCertificates(List.of(certificate.getRootCertificate()))
                        .build()) {
            refuses(qos, server, "is not valid yet");
        }
    }

    @Test
    void proxySeesOnlyTheTargetAddress() throws Exception {
        X509Bundle certificate = certificate("api.invalid").buildIssuedBy(authority());
        try (TestServer proxy = https(certificate)) {
            proxy.http.enqueue(tunnel(200));
            proxy.answer(200, TestServer.SNAPSHOT);
            try (QosClient qos = through(proxy, certificate, "me")) {
                assertThat(qos.http().snapshots("US:AAPL")).hasSize(1);
            }
            RecordedRequest outside = proxy.http.takeRequest();
            assertThat(outside.getRequestLine()).isEqualTo("CONNECT api.invalid:443 HTTP/1.1");
            assertThat(outside.getHeaders().get("Proxy-Authorization")).isEqualTo(Credentials.basic("me", "pass-word"));
            assertThat(outside.getHeaders().toString()).doesNotContain(proxy.key);
            RecordedRequest inside = proxy.http.takeRequest();
            assertThat(inside.getHeaders().get("key")).isEqualTo(proxy.key);
            assertThat(inside.getHeaders().get("Proxy-Authorization")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "me"})
    void proxyThatRejectsCredentialsIsTriedOnceAndNamed(String user) throws Exception {
        X509Bundle certificate = certificate("api.invalid").buildIssuedBy(authority());
        try (TestServer proxy = https(certificate)) {
            proxy.http.enqueue(tunnel(407));
            try (QosClient qos = through(proxy, certificate, user)) {
                assertThatThrownBy(() -> qos.http().snapshots("US:AAPL"))
                        .isInstanceOfSatisfying(
                                AuthenticationException.class,
                                refused -> assertThat(refused.httpStatus()).hasValue(407))
                        .hasMessageContaining("the proxy 127.0.0.1:" + proxy.http.getPort())
                        .hasMessageNotContaining("pass-word");
            }
            assertThat(proxy.http.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void refusedTunnelIsConnectFailure() throws Exception {
        X509Bundle certificate = certificate("api.invalid").buildIssuedBy(authority());
        try (TestServer proxy = https(certificate)) {
            proxy.http.enqueue(tunnel(502));
            try (QosClient qos = through(proxy, certificate, "me")) {
                assertThatThrownBy(() -> qos.http().snapshots("US:AAPL"))
                        .isExactlyInstanceOf(ConnectFailedException.class)
                        .hasMessageContaining("CONNECT: 502");
            }
        }
    }

    @Test
    void nonAsciiProxyPasswordIsEncodedLikeTheStreams() throws Exception {
        try (TestServer proxy = new TestServer()) {
            proxy.answer(407, "", "Proxy-Authenticate", "Basic realm=\"p\"").answer(200, TestServer.SNAPSHOT);
            try (QosClient qos = plainThrough(proxy)
                    .proxy(address(proxy))
                    .proxyCredentials("m\u00fc", "p\u00e4ss\u4f60\u597d")
                    .build()) {
                assertThat(qos.http().snapshots("US:AAPL")).hasSize(1);
            }
            assertThat(proxy.http.takeRequest().getHeaders().get("Proxy-Authorization"))
                    .isNull();
            assertThat(proxy.http.takeRequest().getHeaders().get("Proxy-Authorization"))
                    .isEqualTo("Basic bcO8OnDDpHNz5L2g5aW9");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "me"})
    void plainHttpProxyThatRejectsCredentialsIsNamed(String user) throws Exception {
        try (TestServer proxy = new TestServer()) {
            proxy.answer(407, "").answer(407, "").answer(407, "");
            QosClientBuilder through = plainThrough(proxy).proxy(address(proxy));
            try (QosClient qos = (user.isEmpty() ? through : through.proxyCredentials(user, "pass-word")).build()) {
                assertThatThrownBy(() -> qos.http().snapshots("US:AAPL"))
                        .isInstanceOf(AuthenticationException.class)
                        .hasMessageContaining("the proxy 127.0.0.1:" + proxy.http.getPort())
                        .hasMessageContaining("proxyCredentials");
            }
            assertThat(proxy.http.getRequestCount()).isEqualTo(user.isEmpty() ? 1 : 2);
        }
    }

    private static Proxy address(TestServer proxy) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("127.0.0.1", proxy.http.getPort()));
    }

    private static QosClientBuilder plainThrough(TestServer proxy) {
        return proxy.client().httpUrl("http://api.invalid/").allowPlaintextKey(true);
    }

    @Test
    void sendsClientCertificate() throws Exception {
        X509Bundle authority = authority();
        X509Bundle certificate = certificate("localhost").buildIssuedBy(authority);
        X509Bundle client = certificate("somebody").buildIssuedBy(authority);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                certificate.toKeyManagerFactory().getKeyManagers(),
                authority.toTrustManagerFactory().getTrustManagers(),
                null);
        try (TestServer server = new TestServer()) {
            server.http.useHttps(context.getSocketFactory());
            server.http.requireClientAuth();
            server.answer(200, TestServer.SNAPSHOT);
            List<X509Certificate> trusted = List.of(authority.getCertificate());
            try (QosClient qos = server.client()
                    .trustedCertificates(trusted)
                    .clientCertificate(client.getKeyPair().getPrivate(), List.of(client.getCertificatePath()))
                    .build()) {
                assertThat(qos.http().snapshots("US:AAPL")).hasSize(1);
            }
        }
    }

    @Test
    void trustManagerAndSslContextReplaceTrustAndHostNameIsVerified() throws Exception {
        X509Bundle authority = authority();
        X509TrustManager trust =
                (X509TrustManager) authority.toTrustManagerFactory().getTrustManagers()[0];
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {trust}, null);
        List<UnaryOperator<QosClientBuilder>> both =
                List.of(set -> set.trustManager(trust), set -> set.sslContext(context, trust));
        X509Bundle right = certificate("localhost").buildIssuedBy(authority);
        X509Bundle wrong = certificate("other.example").buildIssuedBy(authority);
        for (UnaryOperator<QosClientBuilder> tls : both) {
            try (TestServer server = https(right).answer(200, TestServer.SNAPSHOT);
                    QosClient qos = tls.apply(server.client()).build()) {
                assertThat(qos.http().snapshots("US:AAPL")).hasSize(1);
            }
            try (TestServer server = https(wrong);
                    QosClient qos = tls.apply(server.client()).build()) {
                refuses(qos, server, "is for another host");
            }
        }
    }

    private static MockResponse tunnel(int status) {
        return new MockResponse.Builder().inTunnel().code(status).build();
    }

    private static QosClient through(TestServer proxy, X509Bundle certificate, String user) {
        QosClientBuilder through = proxy.client()
                .httpUrl("https://api.invalid/")
                .trustedCertificates(List.of(certificate.getRootCertificate()))
                .proxy(address(proxy));
        return (user.isEmpty() ? through : through.proxyCredentials(user, "pass-word")).build();
    }

    private static void refuses(QosClient qos, TestServer server, String... texts) {
        assertThatThrownBy(() -> qos.http().snapshots("US:AAPL"))
                .isExactlyInstanceOf(UntrustedServerException.class)
                .hasMessageContaining("the server's certificate")
                .hasMessageContainingAll(texts);
        assertThat(server.http.getRequestCount()).isZero();
    }

    private static X509Bundle authority() throws Exception {
        return certificate("authority").setIsCertificateAuthority(true).buildSelfSigned();
    }

    private static CertificateBuilder certificate(String host) {
        return new CertificateBuilder().ecp256().subject("CN=" + host).addSanDnsName(host);
    }

    private static TestServer https(X509Bundle certificate) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(certificate.toKeyManagerFactory().getKeyManagers(), null, null);
        TestServer server = new TestServer();
        server.http.useHttps(context.getSocketFactory());
        return server;
    }
}
