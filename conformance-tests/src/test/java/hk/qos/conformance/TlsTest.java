package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.QosClient;
import hk.qos.client.QosClientBuilder;
import hk.qos.client.error.UntrustedServerException;
import hk.qos.client.model.Trade;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.settings.Certificate;
import hk.qos.ws.Backoff;
import hk.qos.ws.StreamState;
import hk.qos.ws.error.ConnectFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Certificates that are trusted, and those that are not: then nothing is asked, and no key is sent. */
@ExtendWith(NothingStays.class)
class TlsTest {
    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void anAuthorityThatIsTrustedServesHttpAndStream() throws Exception {
        try (QosSimulator simulator = secure(Certificate.VALID);
                QosClient client = trusting(simulator).build()) {
            assertThat(client.http().snapshots("US:AAPL")).hasSize(1);
            Seen<Trade> seen = new Seen<>(Trade.class);
            Rig.get(client.stream().subscribeTrades(List.of("CF:BTCUSDT"), seen).ready());
            seen.awaitData(2);
            simulator.faults().cut();
            seen.awaitData(5);
            assertThat(simulator.observations().connections()).hasSize(2);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void anAuthorityThatNobodyTrustsIsSentNothing() {
        try (QosSimulator simulator = secure(Certificate.VALID);
                QosClient client = Rig.clientOf(simulator, Rig.KEY).build()) {
            refusesToTalk(simulator, client);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPIRED", "WRONG_HOST"})
    @Execution(ExecutionMode.CONCURRENT)
    void aCertificateThatDoesNotFitIsSentNothingThoughItsAuthorityIsTrusted(Certificate kind) {
        try (QosSimulator simulator = secure(kind);
                QosClient client = trusting(simulator).build()) {
            refusesToTalk(simulator, client);
        }
    }

    private static void refusesToTalk(QosSimulator simulator, QosClient client) {
        assertThatThrownBy(() -> client.http().snapshots("US:AAPL")).isInstanceOf(UntrustedServerException.class);
        assertThatThrownBy(() -> Rig.get(client.stream().connect()))
                .cause()
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("certificate");
        assertThat(client.stream().state()).isEqualTo(StreamState.FAILED);
        // Whatever came through TLS would have been read as a request, and noted.
        assertThat(simulator.observations().requests()).isEmpty();
    }

    /** A port where nobody speaks TLS: all that comes is kept, and it is not the key. */
    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aServerWithoutTlsIsSentAHandshakeAndNoMore() throws Exception {
        try (ServerSocket port = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> received = CompletableFuture.supplyAsync(() -> firstBytes(port));
            try (QosClient client =
                    QosClient.builder().apiKey(Rig.KEY).wsUrl("wss://127.0.0.1:" + port.getLocalPort() + "/ws").stream(
                                    o -> o.backoff(Backoff.defaults()
                                            .withSpread(
                                                    Duration.ofMinutes(1), Duration.ofMillis(1), Duration.ofMillis(1))))
                            .build()) {
                CompletableFuture<Void> ready = client.stream().connect();
                byte[] bytes = Rig.get(received);
                assertThat(bytes).isNotEmpty().startsWith((byte) 0x16);
                assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain(Rig.KEY);
                Rig.until("it was no good", () -> client.stream().state() == StreamState.BACKOFF);
                assertThat(ready).isNotDone();
            }
        }
    }

    /** All that the peer sends until it hangs up, after it was told plain nonsense. */
    private static byte[] firstBytes(ServerSocket port) {
        try (Socket socket = port.accept()) {
            InputStream in = socket.getInputStream();
            byte[] hello = in.readNBytes(64);
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            byte[] rest = in.readAllBytes();
            byte[] all = Arrays.copyOf(hello, hello.length + rest.length);
            System.arraycopy(rest, 0, all, hello.length, rest.length);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static QosSimulator secure(Certificate kind) {
        return QosSimulator.builder()
                .key(Rig.KEY)
                .unlimited()
                .pushRate(20)
                .tls(kind)
                .start();
    }

    private static QosClientBuilder trusting(QosSimulator simulator) {
        X509Certificate authority = Objects.requireNonNull(simulator.authority());
        return Rig.clientOf(simulator, Rig.KEY).trustedCertificates(List.of(authority)).stream(Rig::hurried);
    }
}
