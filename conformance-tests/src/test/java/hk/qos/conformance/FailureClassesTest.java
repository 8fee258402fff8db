package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import hk.qos.client.HttpTimeouts;
import hk.qos.client.PlanLimits;
import hk.qos.client.QosClient;
import hk.qos.client.QosClientBuilder;
import hk.qos.client.QosStream;
import hk.qos.client.RatePolicy;
import hk.qos.client.model.KLineQuery;
import hk.qos.client.model.KLineType;
import hk.qos.error.AnswerTooLargeException;
import hk.qos.error.AuthenticationException;
import hk.qos.error.ClientException;
import hk.qos.error.LimitException;
import hk.qos.error.MalformedJsonException;
import hk.qos.error.RefusedException;
import hk.qos.error.RequestLimitException;
import hk.qos.error.RequestTimeoutException;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.fault.HttpFault;
import hk.qos.stream.RequestOptions;
import hk.qos.stream.StreamLimits;
import hk.qos.stream.fixtures.LeakGuard;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The classes of failures: the same by HTTP and by stream, and limits that name the method that sets them. */
@ExtendWith({LeakGuard.class, NettyWarnings.class})
class FailureClassesTest {
    private static final KLineQuery MANY = KLineQuery.of(KLineType.DAY, 200, "US:AAPL");
    private static final List<String> ELEVEN = List.of("HK:1,2,3,4,5,6,7,8,9,10,11");

    private final String key = Harness.newKey();
    private final QosSimulator simulator =
            QosSimulator.builder().key(key).unlimited().start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private QosClientBuilder client() {
        return Harness.clientOf(simulator, key);
    }

    /** The failure of a call, or of the future that it waits for. */
    private static ClientException failure(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        Throwable failure = thrown instanceof ExecutionException ? thrown.getCause() : thrown;
        assertThat(failure).isInstanceOf(ClientException.class);
        return (ClientException) Objects.requireNonNull(failure);
    }

    private static void both(Class<? extends ClientException> kind, ThrowingCallable http, ThrowingCallable stream) {
        assertThat(failure(http)).as("HTTP").isExactlyInstanceOf(kind);
        assertThat(failure(stream)).as("stream").isExactlyInstanceOf(kind);
    }

    @Test
    void refusedInstrumentThrowsRefused() {
        simulator.faults().refuse("US:TSLA", "No such instrument.");
        try (QosClient qos = client().build()) {
            both(
                    RefusedException.class,
                    () -> qos.http().depths("US:TSLA"),
                    () -> Harness.get(qos.stream().requestDepths("US:TSLA")));
        }
    }

    @Test
    void wrongApiKey() {
        try (QosClient qos =
                Harness.clientOf(simulator, "another-key-than-the-right-one").build()) {
            both(
                    AuthenticationException.class,
                    () -> qos.http().depths("US:AAPL"),
                    () -> Harness.get(qos.stream().requestDepths("US:AAPL")));
        }
    }

    @Test
    void missingApiKey() {
        try (QosClient qos = client().withoutApiKey().build()) {
            both(AuthenticationException.class, () -> qos.http().depths("US:AAPL"), qos::stream);
        }
    }

    @Test
    void answerTooLarge() {
        try (QosClient qos = client().maxAnswerBytes(1_024).stream(
                        s -> s.limits(StreamLimits.defaults().withMaxMessageBytes(1_024)))
                .build()) {
            both(
                    AnswerTooLargeException.class,
                    () -> qos.http().kLines(MANY),
                    () -> Harness.get(qos.stream().requestKLines(MANY)));
        }
    }

    @Test
    void undecodableAnswerFailsIfStrict() {
        simulator.faults().replaceField("US:AAPL", "lp", "\"x\"");
        try (QosClient qos = client().strictDecoding(true).build()) {
            both(
                    MalformedJsonException.class,
                    () -> qos.http().snapshots("US:AAPL"),
                    () -> Harness.get(qos.stream().requestSnapshots("US:AAPL")));
        }
    }

    @Test
    void successWithoutRequiredData() {
        String ok = "{\"msg\":\"OK\",\"type\":\"H\"}";
        simulator.faults().http("/register", HttpFault.answer(200, "application/json", ok), 1);
        simulator.faults().loseAnswers("H");
        try (QosClient qos = client().build()) {
            both(MalformedJsonException.class, () -> register(qos), () -> {
                CompletableFuture<?> time = qos.stream().heartbeat();
                Harness.until(
                        "the heartbeat arrived",
                        () -> !simulator.observations().frames("H").isEmpty());
                simulator.faults().send(ok);
                Harness.get(time);
            });
        }
    }

