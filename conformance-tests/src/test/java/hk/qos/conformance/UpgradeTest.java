package hk.qos.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.client.QosClient;
import hk.qos.client.model.Trade;
import hk.qos.error.AuthenticationException;
import hk.qos.error.ConnectFailedException;
import hk.qos.error.LimitException;
import hk.qos.error.RequestTimeoutException;
import hk.qos.error.TooManyRequestsException;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.fault.Faults;
import hk.qos.simulator.fault.HttpFault;
import hk.qos.simulator.observe.Violation;
import hk.qos.simulator.settings.ExtraConnection;
import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.StreamState;
import hk.qos.stream.StreamTimeouts;
import hk.qos.stream.fixtures.LeakGuard;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refused upgrades, and more connections than the plan permits. */
@ExtendWith({LeakGuard.class, NettyWarnings.class})
class UpgradeTest {
    private static final String STREAM = "/ws";
    private static final List<String> TWO = List.of("US:AAPL", "CF:BTCUSDT");

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void waitsForTheServersRetryAfter() throws Exception {
        try (Harness harness = Harness.start()) {
            harness.simulator.faults().http(STREAM, HttpFault.retryAfter(429, "1"), 1);
            CompletableFuture<Void> ready = harness.stream().connect();
            assertThat(harness.event(StreamEvent.ConnectFailed.class).cause())
                    .isInstanceOfSatisfying(
                            TooManyRequestsException.class,
                            refused -> assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
            assertThat(harness.event(StreamEvent.BackingOff.class).delay())
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            Harness.get(ready);
            assertThat(harness.simulator.observations().requests(STREAM)).hasSize(2);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void waitsLongerAfter429WithoutRetryAfter() throws Exception {
        try (Harness harness = Harness.start()) {
            harness.simulator.faults().http(STREAM, HttpFault.status(429), 1);
            Harness.get(harness.stream().connect());
            assertThat(harness.event(StreamEvent.BackingOff.class).delay())
                    .isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 301, 302, 307})
    @Execution(ExecutionMode.CONCURRENT)
    void failsIfTheFirstRefusalIsPermanent(int status) {
        try (Harness harness = Harness.start();
                QosSimulator elsewhere = QosSimulator.start()) {
            HttpFault fault =
                    status < 400 ? HttpFault.redirect(status, elsewhere.wsUri().toString()) : HttpFault.status(status);
            harness.simulator.faults().http(STREAM, fault, Faults.ALWAYS);
            assertThatThrownBy(() -> Harness.get(harness.stream().connect()))
                    .cause()
                    .isInstanceOf(
                            status == 401 || status == 403
                                    ? AuthenticationException.class
                                    : ConnectFailedException.class)
                    .hasMessageContaining(String.valueOf(status));
            assertThat(harness.event(StreamEvent.Failed.class).cause()).hasMessageContaining(String.valueOf(status));
            assertThat(harness.stream().state()).isEqualTo(StreamState.FAILED);
            assertThat(harness.simulator.observations().requests(STREAM)).hasSize(1);
            assertThat(elsewhere.observations().requests()).isEmpty();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void wrongKeyFailsTheStream() {
        try (Harness harness = Harness.start();
                QosClient stranger = Harness.clientOf(harness.simulator, "a-wrong-key").stream(Harness::hurried)
                        .build()) {
            assertThatThrownBy(() -> Harness.get(stranger.stream().connect()))
                    .hasCauseInstanceOf(AuthenticationException.class)
                    .hasMessageContaining("HTTP 401: Unknown key.; check that the API key is right")
                    .message()
                    .doesNotContain("a-wrong-key");
            assertThatThrownBy(() -> stranger.http().snapshots("US:AAPL"))
                    .isInstanceOf(AuthenticationException.class)
                    .message()
                    .doesNotContain("a-wrong-key");
            assertThat(harness.simulator.observations().violations())
                    .extracting(Violation::kind)
                    .containsExactly(Violation.Kind.KEY, Violation.Kind.KEY);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void refusalHasTheServersMessageInEachForm() {
        for (String body :
                List.of("No such key", "{\"msg\":\"No such key\"}", "{\"code\":1,\"msg\":\"No such key\"}\n")) {
            try (Harness harness = Harness.start()) {
                harness.simulator.faults().http(STREAM, HttpFault.answer(400, "text/plain", body), Faults.ALWAYS);
                assertThatThrownBy(() -> Harness.get(harness.stream().connect()))
                        .cause()
                        .isInstanceOf(AuthenticationException.class)
                        .hasMessageContaining("HTTP 400: No such key; check");
            }
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void truncatesALargeRefusalBody() {
        try (Harness harness = Harness.start()) {
            harness.simulator
                    .faults()
                    .http(STREAM, HttpFault.answer(401, "text/html", "x".repeat(100_000)), Faults.ALWAYS);
            assertThatThrownBy(() -> Harness.get(harness.stream().connect()))
                    .cause()
                    .isInstanceOf(AuthenticationException.class)
                    .satisfies(e -> assertThat(e.toString()).hasSizeLessThan(1000));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void keepsReconnectingWithAKeyThatWorkedUntilGiveUpAfter() throws Exception {
        try (Harness harness = Harness.start()) {
            Harness.get(harness.stream().connect());
            harness.simulator.faults().http(STREAM, HttpFault.status(401), 5);
            harness.simulator.faults().cut();
            harness.event(StreamEvent.Ready.class, 2);
            assertThat(harness.events(StreamEvent.ConnectFailed.class)).hasSize(5);
        }
        try (Harness harness = Harness.builder().stream(
                        o -> o.backoff(Harness.SHORT_PAUSES.withGiveUpAfter(Duration.ZERO)))
                .start()) {
            Harness.get(harness.stream().connect());
            harness.simulator.faults().http(STREAM, HttpFault.status(401), 1);
            harness.simulator.faults().cut();
            harness.event(StreamEvent.Failed.class);
            assertThat(harness.events(StreamEvent.ConnectFailed.class)).hasSize(1);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void reconnectsAfterGatewayErrorsResetsAndSilence() throws Exception {
        try (Harness harness = Harness.builder().stream(o -> o.timeouts(StreamTimeouts.defaults()
                        .withEachStep(Duration.ofMillis(700))
                        .withConnect(Duration.ofSeconds(2))))
                .start()) {
            Faults faults = harness.simulator.faults();
            faults.http(STREAM, HttpFault.html(502), 1);
            faults.http(STREAM, HttpFault.status(503), 1);
            faults.http(STREAM, HttpFault.reset(), 1);
            faults.http(STREAM, HttpFault.truncated(), 1);
            faults.http(STREAM, HttpFault.silence(), 1);
            Harness.get(harness.stream()
                    .subscribeTrades(TWO, new RecordingListener<>(Trade.class))
                    .ready());
            List<StreamEvent.ConnectFailed> failures = harness.events(StreamEvent.ConnectFailed.class);
            assertThat(failures).hasSize(5);
            assertThat(failures.get(0).cause()).hasMessageContaining("502");
            assertThat(failures.get(1).cause()).hasMessageContaining("503");
            assertThat(failures.get(4).cause()).isInstanceOf(RequestTimeoutException.class);
            assertThat(harness.events(StreamEvent.BackingOff.class)).hasSize(5);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void newestConnectionOfAKeyWinsAndTheOldestWaits() throws Exception {
        try (Harness harness = Harness.builder().simulator(s -> s.connections(1)).stream(
                                o -> o.backoff(Backoff.defaults()))
                        .start();
                QosClient second = Harness.clientOf(harness.simulator, harness.key).stream(Harness::hurried)
                        .build()) {
            Harness.get(harness.stream().connect());
            Harness.get(second.stream().connect());
            assertThat(harness.event(StreamEvent.Disconnected.class).cause()).hasMessageContaining("1008");
            assertThat(harness.event(StreamEvent.BackingOff.class).delay())
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(30));
            assertThat(second.stream().state()).isEqualTo(StreamState.READY);
            assertThat(harness.simulator.observations().openConnections()).hasSize(1);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void extraConnectionSucceedsAfterTheOtherCloses() throws Exception {
        try (Harness harness = Harness.builder()
                .simulator(s -> s.connections(1).extraConnection(ExtraConnection.REFUSED))
                .start()) {
            CompletableFuture<Void> ready;
            try (QosClient first = Harness.clientOf(harness.simulator, harness.key).stream(Harness::hurried)
                    .build()) {
                Harness.get(first.stream().connect());
                ready = harness.stream().connect();
                assertThat(harness.event(StreamEvent.ConnectFailed.class).cause())
                        .isInstanceOf(TooManyRequestsException.class);
            }
            Harness.get(ready);
            assertThat(harness.stream().state()).isEqualTo(StreamState.READY);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void secondClientOfAKeyIsRefusedWithoutConnecting() throws Exception {
        try (Harness harness =
                        Harness.builder().simulator(s -> s.connections(1)).start();
                QosClient second = Harness.clientOf(harness.simulator, harness.key)
                        .planLimits(Harness.planLimits().withStreamConnections(1))
                        .stream(Harness::hurried)
                        .build()) {
            Harness.get(harness.stream().connect());
            assertThatThrownBy(second::stream)
                    .isInstanceOf(LimitException.class)
                    .hasMessageContaining("the plan allows 1")
                    .hasMessageContaining("PlanLimits.withStreamConnections");
            assertThat(harness.simulator.observations().requests(STREAM)).hasSize(1);
            assertThat(harness.simulator.observations().violations()).isEmpty();
            harness.stream().close();
            Harness.get(second.stream().connect());
            assertThat(harness.events(StreamEvent.Disconnected.class)).isEmpty();
        }
    }
}
