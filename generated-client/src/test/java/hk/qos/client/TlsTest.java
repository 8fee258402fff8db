package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.ws.error.UntrustedServerException;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class TlsTest {

    @Test
    void trustsTheCertificatesThatItIsGiven() throws Exception {
        X509Bundle certificate = certificate("localhost").buildIssuedBy(authority());
        try (TestServer server = https(certificate).answer(200, TestServer.SNAPSHOT);
                QosClient qos = server.client()
                        .trustedCertificates(List.of(certificate.getRootCertificate()))
                        .build()) {
            assertThat(qos.http().snapshots("US:AAPL")).hasSize(1);
        }
    }

    @Test
    void sendsNothingToAServerThatItDoesNotTrust() throws Exception {
        X509Bundle certificate = certificate("localhost").buildIssuedBy(authority());
        try (TestServer server = https(certificate);
                QosClient qos =
                        server.client().retryPolicy(RetryPolicy.defaults()).build()) {
            refuses(qos, server, "is not trusted", "trustedCertificates");
        }
    }

    @Test
    void sendsNothingToAServerOfAnotherName() throws Exception {
        X509Bundle certificate = certificate("other.example").buildIssuedBy(authority());
        try (TestServer server = https(certificate);
                QosClient qos = server.client()
                        .trustedCertificates(List.of(certificate.getRootCertificate()))
                        .build()) {
            refuses(qos, server, "is for another host", "localhost", "other.example");
        }
    }

    @Test
    void sendsNothingToAServerWhoseCertificateHasExpired() throws Exception {
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
    void sendsNothingToAServerWhoseCertificateIsNotValidYet() throws Exception {
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

    private static void refuses(QosClient qos, TestServer server, String... words) {
        assertThatThrownBy(() -> qos.http().snapshots("US:AAPL"))
                .isExactlyInstanceOf(UntrustedServerException.class)
                .hasMessageContaining("the server's certificate")
                .hasMessageContainingAll(words);
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
