package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.QosClient;
import hk.qos.client.QosClientBuilder;
import hk.qos.client.QosStream;
import hk.qos.client.RetryPolicy;
import hk.qos.error.ClientException;
import hk.qos.error.ClosedException;
import hk.qos.error.ConnectFailedException;
import hk.qos.error.RequestTimeoutException;
import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.StreamTimeouts;
import hk.qos.stream.fixtures.LeakGuard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that do not complete a TLS handshake. The attempt fails and is repeated; the API key is not sent. */
@ExtendWith({LeakGuard.class, NettyWarnings.class})
class HandshakeTest {
    /** The header of a record of 16,383 bytes, and a part of the record. */
    private static final byte[] BEGINNING = new byte[1000];

    private static final byte[] PLAIN = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    static {
        System.arraycopy(new byte[] {0x16, 3, 3, 0x3f, (byte) 0xff, 2}, 0, BEGINNING, 0, 6);
    }

    static List<Arguments> slowServers() {
        RawServer.Script mute = RawServer.Line::drain;
        RawServer.Script slow = line -> {
            line.first();
            line.trickle(BEGINNING, Duration.ofMillis(20));
        };
        return List.of(Arguments.of("says nothing", mute), Arguments.of("trickles", slow));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slowServers")
    @Execution(ExecutionMode.CONCURRENT)
    void handshakeTimesOut(String what, RawServer.Script talk) throws Exception {
        try (RawServer server = new RawServer(talk);
                QosClient client = stream(server, shortTimeouts()).build()) {
            ClientException failure = firstFailure(client);
            assertThat(failure)
                    .as(what)
                    .isInstanceOf(RequestTimeoutException.class)
                    .hasMessage("no TLS with " + server.address("").substring(3) + " within 600 ms");
            assertThat(failure.isRetryable()).isTrue();
            receivedAClientHelloAndNoKey(server);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slowServers")
    @Execution(ExecutionMode.CONCURRENT)
    void closeDoesNotWaitForAHandshake(String what, RawServer.Script talk) throws Exception {
        try (RawServer server = new RawServer(talk);
                QosClient client = stream(server, longTimeouts()).build()) {
            QosStream stream = client.stream();
            CompletableFuture<Void> ready = stream.connect();
            Harness.until("a hello", () -> !server.heard().isEmpty());
            assertThat(stream.state()).as(what).isEqualTo(StreamState.CONNECTING);
            long start = System.nanoTime();
            stream.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(stream.state()).isEqualTo(StreamState.CLOSED);
            assertThatThrownBy(() -> Harness.get(ready)).hasCauseInstanceOf(ClosedException.class);
            receivedAClientHelloAndNoKey(server);
        }
    }

    private static void answerInPlaintext(RawServer.Line line) throws IOException {
        line.first();
        line.write(PLAIN);
        line.drain();
    }

    static List<Arguments> brokenServers() {
        RawServer.Script brief = line -> {
            line.first();
            line.hangUp();
        };
        return List.of(
                Arguments.of("protocol_version (1.2 or newer is needed)", alert(70)),
                Arguments.of("handshake_failure", alert(40)),
                Arguments.of("it closed the connection during the handshake", brief));
    }

    private static RawServer.Script alert(int description) {
        return line -> {
            line.first();
            line.write(new byte[] {0x15, 3, 3, 0, 2, 2, (byte) description});
            line.drain();
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenServers")
    @Execution(ExecutionMode.CONCURRENT)
    void retriesAFailedHandshake(String message, RawServer.Script talk) throws Exception {
        try (RawServer server = new RawServer(talk);
                QosClient client = stream(server, StreamTimeouts.defaults()).build()) {
            ClientException failure = firstFailure(client);
            assertThat(failure)
                    .isExactlyInstanceOf(ConnectFailedException.class)
                    .hasMessageContaining(message);
            assertThat(failure.isRetryable()).isTrue();
            receivedAClientHelloAndNoKey(server);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void streamToAPlaintextPortFails() throws Exception {
        try (RawServer server = new RawServer(HandshakeTest::answerInPlaintext);
                QosClient client = stream(server, StreamTimeouts.defaults()).build()) {
            CompletableFuture<Void> ready = client.stream().connect();
            assertThatThrownBy(() -> Harness.get(ready))
                    .cause()
                    .isExactlyInstanceOf(ConnectFailedException.class)
                    .hasMessageContaining("is it the port of ws://?")
                    .hasMessageNotContaining("485454") // The bytes that came, in hexadecimal.
                    .satisfies(failure -> assertThat(((ClientException) failure).isRetryable())
                            .isFalse());
            receivedAClientHelloAndNoKey(server);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenServers")
    @Execution(ExecutionMode.CONCURRENT)
    void failedHandshakeFailsTheRequest(String message, RawServer.Script talk) throws Exception {
        try (RawServer server = new RawServer(talk);
                QosClient client = QosClient.builder()
                        .apiKey(Harness.KEY)
                        .httpUrl(server.address("https"))
                        .retryPolicy(RetryPolicy.none())
                        .build()) {
            assertThatThrownBy(() -> client.http().snapshots("US:AAPL"))
                    .as(message)
                    .isExactlyInstanceOf(ConnectFailedException.class);
            receivedAClientHelloAndNoKey(server);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void requestToAPlainHttpPortNamesTheCause() throws Exception {
        try (RawServer server = new RawServer(HandshakeTest::answerInPlaintext);
                QosClient client = QosClient.builder()
                        .apiKey(Harness.KEY)
                        .httpUrl(server.address("https"))
                        .retryPolicy(RetryPolicy.none())
                        .build()) {
            assertThatThrownBy(() -> client.http().snapshots("US:AAPL")).hasMessageContaining("http://");
        }
    }

    /** Short for the handshake only, since other steps may be slow on a busy machine. */
    private static StreamTimeouts shortTimeouts() {
        return StreamTimeouts.defaults().withTls(Duration.ofMillis(600));
    }

    /** Waiting for close_notify would exceed the test's timeout. */
    private static StreamTimeouts longTimeouts() {
        return StreamTimeouts.defaults()
                .withEachStep(Duration.ofSeconds(30))
                .withConnect(Duration.ofSeconds(60))
                .withCloseHandshake(Duration.ofSeconds(10))
                .withShutdown(Duration.ofSeconds(20));
    }

    private static QosClientBuilder stream(RawServer server, StreamTimeouts timeouts) {
        return QosClient.builder().apiKey(Harness.KEY).wsUrl(server.address("wss") + "/ws").stream(
                o -> o.timeouts(timeouts)
                        .backoff(Backoff.defaults()
                                .withBase(Duration.ofMinutes(1))
                                .withFirstJitter(Duration.ofMillis(1))
                                .withMaxJitter(Duration.ofMillis(1))));
    }

    /** The reason of the first failure; the second attempt comes after the end of the test. */
    private static ClientException firstFailure(QosClient client) {
        List<StreamEvent> events = new CopyOnWriteArrayList<>();
        client.stream().onEvent(events::add);
        CompletableFuture<Void> ready = client.stream().connect();
        Harness.until("it was no good", () -> client.stream().state() == StreamState.BACKOFF);
        Harness.until("told", () -> events.size() >= 2);
        assertThat(events).element(1).isInstanceOf(StreamEvent.BackingOff.class);
        assertThat(ready).isNotDone();
        return ((StreamEvent.ConnectFailed) events.get(0)).cause();
    }

    private static void receivedAClientHelloAndNoKey(RawServer server) {
        Harness.until("a hello", () -> !server.heard().isEmpty());
        assertThat(server.lines()).hasSize(1);
        assertThat(server.heard()).startsWith("\u0016").doesNotContain(Harness.KEY);
    }
}
