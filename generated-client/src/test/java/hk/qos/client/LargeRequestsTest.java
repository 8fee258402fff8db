package hk.qos.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineSeries;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.error.AuthenticationException;
import hk.qos.error.CallInterruptedException;
import hk.qos.error.ClientException;
import hk.qos.error.LimitException;
import hk.qos.error.PartialAnswerException;
import hk.qos.error.RefusedException;
import hk.qos.error.TooManyRequestsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** Calls that name more instruments than one request may. The plan of these tests allows two. */
class LargeRequestsTest {
    private static final String KLINES = "{\"msg\":\"OK\",\"data\":[%s]}";

    private static QosClient client(TestServer server) {
        return server.client()
                .planLimits(PlanLimits.defaults().withInstruments(2).withRequestsPerMinute(100))
                .build();
    }

    private static TestServer server() throws Exception {
        return new TestServer();
    }

    private static String of(String... codes) {
        List<String> elements = new ArrayList<>();
        for (String code : codes) {
            elements.add("{\"c\":\"" + code + "\"}");
        }
        return "{\"msg\":\"OK\",\"data\":[" + String.join(",", elements) + "]}";
    }

    private static List<String> bodies(TestServer server, int count) throws InterruptedException {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bodies.add(
                    Objects.requireNonNull(server.http.takeRequest().getBody()).utf8());
        }
        return bodies;
    }

    @Test
    void splitsTheCallAndAnswersInTheOrderOfTheCall() throws Exception {
        try (TestServer server = server().answer(200, of("US:B", "US:A"))
                        .answer(200, of("HK:00001", "US:C"))
                        .answer(200, of("US:E"));
                QosClient qos = client(server)) {
            Results<Snapshot> quotes = qos.http().snapshots("US:A,B,C", "HK:1", "US:E");

            assertThat(quotes).extracting(Snapshot::code).containsExactly("US:A", "US:B", "US:C", "HK:1", "US:E");
            assertThat(quotes.missing()).isEmpty();
            assertThat(bodies(server, 3))
                    .containsExactly(
                            "{\"codes\":[\"US:A,B\"]}", "{\"codes\":[\"US:C\",\"HK:1\"]}", "{\"codes\":[\"US:E\"]}");
        }
    }

    @Test
    void tellsWhatIsMissingOrUndecodableInAnyOfTheAnswers() throws Exception {
        try (TestServer server = server().answer(200, of("US:B"))
                        .answer(200, "{\"msg\":\"OK\",\"data\":[{\"c\":\"HK:2\",\"lp\":\"x\"}]}");
                QosClient qos = client(server)) {
            Results<Snapshot> quotes =
                    qos.http().async().snapshots("US:A,B", "HK:00001", "HK:2").get();

            assertThat(quotes).extracting(Snapshot::code).containsExactly("US:B");
            assertThat(quotes.missing()).containsExactly("US:A", "HK:00001", "HK:2");
            assertThat(quotes.undecodable()).hasSize(1);
        }
    }

    @Test
    void keepsTheTradesOfAnInstrumentTogether() throws Exception {
        String trade = "{\"c\":\"%s\",\"p\":\"%s\"}";
        try (TestServer server = server().answer(
                                200,
                                KLINES.formatted(trade.formatted("US:B", "1") + "," + trade.formatted("US:B", "2") + ","
                                        + trade.formatted("US:A", "3") + "," + trade.formatted("US:A", "4")))
                        .answer(200, KLINES.formatted(trade.formatted("US:C", "5")));
                QosClient qos = client(server)) {
            assertThat(qos.http().trades(2, "US:A,B,C"))
                    .extracting(Trade::price)
                    .extracting(String::valueOf)
                    .containsExactly("3", "4", "1", "2", "5");
        }
    }

    @Test
    void splitsQueriesAndAnswersInTheOrderOfTheQueries() throws Exception {
        String series = "{\"c\":\"%s\",\"k\":[{\"c\":\"%s\",\"kt\":%d}]}";
        try (TestServer server = server().answer(
                                200,
                                KLINES.formatted(series.formatted("US:B", "US:B", 1001) + ","
                                        + series.formatted("US:A", "US:A", 1001)))
                        .answer(
                                200,
                                KLINES.formatted(series.formatted("US:A", "US:A", 1007) + ","
                                        + series.formatted("US:C", "US:C", 1001)));
                QosClient qos = client(server)) {
            Results<KLineSeries> all = qos.http()
                    .kLines(
                            KLineQuery.of(KLineType.DAY, 1, "US:A", "US:B", "US:C"),
                            KLineQuery.of(KLineType.WEEK, 1, "US:A"));

            assertThat(all)
                    .extracting(one -> one.code() + " " + one.kLines().get(0).type())
                    .containsExactly("US:A DAY", "US:B DAY", "US:C DAY", "US:A WEEK");
            assertThat(bodies(server, 2))
                    .containsExactly(
                            "{\"kline_reqs\":[{\"c\":\"US:A,B\",\"co\":1,\"a\":0,\"kt\":1001}]}",
                            "{\"kline_reqs\":[{\"c\":\"US:C\",\"co\":1,\"a\":0,\"kt\":1001},"
                                    + "{\"c\":\"US:A\",\"co\":1,\"a\":0,\"kt\":1007}]}");
        }
    }

    @Test
    void sendsTheOthersAfterARefusalAndTellsWhichItWas() throws Exception {
        for (boolean blocking : new boolean[] {true, false}) {
            try (TestServer server = server().answer(200, "{\"msg\":\"No such instrument.\"}")
                            .answer(200, of("US:D", "US:C"))
                            .answer(200, of("US:E"));
                    QosClient qos = client(server)) {
                PartialAnswerException partial = (PartialAnswerException) failure(qos, blocking, "US:A,B,C,D,E");

                assertThat(partial)
                        .hasCauseInstanceOf(RefusedException.class)
                        .hasMessage("snapshots (4.3) failed for US:A, US:B, and was not sent for 0 further keys;"
                                + " 3 elements were received: snapshots (4.3) refused: No such instrument.");
                assertThat(partial.failedKeys()).containsExactly("US:A", "US:B");
                assertThat(partial.unsentKeys()).isEmpty();
                assertThat(partial.received(Snapshot.class))
                        .extracting(Snapshot::code)
                        .containsExactly("US:C", "US:D", "US:E");
                assertThat(partial.isRetryable()).isFalse();
                assertThat(partial.serverMessage()).isEqualTo("No such instrument.");
                assertThat(partial.httpStatus()).hasValue(200);
            }
        }
    }

    @Test
    void stopsAtAFailureThatWouldMeetTheOthersToo() throws Exception {
        for (boolean blocking : new boolean[] {true, false}) {
            try (TestServer server = server().answer(200, of("US:A", "US:B")).answer(429, "", "Retry-After", "7");
                    QosClient qos = client(server)) {
                PartialAnswerException partial = (PartialAnswerException) failure(qos, blocking, "US:A,B,C,D,E,F");

                assertThat(partial).hasCauseInstanceOf(TooManyRequestsException.class);
                assertThat(partial.failedKeys()).containsExactly("US:C", "US:D");
                assertThat(partial.unsentKeys()).containsExactly("US:E", "US:F");
                assertThat(partial.received(Snapshot.class)).hasSize(2);
                assertThat(partial.isRetryable()).isTrue();
                assertThat(partial.retryAfter()).isEqualTo(Duration.ofSeconds(7));
                assertThat(server.http.getRequestCount()).isEqualTo(2);
            }
        }
    }

    @Test
    void failsAsOneRequestDoesIfNothingWasReceived() throws Exception {
        for (boolean blocking : new boolean[] {true, false}) {
            try (TestServer server = server().answer(401, "");
                    QosClient qos = client(server)) {
                assertThat(failure(qos, blocking, "US:A,B,C")).isExactlyInstanceOf(AuthenticationException.class);
                assertThat(server.http.getRequestCount()).isEqualTo(1);
            }
        }
    }

    @Test
    void givesUpIfEveryRequestIsRefused() throws Exception {
        String refusal = "{\"msg\":\"Not today.\"}";
        try (TestServer server = server().answer(200, refusal).answer(200, refusal);
                QosClient qos = client(server)) {
            PartialAnswerException partial = (PartialAnswerException) failure(qos, true, "US:A,B,C,D,E,F,G");

            assertThat(partial.failedKeys()).containsExactly("US:A", "US:B", "US:C", "US:D");
            assertThat(partial.unsentKeys()).containsExactly("US:E", "US:F", "US:G");
            assertThat(partial.getSuppressed()).hasSize(1);
            assertThat(server.http.getRequestCount()).isEqualTo(2);
        }
    }

    @Test
    void waitsForTheTurnsOfThePlan() throws Exception {
        try (TestServer server = server().answer(200, of("US:A", "US:B"));
                QosClient qos = server.client()
                        .planLimits(PlanLimits.defaults().withInstruments(2).withRequestsPerMinute(1))
                        .ratePolicy(RatePolicy.failAtOnce())
                        .build()) {
            assertThat(failure(qos, true, "US:A,B,C"))
                    .isInstanceOf(PartialAnswerException.class)
                    .hasCauseInstanceOf(LimitException.class);
        }
    }

    @Test
    void usesTheLimitOfTheOperation() throws Exception {
        try (TestServer server = server().answer(200, of("US:A")).answer(200, of("US:B"));
                QosClient qos = server.client()
                        .planLimits(PlanLimits.defaults().withInstruments(Operation.DEPTHS, 1))
                        .build()) {
            assertThat(qos.http().depths("US:A", "US:B")).hasSize(2);
        }
    }

    @Test
    void refusesTheCallIfRequestsAreNotSplit() throws Exception {
        try (TestServer server = server();
                QosClient qos = server.client()
                        .planLimits(PlanLimits.defaults().withInstruments(2))
                        .splitLargeRequests(false)
                        .build()) {
            assertThatThrownBy(() -> qos.http().snapshots("US:A,B,C")).isInstanceOf(LimitException.class);
            assertThat(server.http.getRequestCount()).isZero();
        }
    }

    @Test
    void cancellingTheFutureSendsNoFurtherRequest() throws Exception {
        try (TestServer server = server()) {
            server.http.enqueue(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build());
            try (QosClient qos = client(server)) {
                CompletableFuture<Results<Snapshot>> quotes = qos.http().async().snapshots("US:A,B,C");
                server.http.takeRequest();
                quotes.cancel(true);
                assertThat(qos.rates().of(Operation.SNAPSHOTS).used()).isEqualTo(1);
            }
            assertThat(server.http.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void anInterruptedThreadSendsNothing() throws Exception {
        try (TestServer server = server();
                QosClient qos = client(server)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> qos.http().snapshots("US:A,B,C")).isInstanceOf(CallInterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(server.http.getRequestCount()).isZero();
        }
    }

    private static ClientException failure(QosClient qos, boolean blocking, String codes) {
        Throwable thrown = catchThrowable(() -> {
            if (blocking) {
                qos.http().snapshots(codes);
            } else {
                qos.http().async().snapshots(codes).join();
            }
        });
        Throwable failure = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        assertThat(failure).isInstanceOf(ClientException.class);
        return (ClientException) Objects.requireNonNull(failure);
    }
}
