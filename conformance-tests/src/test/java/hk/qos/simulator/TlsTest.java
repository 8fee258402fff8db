package hk.qos.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.simulator.settings.Certificate;
import java.net.http.HttpClient;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** TLS with each kind of certificate. */
class TlsTest {
    private static final String AAPL = "{\"codes\":[\"US:AAPL\"]}";

    @Test
    void servesClientsThatTrustItsAuthority() throws Exception {
        try (QosSimulator simulator = QosSimulator.builder().unlimited().tls().start()) {
            assertThat(simulator.httpUri().getScheme()).isEqualTo("https");
            assertThat(simulator.wsUri().getScheme()).isEqualTo("wss");
            HttpClient trusting = trusting(simulator);
            assertThat(new RawHttp(simulator, trusting)
                            .row("/snapshot", AAPL)
                            .path("c")
                            .asString())
                    .isEqualTo("US:AAPL");
            try (RawStream stream = RawStream.open(simulator, trusting)) {
                stream.ask("H", "{\"type\":\"H\"}");
                simulator.faults().cut();
                assertThat(stream.closeCode()).as("without TLS's farewell").isEqualTo(1006);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Certificate.class,
            names = {"EXPIRED", "WRONG_HOST"})
    void invalidCertificateIsRefusedDespiteATrustedAuthority(Certificate kind) throws Exception {
        try (QosSimulator simulator =
                QosSimulator.builder().unlimited().tls(kind).start()) {
            RawHttp http = new RawHttp(simulator, trusting(simulator));
            assertThatThrownBy(() -> http.post("/snapshot", AAPL)).isInstanceOf(SSLException.class);
            assertThat(simulator.observations().requests()).isEmpty();
        }
    }

    @Test
    void isUntrustedByDefault() {
        try (QosSimulator simulator = QosSimulator.builder().unlimited().tls().start()) {
            RawHttp http = new RawHttp(simulator);
            assertThatThrownBy(() -> http.post("/snapshot", AAPL)).isInstanceOf(SSLException.class);
        }
    }

    private static HttpClient trusting(QosSimulator simulator) throws Exception {
        X509Certificate authority = Objects.requireNonNull(simulator.authority());
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("authority", authority);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .build();
    }
}
