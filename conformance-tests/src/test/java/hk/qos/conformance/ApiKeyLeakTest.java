package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import hk.qos.client.PlanLimits;
import hk.qos.client.QosClient;
import hk.qos.client.QosClientBuilder;
import hk.qos.client.QosStream;
import hk.qos.client.RatePolicy;
import hk.qos.client.RetryPolicy;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.simulator.fault.Faults;
import hk.qos.simulator.fault.HttpFault;
import hk.qos.stream.Recording;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamMetrics;
import hk.qos.stream.StreamOptions;
import hk.qos.stream.StreamState;
import hk.qos.stream.Subscription;
import hk.qos.stream.spi.StreamSetupBuilder;
import java.lang.reflect.Proxy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordingFile;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Uses every feature of the client with a server that repeats the API key wherever it can, and searches all output for
 * it.
 */
@Timeout(120)
class ApiKeyLeakTest {
    /** Differs from its URL-encoded form. */
    private static final String KEY = "S3cr3t+Key/of=the&Zq9~Xw4-Lm8.Run";

    private static final String ENCODED = URLEncoder.encode(KEY, StandardCharsets.UTF_8);
    private static final RetryPolicy RETRIES =
            RetryPolicy.defaults().withMaxAttempts(2).withFirstDelay(Duration.ofMillis(1));
    private static final List<String> ONE = List.of("CF:BTCUSDT");
    private static final Pattern BASE64 = Pattern.compile("\"base64\":\"([^\"]*)\"");

    @TempDir
    Path folder;

    @Test
    void apiKeyAppearsInNoOutput() throws Exception {
        try (SecretScanner scanner = new SecretScanner(KEY)) {
            Path flight = folder.resolve("run.jfr");
            try (jdk.jfr.Recording recording = new jdk.jfr.Recording()) {
                recording.enable("stream.Connection").withThreshold(Duration.ZERO);
                recording.enable("stream.Gap");
                recording.enable("jdk.ThreadStart");
                recording.start();
                live(scanner);
                refuseUnknownKey(scanner);
                recording.dump(flight);
            }
            RecordingFile.readAllEvents(flight).forEach(scanner::note);

            assertThat(scanner.found()).isEmpty();
            assertThat(scanner.seen())
                    .as("it was repeated, and taken out")
                    .anyMatch(text -> text.contains("Not with <key>."))
                    .anyMatch(text -> text.contains("Nothing for <key>."))
                    .anyMatch(text -> text.contains("setting: PlanLimits.withStreamConnections"))
                    .anyMatch(text -> text.contains("stream.Gap"))
                    .anyMatch(text -> text.startsWith("metric started"));
            assertThat(scanner.lines())
                    .extracting(ILoggingEvent::getLevel)
                    .contains(Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN);
            assertThat(scanner.lines())
                    .extracting(ILoggingEvent::getLoggerName)
                    .anyMatch(name -> name.startsWith("hk.qos.client"))
                    .anyMatch(name -> name.startsWith("hk.qos.stream"));
        }
    }

    /** Requests, refusals, invalid messages, lost connections and the end. */
    private void live(SecretScanner scanner) throws Exception {
        Path file = folder.resolve("stream.jsonl");
        try (Harness harness = harness(scanner, options -> options.recording(Recording.to(file)))) {
            show(scanner, harness);
            Harness.get(harness.stream().connect());
            useHttp(scanner, harness);
            subscribe(scanner, harness);
            receiveMalformedMessages(scanner, harness);
            loseConnections(harness);
            show(scanner, harness);
            refuseBeforeSending(scanner, harness);
            harness.simulator.faults().loseAnswers("RD");
            CompletableFuture<?> unanswered = harness.stream().requestDepths(ONE);
            harness.client.close();
            scanner.note(failure(unanswered));
            fail(scanner, () -> harness.client.http().depths(ONE));
            show(scanner, harness);
            harness.events.forEach(scanner::note);
            assertThat(harness.events)
                    .hasAtLeastOneElementOfType(StreamEvent.Gap.class)
                    .hasAtLeastOneElementOfType(StreamEvent.Rejected.class)
                    .hasAtLeastOneElementOfType(StreamEvent.Malformed.class)
                    .hasAtLeastOneElementOfType(StreamEvent.CallbackFailed.class)
                    .hasAtLeastOneElementOfType(StreamEvent.Closed.class);
        }
        readBack(scanner, file);
    }

