package hk.qos.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.simulator.observe.Violation.Kind;
import hk.qos.simulator.settings.ExtraConnection;
import hk.qos.simulator.settings.TooFast;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** API keys, request rates and plan limits. */
class AccessTest {
    private static final String AAPL = "{\"codes\":[\"US:AAPL\"]}";
    private static final String OTHER_KEY = "fedcba9876543210fedcba9876543210";
    private static final String HEARTBEAT = "{\"type\":\"H\"}";

    /** The body of a test. */
    private interface Step {
        void with(QosSimulator simulator, RawHttp http) throws Exception;
    }

    private static void run(Consumer<QosSimulatorBuilder> settings, Step step) throws Exception {
        QosSimulatorBuilder builder = QosSimulator.builder().unlimited();
        settings.accept(builder);
        try (QosSimulator simulator = builder.start()) {
            step.with(simulator, new RawHttp(simulator));
        }
    }

    @Test
    void acceptsTheKeyInHeaderOrQueryOnly() throws Exception {
        run(builder -> builder.key(RawHttp.KEY), (simulator, http) -> {
            assertThat(http.post("/snapshot", AAPL).statusCode()).isEqualTo(200);
            assertThat(http.send(http.request("/snapshot?key=" + RawHttp.KEY, AAPL))
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> unknown = http.post("/snapshot", AAPL, OTHER_KEY);
            assertThat(unknown.statusCode()).isEqualTo(401);
            assertThat(unknown.body()).contains("Unknown key").doesNotContain(OTHER_KEY);
            assertThat(http.send(http.request("/snapshot", AAPL)).statusCode()).isEqualTo(401);
            assertThat(simulator.observations().violations()).extracting("kind").containsExactly(Kind.KEY, Kind.KEY);

            RawStream.open(simulator).close();
            assertThat(handshakeStatus(simulator, OTHER_KEY)).isEqualTo(401);
            assertThat(handshakeStatus(simulator, " ")).isEqualTo(400);
        });
    }

    @Test
    void registrationReturnsAWorkingKeyAndItsPermissions() throws Exception {
        SettableClock clock = new SettableClock("2026-03-04T17:00:30Z");
        run(
                builder -> builder.key(RawHttp.KEY)
                        .instruments(7)
                        .requestsPerMinute(60)
                        .connections(3)
                        .clock(clock),
                (simulator, http) -> {
                    String body = "{\"email\":\"somebody@example.com\"}";
                    JsonNode answer = JsonMapper.shared()
                            .readTree(http.send(http.request("/register", body)).body());
                    MessageValidator.answer("/register", answer);
                    JsonNode registration = answer.path("data");
                    assertThat(registration.path("email").asString()).isEqualTo("somebody@example.com");
                    assertThat(registration.path("created_at").asString()).matches(".*\\.\\d{9}[+]08:00");
                    assertThat(OffsetDateTime.parse(
                                            registration.path("expires_at").asString())
                                    .toInstant())
                            .isAfter(clock.instant());
                    JsonNode permission = registration.path("permission");
                    assertThat(permission.propertyNames())
                            .containsExactlyInAnyOrder(
                                    "depth", "history", "instrumen_info", "kline", "snapshot", "trade", "ws");
                    assertThat(permission.path("snapshot").path("product_count").asInt())
                            .isEqualTo(7);
                    assertThat(permission.path("ws").path("max_connections").asInt())
                            .isEqualTo(3);
                    String key = registration.path("key").asString();
                    assertThat(http.post("/snapshot", AAPL, key).statusCode()).isEqualTo(200);
                    RawStream.open(simulator, key).close();

                    assertThat(http.send(http.request("/register", body)).statusCode())
                            .as("once a minute")
                            .isEqualTo(429);
                });
    }

    @Test
    void countsTheRequestsOfAMinuteForEachInterfaceAndKey() throws Exception {
        SettableClock clock = new SettableClock("2026-03-04T17:00:30Z");
        run(builder -> builder.requestsPerMinute(2).clock(clock), (simulator, http) -> {
            assertThat(http.post("/snapshot", AAPL).statusCode()).isEqualTo(200);
            clock.pass(Duration.ofSeconds(40));
            assertThat(http.post("/snapshot", AAPL).statusCode()).isEqualTo(200);
            HttpResponse<String> third = http.post("/snapshot", AAPL);
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).hasValue("20");
            assertThat(http.post("/depth", AAPL).statusCode()).isEqualTo(200);
            assertThat(http.post("/snapshot", AAPL, OTHER_KEY).statusCode()).isEqualTo(200);
            clock.pass(Duration.ofSeconds(20));
            assertThat(http.post("/snapshot", AAPL).statusCode()).isEqualTo(200);
            assertThat(http.post("/snapshot", AAPL).statusCode()).isEqualTo(429);
            simulator.resetRequestRates();
            assertThat(http.post("/snapshot", AAPL).statusCode()).isEqualTo(200);
            assertThat(simulator.observations().violations()).extracting("kind").containsExactly(Kind.RATE, Kind.RATE);
        });
    }

