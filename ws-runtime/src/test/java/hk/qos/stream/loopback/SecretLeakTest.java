package hk.qos.stream.loopback;

import static hk.qos.stream.toy.ToyChannel.QUOTES;
import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import hk.qos.error.AuthenticationException;
import hk.qos.error.ProtocolException;
import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamListener;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.fixtures.LeakGuard;
import hk.qos.stream.fixtures.SecretTraces;
import hk.qos.stream.metrics.MicrometerStreamMetrics;
import hk.qos.stream.spi.StreamClient;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.spi.StreamSetupBuilder;
import hk.qos.stream.toy.Ask;
import hk.qos.stream.toy.Tick;
import hk.qos.stream.toy.ToyDialect;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Provokes all output, at every level, with a server that repeats the secret, and searches it for the secret. */
@Timeout(60)
@ExtendWith(LeakGuard.class)
final class SecretLeakTest {
    private static final String SECRET = "s3cr3t-value-0123456789";

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<StreamEvent> events = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ch.qos.logback.classic.Logger root =
            ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
    private final Map<ch.qos.logback.classic.Logger, Level> levels = new LinkedHashMap<>();

    @BeforeEach
    void listenToEveryLevel() {
        for (Iterator<Appender<ILoggingEvent>> i = root.iteratorForAppenders(); i.hasNext(); ) {
            others.add(i.next());
        }
        others.forEach(root::detachAppender);
        for (ch.qos.logback.classic.Logger logger : root.getLoggerContext().getLoggerList()) {
            if (logger.getLevel() != null && logger != root) {
                levels.put(logger, logger.getLevel());
                logger.setLevel(null);
            }
        }
        levels.put(root, root.getLevel());
        logged.start();
        root.addAppender(logged);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(logged);
        others.forEach(root::addAppender);
        levels.forEach(ch.qos.logback.classic.Logger::setLevel);
    }

    @Test
    void secretAppearsInNoOutput(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("stream.jfr");
        try (LoopbackServer server = new LoopbackServer();
                Recording recording = new Recording()) {
            recording.enable("stream.Connection").withThreshold(Duration.ZERO);
            recording.enable("stream.Gap");
            recording.start();
            live(server);
            receiveInvalidAnswers(server);
            connectToNoServer();
            receiveRefusals(server);
            recording.stop();
            recording.dump(file);
        }
        RecordingFile.readAllEvents(file).forEach(event -> note(event));
        registry.getMeters().forEach(meter -> note(meter.getId()));
        events.forEach(this::note);
        Thread.getAllStackTraces().keySet().forEach(thread -> note(thread.getName()));
        List<ILoggingEvent> lines = lines();
        for (ILoggingEvent event : lines) {
            note(event.getFormattedMessage() + " " + event.getThreadName());
            if (event.getThrowableProxy() instanceof ThrowableProxy thrown) {
                note(thrown.getThrowable());
            }
        }

        SecretTraces traces = new SecretTraces(SECRET);
        assertThat(seen).hasSizeGreaterThan(50).noneMatch(traces::isIn);
        assertThat(seen).anyMatch(text -> text.contains("not with <token>"));
        assertThat(events)
                .hasAtLeastOneElementOfType(StreamEvent.Gap.class)
                .hasAtLeastOneElementOfType(StreamEvent.Rejected.class)
                .hasAtLeastOneElementOfType(StreamEvent.Malformed.class)
                .hasAtLeastOneElementOfType(StreamEvent.CallbackFailed.class)
                .hasAtLeastOneElementOfType(StreamEvent.Failed.class);
        assertThat(lines).extracting(ILoggingEvent::getLevel).contains(Level.DEBUG, Level.INFO, Level.WARN);
    }

    private List<ILoggingEvent> lines() {
        synchronized (logged) { // Threads of the stream may still write.
            return List.copyOf(logged.list);
        }
    }

    private StreamClient client(LoopbackServer server) {
        return client(options(server.uri()));
    }

    private StreamSetupBuilder options(URI uri) {
        return StreamSetup.builder(uri)
                .name("secretive")
                .header("token", SECRET)
                .spacing(Duration.ofMillis(10))
                .metrics(new MicrometerStreamMetrics(registry))
                .backoff(Backoff.defaults()
                        .withBase(Duration.ofMillis(10))
                        .withFirstJitter(Duration.ofMillis(10))
                        .withMaxJitter(Duration.ofMillis(20)));
    }

    private StreamClient client(StreamSetupBuilder builder) {
        StreamSetup options = builder.build();
        note(options);
        note(builder);
        StreamClient client = StreamClient.create(new ToyDialect(), options);
        note(client);
        client.onEvent(events::add);
        client.onEvent(event -> {
            throw new IllegalStateException("a listener of events throws");
        });
        return client;
    }