    /** The server refuses an unknown API key at the upgrade and over HTTP. */
    private static void refuseUnknownKey(SecretScanner scanner) throws Exception {
        String body = "{\"msg\":\"Not with " + KEY + ".\"}";
        try (Harness harness = harness(scanner, options -> {})) {
            Faults faults = harness.simulator.faults();
            faults.http("/ws", answer(429, body), 1);
            faults.http("/ws", answer(503, body), 1);
            faults.http("/ws", answer(401, body), Faults.ALWAYS);
            CompletableFuture<Void> ready = harness.stream().connect();
            scanner.note(failure(ready));
            Harness.until("the end", () -> harness.stream().state() == StreamState.FAILED);
            harness.event(StreamEvent.Failed.class);
            show(scanner, harness);
            scanner.note(failure(harness.stream().requestDepths(ONE)));
            for (int status : new int[] {302, 400, 401, 403, 404, 429, 500, 503}) {
                faults.clear();
                faults.http("/snapshot", answer(status, body), Faults.ALWAYS);
                fail(scanner, () -> harness.client.http().snapshots("US:AAPL"));
            }
            harness.events.forEach(scanner::note);
        }
    }

    private static void useHttp(SecretScanner scanner, Harness harness) {
        harness.client.http().snapshots("US:AAPL");
        Faults faults = harness.simulator.faults();
        faults.refuse("US:TSLA", "Not with " + KEY + ".");
        fail(scanner, () -> harness.client.http().depths("US:TSLA"));
        String number = "{\"msg\":\"OK\",\"data\":[{\"c\":\"US:A\",\"lp\":\"" + KEY + "\"}]}";
        faults.http("/snapshot", answer(200, number), 1);
        scanner.note(harness.client.http().snapshots("US:AAPL")); // Omitted, and reported in the log.
        for (String body : List.of("{\"msg\":\"OK\",\"data\":\"" + KEY + "\"}", "<html>" + KEY, "\"" + KEY)) {
            faults.http("/snapshot", answer(200, body), 1);
            fail(scanner, () -> harness.client.http().snapshots("US:AAPL"));
        }
        faults.http("/snapshot", HttpFault.reset(), 3); // The kept connection, and two attempts.
        fail(scanner, () -> harness.client.http().snapshots("US:AAPL"));
    }

    private static void subscribe(SecretScanner scanner, Harness harness) throws Exception {
        QosStream stream = harness.stream();
        Subscription<Trade> trades = stream.subscribeTrades(ONE, trade -> {
            throw new IllegalStateException("a listener throws");
        });
        Harness.get(trades.ready());
        Subscription<Snapshot> refused =
                stream.subscribeSnapshots(List.of("US:TSLA"), new RecordingListener<>(Snapshot.class));
        scanner.note(failure(refused.ready()));
        scanner.note(refused.rejection("US:TSLA"));
        scanner.note(failure(stream.requestDepths("US:TSLA")));
        harness.simulator.faults().refuseFrames("RT", "Nothing for " + KEY + ".", 1);
        scanner.note(failure(stream.requestTrades(5, ONE)));
        scanner.note(Harness.get(stream.heartbeat()));
        harness.event(StreamEvent.CallbackFailed.class);
        Harness.until("a push", () -> stream.latestTrade(ONE.get(0)).isPresent());
        scanner.note(stream.latestTrade(ONE.get(0)));
        for (Subscription<?> each : List.of(trades, refused)) {
            scanner.note(each);
            scanner.note(each.states());
            scanner.note(each.publisher());
        }
    }

    private static void receiveMalformedMessages(SecretScanner scanner, Harness harness) {
        Faults faults = harness.simulator.faults();
        faults.send("{\"tp\":\"S\",\"c\":\"US:AA" + KEY);
        faults.send(KEY);
        faults.send("{\"tp\":\"" + KEY + "\",\"" + KEY + "\":1}");
        faults.send("{\"type\":\"" + KEY + "\",\"msg\":\"" + KEY + "\",\"reqid\":77}");
        faults.send("{\"type\":\"RS\",\"msg\":\"" + KEY + "\",\"reqid\":78,\"data\":\"" + KEY + "\"}");
        faults.send("{\"tp\":\"T\",\"c\":\"US:" + KEY + "\",\"p\":\"1\",\"v\":\"1\",\"ts\":1773155061,\"d\":1}");
        faults.send("{\"tp\":\"T\",\"c\":\"CF:BTCUSDT\",\"p\":\"" + KEY + "\",\"v\":\"1\",\"ts\":1773155061,\"d\":1}");
        // With a long prefix, for code that shows only the beginning of a text.
        for (int length = 0; length < 300; length += 10) {
            faults.send("{\"tp\":\"" + "x".repeat(length) + KEY + "\"}");
        }
        // Ten malformed messages would end the connection.
        for (int length : new int[] {20, 50, 240}) {
            faults.send("{\"tp\":\"T\",\"c\":\"CF:BTCUSDT\",\"p\":\"" + "1".repeat(length) + KEY + "\"}");
        }
        // With JSON escapes.
        StringBuilder letters = new StringBuilder();
        KEY.chars().forEach(c -> letters.append("\\u%04x".formatted(c)));
        for (String spelling : List.of(letters.toString(), KEY.replace("/", "\\/"), KEY.substring(0, 15), ENCODED)) {
            faults.send("{\"tp\":\"" + spelling + "\"}");
        }
        faults.sendText(("{\"tp\":\"\u00e9" + KEY).getBytes(StandardCharsets.ISO_8859_1));
        faults.sendBinary(KEY.getBytes(StandardCharsets.UTF_8));
        Harness.until("the last of it", () -> scanner.seen().contains("metric undecodable [binary]"));
        scanner.note(harness.stream().explain());
    }

