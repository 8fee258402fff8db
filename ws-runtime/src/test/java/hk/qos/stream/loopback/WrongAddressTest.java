package hk.qos.stream.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.error.ConnectFailedException;
import hk.qos.stream.StreamState;
import hk.qos.stream.fixtures.LeakGuard;
import hk.qos.stream.spi.StreamClient;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.toy.ToyDialect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first attempt reaches a server of something else. */
@Timeout(60)
@ExtendWith(LeakGuard.class)
final class WrongAddressTest {
    @ParameterizedTest
    @CsvSource({
        "ws, SSH-2.0-OpenSSH_9.6|, is not an HTTP response",
        "wss, SSH-2.0-OpenSSH_9.6|, does not speak TLS",
        "ws, HTTP/1.1 200 OK|Content-Length: 2||hi, answered the upgrade with HTTP 200"
    })
    void connectFails(String scheme, String greeting, String why) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread serving = new Thread(() -> serve(listening, greeting.replace("|", "\r\n")), "other-server");
            serving.setDaemon(true);
            serving.start();
            URI address = URI.create(scheme + "://127.0.0.1:" + listening.getLocalPort() + "/");
            try (StreamClient client = StreamClient.create(
                    new ToyDialect(), StreamSetup.builder(address).build())) {
                assertThat(client.connect())
                        .failsWithin(30, TimeUnit.SECONDS)
                        .withThrowableOfType(ExecutionException.class)
                        .havingCause()
                        .isInstanceOfSatisfying(
                                ConnectFailedException.class,
                                failure -> assertThat(failure.isRetryable()).isFalse())
                        .withMessageContaining(why);
                assertThat(client.state()).isEqualTo(StreamState.FAILED);
            }
        }
    }

    private static void serve(ServerSocket listening, String greeting) {
        try (Socket socket = listening.accept()) {
            socket.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (Exception e) {
            // The client or the test has ended.
        }
    }
}
