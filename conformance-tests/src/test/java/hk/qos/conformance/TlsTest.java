package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.QosClient;
import hk.qos.client.QosClientBuilder;
import hk.qos.client.QosStream;
import hk.qos.client.model.Trade;
import hk.qos.error.UntrustedServerException;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.settings.Certificate;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.fixtures.LeakGuard;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trusted certificates, and untrusted ones, to whose servers no request and no API key is sent. */
@ExtendWith({LeakGuard.class, NettyWarnings.class})
class TlsTest {
    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void trustedAuthorityServesHttpAndStream() throws Exception {
        try (QosSimulator simulator = secure(Certificate.VALID);
                QosClient client = trusting(simulator).build()) {
            assertThat(client.http().snapshots("US:AAPL")).hasSize(1);
            RecordingListener<Trade> seen = new RecordingListener<>(Trade.class);
            Harness.get(
                    client.stream().subscribeTrades(List.of("CF:BTCUSDT"), seen).ready());
            seen.awaitData(2);
            simulator.faults().cut();
            seen.awaitData(5);
            assertThat(simulator.observations().connections()).hasSize(2);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void trustedSelfSignedCertificateServesHttpAndStream() throws Exception {
        try (QosSimulator simulator = secure(Certificate.SELF_SIGNED);
                QosClient client = trusting(simulator).build()) {
            assertThat(client.http().snapshots("US:AAPL")).hasSize(1);
            Harness.get(client.stream().connect());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VALID", "SELF_SIGNED"})
    @Execution(ExecutionMode.CONCURRENT)
    void untrustedServerReceivesNothing(Certificate kind) {
        try (QosSimulator simulator = secure(kind);
                QosClient client = Harness.clientOf(simulator, Harness.KEY).build()) {
            assertUntrusted(simulator, client, "is not trusted", "add it or its issuer to trustedCertificates");
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void serverWithExpiredCertificateReceivesNothing() {
        try (QosSimulator simulator = secure(Certificate.EXPIRED);
                QosClient client = trusting(simulator).build()) {
            assertUntrusted(simulator, client, "has expired (NotAfter: ", "clock");
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void serverWithCertificateOfAnotherHostReceivesNothing() {
        try (QosSimulator simulator = secure(Certificate.WRONG_HOST);
                QosClient client = trusting(simulator).build()) {
            assertUntrusted(simulator, client, "is for another host", "127.0.0.1", "address");
        }
    }

    private static void assertUntrusted(QosSimulator simulator, QosClient client, String... texts) {
        List<StreamEvent> events = new CopyOnWriteArrayList<>();
        QosStream stream = client.stream();
        stream.onEvent(events::add);
        assertThatThrownBy(() -> client.http().snapshots("US:AAPL"))
                .isExactlyInstanceOf(UntrustedServerException.class)
                .hasMessageContaining("the server's certificate ")
                .hasMessageContainingAll(texts)
                .hasMessageNotContaining("PKIX");
        assertThatThrownBy(() -> Harness.get(stream.connect()))
                .cause()
                .isExactlyInstanceOf(UntrustedServerException.class)
                .hasMessageContaining("the certificate of 127.0.0.1:" + simulator.port() + " ")
                .hasMessageContainingAll(texts)
                .hasMessageNotContaining("PKIX");
        assertThat(stream.state()).isEqualTo(StreamState.FAILED);
        assertThat(stream.explain()).contains(texts);
        Harness.until("told", () -> events.size() >= 2);
        assertThat(events)
                .satisfiesExactly(
                        failed -> assertThat(failed)
                                .isInstanceOfSatisfying(
                                        StreamEvent.ConnectFailed.class,
                                        e -> assertThat(e.cause().isRetryable()).isFalse()),
                        end -> assertThat(end).isInstanceOf(StreamEvent.Failed.class));
        // The simulator would have recorded a request that arrived over TLS.
        assertThat(simulator.observations().requests()).isEmpty();
    }

    private static QosSimulator secure(Certificate kind) {
        return QosSimulator.builder()
                .key(Harness.KEY)
                .unlimited()
                .pushRate(20)
                .tls(kind)
                .start();
    }

    private static QosClientBuilder trusting(QosSimulator simulator) {
        X509Certificate authority = Objects.requireNonNull(simulator.authority());
        return Harness.clientOf(simulator, Harness.KEY).trustedCertificates(List.of(authority)).stream(
                Harness::hurried);
    }
}