    private static void loseConnections(Harness harness) {
        Faults faults = harness.simulator.faults();
        faults.cut();
        harness.event(StreamEvent.Ready.class, 2);
        faults.close(4000, "Closed for " + KEY + ".");
        harness.event(StreamEvent.Ready.class, 3);
        faults.close(4001, "x".repeat(108) + KEY.substring(0, 15));
        harness.event(StreamEvent.Ready.class, 4);
        faults.writeRaw(("\u00ff" + KEY).getBytes(StandardCharsets.ISO_8859_1));
        harness.event(StreamEvent.Ready.class, 5);
        faults.reset();
        harness.event(StreamEvent.Ready.class, 6);
    }

    /** Refusals by the client, before sending. */
    private static void refuseBeforeSending(SecretScanner scanner, Harness harness) {
        List<String> many = List.of("HK:1,2,3,4,5,6,7,8,9,10,11");
        fail(scanner, () -> harness.stream().subscribeTrades(many, trade -> {}));
        fail(scanner, () -> harness.client.http().snapshots(many));
        fail(scanner, () -> harness.client.http().snapshots("nowhere"));
        try (QosClient second = Harness.clientOf(harness.simulator, KEY)
                .planLimits(PlanLimits.defaults())
                .build()) {
            fail(scanner, second::stream);
        }
        fail(scanner, () -> QosClient.builder().apiKey(KEY + "\n"));
        fail(scanner, () -> QosClient.builder().httpUrl("https://" + ENCODED + "@quotes.example"));
        fail(scanner, () -> QosClient.builder().wsUrl("wss://quotes.example/ws?key=" + ENCODED));
        fail(
                scanner,
                () -> Harness.clientOf(harness.simulator, KEY)
                        .wsUrl("ws://quotes.example/ws")
                        .build());
    }

    private static Harness harness(SecretScanner scanner, Consumer<StreamOptions> settings) {
        return Harness.builder()
                .simulator(simulator -> simulator.key(KEY))
                .client(client -> {
                    QosClientBuilder set = client.apiKey(KEY)
                            .retryPolicy(RETRIES)
                            .ratePolicy(RatePolicy.defaults().withDefaultPause(Duration.ZERO))
                            .splitLargeRequests(false)
                            .streamMetrics(metrics(scanner));
                    scanner.note(set);
                })
                .stream(options -> {
                    settings.accept(options);
                    scanner.note(options);
                    scanner.note(((StreamSetupBuilder) options).build());
                })
                .start();
    }

    private static StreamMetrics metrics(SecretScanner scanner) {
        Class<?>[] kind = {StreamMetrics.class};
        return (StreamMetrics)
                Proxy.newProxyInstance(ApiKeyLeakTest.class.getClassLoader(), kind, (self, method, args) -> {
                    scanner.note("metric " + method.getName() + " " + Arrays.toString(args));
                    return null;
                });
    }

    private static void show(SecretScanner scanner, Harness harness) {
        scanner.note(harness.client);
        scanner.note(harness.client.api());
        scanner.note(harness.client.http());
        scanner.note(harness.client.moshi());
        scanner.note(harness.stream());
        scanner.note(harness.stream().explain());
        Thread.getAllStackTraces().keySet().forEach(thread -> scanner.note(thread.getName()));
    }

    /** The recording, and its decoded Base64 content. */
    private static void readBack(SecretScanner scanner, Path file) throws Exception {
        List<String> lines = Files.readAllLines(file);
        lines.forEach(scanner::note);
        assertThat(lines).anyMatch(line -> line.contains("<key>")).anyMatch(line -> line.contains("\"base64\""));
        for (Matcher in = BASE64.matcher(String.join("\n", lines)); in.find(); ) {
            scanner.note(new String(Base64.getDecoder().decode(in.group(1)), StandardCharsets.ISO_8859_1));
        }
    }

    private static HttpFault answer(int status, String body) {
        Map<String, String> headers = Map.of("Location", "/elsewhere?key=" + KEY, "x-said", KEY);
        return new HttpFault(HttpFault.Effect.ANSWER, status, "application/json", body, headers, Duration.ZERO);
    }

    private static void fail(SecretScanner scanner, ThrowingCallable call) {
        Throwable failure = catchThrowable(call);
        assertThat(failure).isNotNull();
        scanner.note(failure);
    }

    private static Throwable failure(CompletableFuture<?> future) throws Exception {
        return Harness.get(future.handle((value, error) -> error == null ? new AssertionError("no failure") : error));
    }
}
