package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import hk.qos.client.api.CodesRequest;
import hk.qos.stream.fixtures.SecretTraces;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Provokes all log lines, messages and texts at every level, and searches them for the API key. */
class ApiKeyLeakTest {
    private static final String KEY = TestServer.newKey();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final ch.qos.logback.classic.Logger root =
            ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT");
    private final Map<ch.qos.logback.classic.Logger, Level> levels = new LinkedHashMap<>();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger julRoot = Logger.getLogger("");
    private final Handler jul = new Handler() {
        @Override
        public void publish(LogRecord record) {
            seen.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final Appender<ILoggingEvent> console = root.getAppender("console");

    @BeforeEach
    void listenToEveryLevel() {
        root.detachAppender(console);
        logged.start();
        root.addAppender(logged);
        for (ch.qos.logback.classic.Logger logger : root.getLoggerContext().getLoggerList()) {
            if (logger.getLevel() != null) {
                levels.put(logger, logger.getLevel());
                logger.setLevel(logger == root ? Level.TRACE : null);
            }
        }
        jul.setLevel(java.util.logging.Level.ALL);
        julRoot.addHandler(jul);
        Logger.getLogger("okhttp3").setLevel(java.util.logging.Level.ALL);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(logged);
        root.addAppender(console);
        levels.forEach(ch.qos.logback.classic.Logger::setLevel);
        julRoot.removeHandler(jul);
        Logger.getLogger("okhttp3").setLevel(null);
    }

    @Test
    void apiKeyAppearsInNoOutput() throws Exception {
        Interceptor curious = chain -> {
            seen.add(chain.request() + " " + chain.request().headers());
            Response response = chain.proceed(chain.request());
            seen.add(response + " " + response.request().headers() + response.networkResponse());
            return response;
        };
        OkHttpClient caller = new OkHttpClient.Builder()
                .addInterceptor(curious)
                .addNetworkInterceptor(curious)
                .build();
        try (TestServer server = new TestServer(KEY);
                QosClient qos = server.client()
                        .okHttpClient(caller)
                        .retryPolicy(RetryPolicy.defaults().withMaxAttempts(2).withFirstDelay(Duration.ofMillis(1)))
                        .ratePolicy(RatePolicy.defaults().withDefaultPause(Duration.ZERO))
                        .planLimits(PlanLimits.defaults().withRequestsPerMinute(100))
                        .build()) {
            seen.add(qos + " " + qos.api() + " " + server.client());
            for (int status : new int[] {200, 302, 400, 401, 403, 404, 500, 429, 429, 503, 503}) {
                server.answer(status, "<html>");
            }
            for (int i = 0; i < 9; i++) {
                fail(qos);
            }
            for (int status : new int[] {200, 400, 401, 429, 429, 503, 503}) {
                server.answer(status, "{\"msg\":\"bad key " + KEY + "\"}");
            }
            server.answer(200, "{\"msg\":\"OK\",\"data\":\"" + KEY + "\"}");
            server.answer(200, "{\"msg\":\"OK\",\"data\":[{\"c\":\"US:A\",\"ts\":\"" + KEY + "\"}]}");
            for (int i = 0; i < 6; i++) {
                fail(qos);
            }
            seen.add(qos.http().snapshots("US:A").undecodable().toString());
            assertThat(seen).anyMatch(text -> text.contains("Cannot read \"<key>\""));
            assertThat(seen).anyMatch(text -> text.contains("bad key <key>"));
            for (MockResponse broken : brokenAnswers()) {
                server.http.enqueue(broken); // Nothing that is sent again.
                fail(qos);
                server.http.enqueue(broken);
                Throwable raw = catchThrowable(() -> qos.api()
                        .snapshots(CodesRequest.builder().codes("US:AAPL").build())
                        .execute());
                assertThat(raw).isNotNull();
                seen.addAll(SecretTraces.texts(raw));
            }
            assertThat(seen)
                    .anyMatch(text -> text.contains("ProtocolException: Unexpected status line: BAD <key>"))
                    .anyMatch(text -> text.contains("ProtocolException: Number too large: <key>"));
        }
        try (TestServer server = new TestServer(KEY);
                QosClient qos = server.client()
                        .okHttpClient(caller)
                        .ratePolicy(RatePolicy.failAtOnce())
                        .planLimits(PlanLimits.defaults().withRequestsPerMinute(2))
                        .build()) {
            server.http.enqueue(new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build());
            fail(qos);
            server.answer(200, TestServer.SNAPSHOT);
            var raw = qos.api()
                    .snapshots(CodesRequest.builder().codes("US:AAPL").build())
                    .execute();
            seen.add(raw + " " + raw.raw() + raw.raw().request() + raw.raw().networkResponse());
            seen.add(raw.raw().request().headers().toString());
            server.http.close();
            fail(qos);
            fail(qos);
        }
        caller.dispatcher().executorService().shutdown();
        caller.connectionPool().evictAll();
        Thread.getAllStackTraces().keySet().forEach(thread -> seen.add(thread.getName()));
        List<ILoggingEvent> lines = lines();
        lines.forEach(event -> seen.add(event.getFormattedMessage() + " " + event.getThreadName()));
        assertThat(seen).hasSizeGreaterThan(30).noneMatch(new SecretTraces(KEY)::isIn);
        assertThat(lines).isNotEmpty();
    }

    /** Answers that OkHttp cannot read and quotes in its exceptions. */
    private static List<MockResponse> brokenAnswers() {
        String key = KEY;
        Buffer chunks = new Buffer().writeUtf8(key + "\r\n{}\r\n0\r\n\r\n");
        return List.of(
                new MockResponse.Builder().status("BAD " + key + " x").build(),
                new MockResponse.Builder()
                        .status("HTTP/1.1 " + key.substring(4, 20))
                        .build(),
                new MockResponse.Builder()
                        .body(chunks)
                        .setHeader("Transfer-Encoding", "chunked")
                        .removeHeader("Content-Length")
                        .build());
    }

    private List<ILoggingEvent> lines() {
        synchronized (logged) { // Threads of the client may still write.
            return List.copyOf(logged.list);
        }
    }

    private void fail(QosClient qos) {
        Throwable failure = catchThrowable(() -> qos.http().snapshots("US:AAPL"));
        assertThat(failure).isNotNull();
        seen.addAll(SecretTraces.texts(failure));
    }
}
