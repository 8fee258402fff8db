package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import hk.qos.client.internal.http.VirtualTime;
import hk.qos.error.ClientException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The log lines of HTTP calls. */
class HttpLogTest {
    private final Logger log = (Logger) LoggerFactory.getLogger("hk.qos.client.http");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        log.addAppender(logged);
        log.setAdditive(false);
        log.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(logged);
        log.setAdditive(true);
        log.setLevel(null);
    }

    private List<String> lines(Level level) {
        return logged.list.stream()
                .filter(line -> line.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void debugShowsEachExchangeAndNeverTheKey() throws Exception {
        String key = TestServer.newKey();
        String refusal = "{\"msg\":\"" + key + "\"}";
        try (TestServer server =
                        new TestServer(key).answer(200, TestServer.SNAPSHOT).answer(400, refusal);
                QosClient qos = server.client().build()) {
            for (int connection = 0; connection < 2; connection++) { // The kept one, and the fresh one after it.
                server.http.enqueue(new MockResponse.Builder()
                        .status("BAD " + key)
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
            }
            qos.http().snapshots("US:AAPL");
            assertThatThrownBy(() -> qos.http().snapshots("US:AAPL")).isInstanceOf(ClientException.class);
            assertThatThrownBy(() -> qos.http().snapshots("US:AAPL")).isInstanceOf(ClientException.class);
        }

        assertThat(lines(Level.DEBUG)).hasSize(3);
        assertThat(lines(Level.DEBUG).get(0))
                .matches("POST /snapshot 200 in \\d+ ms, " + TestServer.SNAPSHOT.length() + " bytes");
        assertThat(lines(Level.DEBUG).get(1)).startsWith("POST /snapshot 400 in ");
        assertThat(lines(Level.DEBUG).get(2)).startsWith("POST /snapshot failed after ");
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains(key.substring(0, 8)));
    }

    @Test
    void waitingCallsLogAtMostOneLineASecond() throws Exception {
        try (TestServer server = new TestServer().answer(200, TestServer.SNAPSHOT);
                QosClient qos = server.client()
                        .ratePolicy(RatePolicy.waitUpTo(Duration.ofHours(1)))
                        .planLimits(PlanLimits.defaults().withRequestsPerMinute(1))
                        .time(new VirtualTime(), () -> 0)
                        .build()) {
            qos.http().snapshots("US:AAPL");
            List<CompletableFuture<?>> waiting = IntStream.range(0, 50)
                    .<CompletableFuture<?>>mapToObj(i -> qos.http().async().snapshots("US:AAPL"))
                    .toList();
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
        }

        assertThat(lines(Level.INFO)).singleElement().asString().startsWith("snapshots (4.3) waits ");
    }
}