    @SuppressWarnings("deprecation") // the one operation whose answer must have data
    private static void register(QosClient qos) {
        qos.http().register("someone@example.com");
    }

    @Test
    void requestOfTooManyInstruments() {
        try (QosClient qos = client().splitLargeRequests(false).build()) {
            both(
                    RequestLimitException.class,
                    () -> qos.http().depths(ELEVEN),
                    () -> Harness.get(qos.stream().requestDepths(ELEVEN)));
        }
    }

    @Test
    void noAnswerInTime() {
        simulator.faults().http("/depth", HttpFault.silence(), 100);
        simulator.faults().loseAnswers("RD");
        Duration shortly = Duration.ofMillis(300);
        try (QosClient qos =
                client().httpTimeouts(HttpTimeouts.defaults().withCall(shortly)).build()) {
            both(
                    RequestTimeoutException.class,
                    () -> qos.http().depths("US:AAPL"),
                    () -> Harness.get(qos.stream()
                            .requestDepths(
                                    List.of("US:AAPL"),
                                    RequestOptions.defaults().withTimeout(shortly))));
        }
    }

    @Test
    void everyLimitNamesTheMethodThatSetsIt() {
        PlanLimits slow = PlanLimits.defaults().withStreamConnections(2).withSpacing(Duration.ofSeconds(20));
        try (QosClient qos = client()
                        .planLimits(PlanLimits.defaults().withRequestsPerMinute(1))
                        .ratePolicy(RatePolicy.failAtOnce())
                        .splitLargeRequests(false)
                        .maxAnswerBytes(1_024)
                        .stream(s -> s.limits(StreamLimits.defaults().withMaxMessageBytes(1_024)))
                        .build();
                QosClient second = client().planLimits(PlanLimits.defaults()).build();
                QosClient third = client().planLimits(slow).stream(
                                s -> s.limits(StreamLimits.defaults().withRequestsQueued(1)))
                        .build()) {
            List<String> settings = new ArrayList<>();
            QosStream stream = qos.stream();
            List<ThrowingCallable> calls = List.of(
                    () -> qos.http().kLines(MANY),
                    () -> qos.http().kLines(MANY),
                    () -> qos.http().depths(ELEVEN),
                    () -> Harness.get(stream.requestDepths(ELEVEN)),
                    () -> stream.subscribeDepths(ELEVEN),
                    () -> Harness.get(stream.requestKLines(MANY)),
                    second::stream,
                    () -> Harness.get(thirdRequest(third.stream())));
            for (ThrowingCallable call : calls) {
                LimitException failure = (LimitException) failure(call);
                assertThat(failure).hasMessageEndingWith(" (setting: " + failure.setting() + ")");
                assertThat(isMethod(failure.setting())).as(failure.setting()).isTrue();
                settings.add(failure.setting());
            }
            assertThat(settings)
                    .containsExactly(
                            "QosClientBuilder.maxAnswerBytes",
                            "RatePolicy.withMaxWait",
                            "PlanLimits.withInstruments",
                            "PlanLimits.withStreamInstruments",
                            "PlanLimits.withStreamInstruments",
                            "StreamLimits.withMaxMessageBytes",
                            "PlanLimits.withStreamConnections",
                            "StreamLimits.withRequestsQueued");
        }
    }

    /** The first is answered, the second waits for its turn, the third exceeds the limit. */
    private static CompletableFuture<?> thirdRequest(QosStream stream) throws Exception {
        Harness.get(stream.requestDepths("US:AAPL"));
        CompletableFuture<?> second = stream.requestDepths("US:AAPL");
        CompletableFuture<?> third = stream.requestDepths("US:AAPL");
        assertThat(second).isNotDone();
        return third;
    }

    private static boolean isMethod(String setting) {
        String[] parts = setting.split("\\.", -1);
        return Arrays.stream(new String[] {"hk.qos.client.", "hk.qos.stream."})
                .flatMap(home -> methods(home + parts[0]).stream())
                .anyMatch(parts[1]::equals);
    }

    private static List<String> methods(String type) {
        try {
            return Arrays.stream(Class.forName(type).getMethods())
                    .map(Method::getName)
                    .toList();
        } catch (ClassNotFoundException e) {
            return List.of();
        }
    }
}
