package hk.qos.stream.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hk.qos.error.ClientException;
import hk.qos.error.ConnectFailedException;
import hk.qos.error.UntrustedServerException;
import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.fixtures.LeakGuard;
import hk.qos.stream.spi.StreamClient;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.spi.StreamTls;
import hk.qos.stream.toy.ToyDialect;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Trust and certificates of the caller. */
@Timeout(60)
@ExtendWith(LeakGuard.class)
final class StreamTlsTest {
    private final X509Bundle authority = new CertificateBuilder()
            .ecp256()
            .subject("CN=authority")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    private final X509TrustManager trust =
            (X509TrustManager) authority.toTrustManagerFactory().getTrustManagers()[0];

    StreamTlsTest() throws Exception {}

    private X509Bundle certificate(String host) throws Exception {
        return new CertificateBuilder()
                .ecp256()
                .subject("CN=" + host)
                .addSanDnsName(host)
                .buildIssuedBy(authority);
    }

    private LoopbackServer server(String host, ClientAuth wants) throws Exception {
        SslContext tls = SslContextBuilder.forServer(certificate(host).toKeyManagerFactory())
                .trustManager(authority.getCertificate())
                .clientAuth(wants)
                .protocols("TLSv1.2") // TLS 1.3 requests the certificate after the client has started to send.
                .build();
        return new LoopbackServer(tls);
    }

    private static StreamClient client(LoopbackServer server, StreamTls tls) {
        StreamSetup options = StreamSetup.builder(URI.create("wss://localhost:" + server.port() + "/stream"))
                .tls(tls)
                .backoff(Backoff.defaults()
                        .withBase(Duration.ofMinutes(1))
                        .withFirstJitter(Duration.ofMillis(10))
                        .withMaxJitter(Duration.ofMillis(20)))
                .build();
        return StreamClient.create(new ToyDialect(), options);
    }

    @Test
    void configuredTrustReplacesDefaultAndHostNameIsVerified() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {trust}, null);
        for (StreamTls tls : List.of(StreamTls.defaults().withTrustManager(trust), StreamTls.of(context, trust))) {
            try (LoopbackServer right = server("localhost", ClientAuth.NONE);
                    StreamClient client = client(right, tls)) {
                client.connect().get(20, TimeUnit.SECONDS);
            }
            try (LoopbackServer wrong = server("other.example", ClientAuth.NONE);
                    StreamClient client = client(wrong, tls)) {
                assertThatThrownBy(() -> client.connect().get(20, TimeUnit.SECONDS))
                        .cause()
                        .isInstanceOf(UntrustedServerException.class)
                        .hasMessageContaining("is for another host");
                assertThat(wrong.upgrades).isEmpty();
            }
        }
    }

    @Test
    void clientCertificateIsSentAndAMissingOneIsReported() throws Exception {
        X509Bundle own = certificate("somebody");
        StreamTls without = StreamTls.defaults().withTrustManager(trust);
        List<X509Certificate> chain = List.of(own.getCertificatePath());
        StreamTls with = without.withClientCertificate(own.getKeyPair().getPrivate(), chain);
        try (LoopbackServer server = server("localhost", ClientAuth.REQUIRE)) {
            try (StreamClient client = client(server, with)) {
                client.connect().get(20, TimeUnit.SECONDS);
            }
            List<StreamEvent> events = new CopyOnWriteArrayList<>();
            try (StreamClient client = client(server, without)) {
                client.onEvent(events::add);
                assertThat(client.connect()).isNotCompletedExceptionally();
                await().untilAsserted(
                                () -> assertThat(events).hasAtLeastOneElementOfType(StreamEvent.ConnectFailed.class));
            }
            ClientException failure = ((StreamEvent.ConnectFailed) events.get(0)).cause();
            assertThat(failure)
                    .isExactlyInstanceOf(ConnectFailedException.class)
                    .hasMessageContaining("no TLS with")
                    .hasMessageContaining("does it require a client certificate?");
        }
    }
}