    @Test
    void countsDistinctInstrumentsOverAllSubscriptions() throws Exception {
        run(builder -> builder.instruments(2), (simulator, http) -> {
            assertThat(http.json("/snapshot", "{\"codes\":[\"US:AAPL,TSLA\",\"HK:700\"]}")
                            .path("msg")
                            .asString())
                    .isEqualTo("Too many instruments: 3, the plan permits 2");
            assertThat(http.json("/snapshot", "{\"codes\":[\"HK:700\",\"HK:00700\",\"US:AAPL\"]}")
                            .path("msg")
                            .asString())
                    .isEqualTo("OK");
            try (RawStream stream = RawStream.open(simulator)) {
                ok(stream.ask("S", "{\"type\":\"S\",\"codes\":[\"US:AAPL\",\"HK:700\"]}"));
                ok(stream.ask("T", "{\"type\":\"T\",\"codes\":[\"HK:00700\"]}"));
                assertThat(stream.ask("D", "{\"type\":\"D\",\"codes\":[\"US:TSLA\"]}")
                                .path("msg")
                                .asString())
                        .isEqualTo("Too many instruments: 3, the plan permits 2");
                ok(stream.ask("SC", "{\"type\":\"SC\",\"codes\":[\"US:AAPL\"]}"));
                ok(stream.ask("D", "{\"type\":\"D\",\"codes\":[\"US:TSLA\"]}"));
            }
        });
    }

    @Test
    void newestConnectionWins() throws Exception {
        run(builder -> builder.connections(1), (simulator, http) -> {
            try (RawStream first = RawStream.open(simulator);
                    RawStream other = RawStream.open(simulator, OTHER_KEY);
                    RawStream second = RawStream.open(simulator)) {
                assertThat(first.closeCode()).isEqualTo(1008);
                ok(second.ask("H", HEARTBEAT));
                ok(other.ask("H", HEARTBEAT));
                assertThat(simulator.observations().violations())
                        .extracting("kind")
                        .containsExactly(Kind.CONNECTIONS);
            }
        });
    }

    @Test
    void extraConnectionIsRefusedIfConfigured() throws Exception {
        run(builder -> builder.connections(1).extraConnection(ExtraConnection.REFUSED), (simulator, http) -> {
            try (RawStream first = RawStream.open(simulator)) {
                assertThat(handshakeStatus(simulator, RawHttp.KEY)).isEqualTo(429);
                ok(first.ask("H", HEARTBEAT));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"ANSWERED, false", "COUNTED, false", "CLOSED, false", "ANSWERED, true"})
    void frameSentTooSoonIsHandledByPolicy(TooFast policy, boolean strict) throws Exception {
        run(builder -> builder.spacing(Duration.ofSeconds(30)).tooFast(policy).strict(strict), (simulator, http) -> {
            try (RawStream stream = RawStream.open(simulator)) {
                ok(stream.ask("H", HEARTBEAT));
                stream.send("{\"type\":\"S\",\"codes\":[\"US:AAPL\"],\"reqid\":3}");
                if (policy == TooFast.CLOSED || strict) {
                    assertThat(stream.closeCode()).isEqualTo(1008);
                } else {
                    JsonNode answer = stream.await(m -> m.has("reqid"));
                    assertThat(answer.path("msg").asString())
                            .matches(policy == TooFast.COUNTED ? "OK" : "Too fast: \\d+ ms after .* 30000 ms.*");
                    assertThat(simulator.observations().openConnections().get(0).subscriptions())
                            .hasSize(policy == TooFast.COUNTED ? 1 : 0);
                }
                assertThat(simulator.observations().violations())
                        .extracting("kind")
                        .containsExactly(Kind.SPACING);
            }
        });
    }

    @Test
    void acceptsFramesWithSpacing() throws Exception {
        run(builder -> builder.spacing(Duration.ofMillis(1)).strict(true), (simulator, http) -> {
            try (RawStream stream = RawStream.open(simulator)) {
                for (int i = 0; i < 3; i++) {
                    long sent = System.nanoTime();
                    ok(stream.ask("H", HEARTBEAT));
                    while (System.nanoTime() - sent < 5_000_000) {
                        Thread.onSpinWait();
                    }
                }
                assertThat(simulator.observations().violations()).isEmpty();
            }
        });
    }

    @Test
    void strictModeClosesOnEachViolation() throws Exception {
        run(builder -> builder.strict(true), (simulator, http) -> {
            try (RawStream stream = RawStream.open(simulator)) {
                stream.send("{\"type\":\"S\"}");
                assertThat(stream.closeCode()).isEqualTo(1008);
            }
        });
    }

    private static void ok(JsonNode answer) {
        assertThat(answer.path("msg").asString()).as(answer.toString()).isEqualTo("OK");
    }

    private static int handshakeStatus(QosSimulator simulator, String key) {
        return RawStream.refusal(simulator, key).statusCode();
    }
}
