package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hk.qos.client.internal.http.ApiKey;
import hk.qos.error.AnswerTooLargeException;
import hk.qos.error.LimitException;
import hk.qos.error.TooManyRequestsException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The rates that clients of one process share, and their usage. */
@Timeout(60)
class HttpRatesTest {
    private static final PlanLimits TWO = PlanLimits.defaults().withRequestsPerMinute(2);

    @Test
    void reopenedClientSharesRateOfClosedClient() throws Exception {
        try (TestServer server = answering(4)) {
            for (int i = 0; i < 2; i++) {
                try (QosClient qos = failFastClient(server).build()) {
                    qos.http().snapshots("US:AAPL");
                }
            }
            try (QosClient third = failFastClient(server).build();
                    QosClient otherKey =
                            failFastClient(server).apiKey("another-key-of-mine").build()) {
                LimitException refused = catchThrowableOfType(
                        LimitException.class, () -> third.http().snapshots("US:AAPL"));
                assertThat(refused.retryAfter()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(61));
                assertThat(third.rates().of(Operation.SNAPSHOTS).used()).isEqualTo(2);
                assertThat(third.rates().of(Operation.DEPTHS).used()).isZero();
                assertThat(otherKey.http().snapshots("US:AAPL")).hasSize(1);
            }
            assertThat(server.http.getRequestCount()).isEqualTo(3);
        }
    }

    @Test
    void waitingCallIsReported() throws Exception {
        BlockingQueue<RateWait> waits = new ArrayBlockingQueue<>(10);
        try (TestServer server = answering(2);
                QosClient qos =
                        server.client().planLimits(TWO).onRateWait(waits::add).build()) {
            qos.http().snapshots("US:AAPL");
            qos.http().snapshots("US:AAPL");
            CompletableFuture<?> third = qos.http().async().snapshots("US:AAPL");
            RateWait wait = waits.take();
            assertThat(wait.operation()).isEqualTo(Operation.SNAPSHOTS);
            assertThat(wait.delay()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(61));
            assertThat(wait.askedByServer()).isFalse();
            assertThat(third).isNotDone();
            RateUsage usage = qos.rates().of(Operation.SNAPSHOTS);
            assertThat(usage.allowed()).isEqualTo(2);
            assertThat(usage.waiting()).isEqualTo(1);
            assertThat(usage.nextTurn()).isPositive();
            assertThat(qos.rates().all()).hasSize(Operation.values().length);
        }
    }

    @Test
    void liftedPauseEndsWait() throws Exception {
        try (TestServer server =
                        new TestServer().answer(429, "", "Retry-After", "3000").answer(200, TestServer.SNAPSHOT);
                QosClient qos =
                        server.client().ratePolicy(RatePolicy.failAtOnce()).build()) {
            assertThat(catchThrowableOfType(
                            TooManyRequestsException.class, () -> qos.http().snapshots("US:AAPL")))
                    .extracting(TooManyRequestsException::retryAfter)
                    .isEqualTo(Duration.ofMinutes(50));
            assertThat(catchThrowableOfType(
                            LimitException.class, () -> qos.http().snapshots("US:AAPL")))
                    .hasMessageContaining("as the server asked");
            assertThat(qos.rates().of(Operation.SNAPSHOTS).pause()).isPositive();
            qos.rates().liftPause(Operation.SNAPSHOTS);
            assertThat(qos.http().snapshots("US:AAPL")).hasSize(1);
        }
    }

    @Test
    void maxAnswerBytesLimitsAnswers() throws Exception {
        String padded = TestServer.SNAPSHOT + " ".repeat(2_000);
        try (TestServer server = new TestServer().answer(200, padded).answer(200, padded);
                QosClient small = server.client().maxAnswerBytes(1_500).build();
                QosClient usual = server.client().build()) {
            assertThat(catchThrowableOfType(
                            AnswerTooLargeException.class, () -> small.http().snapshots("US:AAPL")))
                    .hasMessageEndingWith(
                            "more than 1500 bytes; ask for less (setting: QosClientBuilder.maxAnswerBytes)");
            assertThat(usual.http().snapshots("US:AAPL")).hasSize(1);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QosClient.builder().maxAnswerBytes(1_023))
                .withMessage("maxAnswerBytes must be 1024 to 1073741824: 1023");
    }

    @Test
    void okHttpClientWithoutCallTimeoutGetsDefault() {
        OkHttpClient endless =
                new OkHttpClient.Builder().callTimeout(Duration.ZERO).build();
        OkHttpClient quick =
                new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(3)).build();
        assertThat(attemptTimeoutWith(endless)).isEqualTo(Duration.ofSeconds(20));
        assertThat(attemptTimeoutWith(quick)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void httpTimeoutsReplaceThoseOfTheOkHttpClient() {
        OkHttpClient quick =
                new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(3)).build();
        HttpTimeouts timeouts = HttpTimeouts.defaults().withAttempt(Duration.ofSeconds(7));
        assertThat(attemptTimeout(QosClient.builder()
                        .apiKey(TestServer.newKey())
                        .okHttpClient(quick)
                        .httpTimeouts(timeouts)))
                .isEqualTo(Duration.ofSeconds(7));
    }

    private static Duration attemptTimeoutWith(OkHttpClient client) {
        return attemptTimeout(QosClient.builder().apiKey(TestServer.newKey()).okHttpClient(client));
    }

    private static Duration attemptTimeout(QosClientBuilder builder) {
        try (HttpConnections connections =
                HttpConnections.of(builder, Endpoints.of(builder), "key", new ApiKey(null), Set.of(), Set.of())) {
            return connections.timeouts().attempt();
        }
    }

    private static TestServer answering(int times) throws Exception {
        TestServer server = new TestServer();
        for (int i = 0; i < times; i++) {
            server.answer(200, TestServer.SNAPSHOT);
        }
        return server;
    }

    private static QosClientBuilder failFastClient(TestServer server) {
        return server.client().planLimits(TWO).ratePolicy(RatePolicy.failAtOnce());
    }
}