    /** A working connection with refusals that contain the secret, which is then lost. */
    private void live(LoopbackServer server) throws Exception {
        server.refusals.put("SUB:quotes", "not with " + SECRET);
        server.refusals.put("ASK", "no answer for " + SECRET);
        try (StreamClient client = client(server)) {
            note(client.explain());
            Subscription<Tick> ticks = client.subscribe(TICKS, List.of("a"), new Throwing());
            Subscription<Tick> quotes = client.subscribe(QUOTES, List.of("b"), tick -> {});
            note(failure(quotes.ready()));
            note(failure(client.request(new Ask("x"))));
            ticks.ready().join();
            server.send("P ticks a 1");
            server.send("nonsense " + SECRET);
            server.send("U " + SECRET);
            server.send("P nowhere " + SECRET + " 1");
            server.send("P ticks a " + SECRET);
            server.send("OK " + SECRET + " 99 x");
            server.send("nonsense " + SECRET.substring(3, 15) + " \\u0073\\u0033cr3t\\u002dvalue");
            server.reset();
            await().untilAsserted(() -> assertThat(events)
                    .hasAtLeastOneElementOfType(StreamEvent.Gap.class)
                    .hasAtLeastOneElementOfType(StreamEvent.CallbackFailed.class));
            note(client.explain());
            server.send(new CloseWebSocketFrame(4217, "no more for " + SECRET));
            await().untilAsserted(() -> assertThat(events.toString()).contains("4217 no more for <token>"));
            await().until(() -> client.state() == StreamState.READY);
            // A reason has 123 bytes at most: the secret is cut.
            server.send(new CloseWebSocketFrame(4218, "x".repeat(108) + SECRET.substring(0, 15)));
            await().untilAsserted(() -> assertThat(events.toString()).contains("xxx<token>"));
            note(ticks);
            note(ticks.states());
            note(quotes.rejection("b"));
        }
    }

    /** Invalid upgrade responses that contain the secret. */
    private void receiveInvalidAnswers(LoopbackServer server) {
        server.refusal = HttpResponseStatus.SWITCHING_PROTOCOLS;
        for (String wrong : List.of("upgrade", "connection", "sec-websocket-accept")) {
            Map<String, String> headers = new LinkedHashMap<>(Map.of(
                    "upgrade", "websocket", "connection", "upgrade", "sec-websocket-accept", "x", "x-said", SECRET));
            headers.put(wrong, "no " + SECRET);
            server.refusalHeaders = headers;
            int before = events.size();
            try (StreamClient client = client(server)) {
                assertThat(client.connect()).isNotCompletedExceptionally();
                await().untilAsserted(() -> assertThat(List.copyOf(events).subList(before, events.size()))
                        .filteredOn(StreamEvent.ConnectFailed.class::isInstance)
                        .first()
                        .satisfies(event -> assertThat(((StreamEvent.ConnectFailed) event).cause())
                                .isInstanceOf(ProtocolException.class)
                                .hasMessageContaining("no <token>")
                                .hasNoCause()));
                note(client.explain());
            }
        }
    }

    /** Invalid status lines, which parsers quote in exceptions. */
    private void connectToNoServer() throws Exception {
        for (String line :
                List.of("BAD " + SECRET + " x", "HTTP/1.1 " + SECRET, SECRET, "HTTP/" + SECRET + " 101 OK")) {
            try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
                int before = events.size();
                StreamSetupBuilder options = options(URI.create("ws://127.0.0.1:" + socket.getLocalPort() + "/"));
                try (StreamClient client = client(options)) {
                    note(client.connect().isDone());
                    try (Socket peer = socket.accept()) {
                        readHead(peer.getInputStream());
                        peer.getOutputStream().write((line + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
                        await().untilAsserted(
                                        () -> assertThat(List.copyOf(events).subList(before, events.size()))
                                                .hasAtLeastOneElementOfType(StreamEvent.ConnectFailed.class));
                    }
                    note(client.explain());
                }
            }
        }
        for (StreamEvent event : List.copyOf(events)) {
            if (event instanceof StreamEvent.ConnectFailed failed) {
                note(failed.cause());
            }
        }
    }

    private static void readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
    }

    /** A refused upgrade with the secret in body and headers. */
    private void receiveRefusals(LoopbackServer server) throws Exception {
        server.refusal = HttpResponseStatus.UNAUTHORIZED;
        server.refusalHeaders = Map.of("x-said", SECRET);
        server.refusalBody = "{NO token " + SECRET + " is unknown}";
        try (StreamClient client = client(server)) {
            Throwable refused = failure(client.connect());
            assertThat(refused)
                    .isInstanceOf(AuthenticationException.class)
                    .hasMessageStartingWith(
                            "the server answered the upgrade with HTTP 401: token <token> is unknown; check that");
            note(refused);
            await().until(() -> client.state() == StreamState.FAILED);
            note(client.explain());
            note(failure(client.request(new Ask("x"))));
        }
    }

    private static final class Throwing implements StreamListener<Tick> {
        @Override
        public void onData(Tick data) {
            throw new IllegalStateException("a listener throws");
        }
    }

    private static Throwable failure(CompletableFuture<?> future) {
        return future.handle((value, error) -> error == null ? new AssertionError("no failure") : error)
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private void note(@Nullable Object shown) {
        if (shown instanceof Throwable failure) {
            seen.addAll(SecretTraces.texts(failure));
        }
        seen.add(String.valueOf(shown));
    }
}
