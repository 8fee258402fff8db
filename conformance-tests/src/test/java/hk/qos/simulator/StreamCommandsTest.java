package hk.qos.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import hk.qos.simulator.observe.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Valid frames are executed and answered; invalid ones are refused with the name of the field. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamCommandsTest {
    private static final String BARS = "\"kline_reqs\":[{\"c\":\"US:AAPL\",\"co\":2,\"a\":0,\"kt\":1001}]";

    private final QosSimulator simulator =
            QosSimulator.builder().unlimited().pushRate(20).start();

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void answersAHeartbeatWithItsTime() {
        try (RawStream stream = RawStream.open(simulator)) {
            JsonNode answer = stream.ask("H", "{\"type\":\"H\"}");
            assertThat(answer.propertyNames()).containsExactlyInAnyOrder("type", "msg", "time");
            assertThat(answer.path("time").asLong()).isGreaterThan(1_700_000_000);
        }
    }

    /** As the vendor's Go SDK does. */
    @Test
    void answersAHeartbeatWithItsId() {
        try (RawStream stream = RawStream.open(simulator)) {
            JsonNode answer = stream.ask("H", "{\"type\":\"H\",\"reqid\":5}");
            assertThat(answer.path("msg").asString()).isEqualTo("OK");
            assertThat(answer.path("reqid").asLong()).isEqualTo(5);
        }
    }

    /** As the vendor's Postman file does. */
    @Test
    void endOfZeroReturnsTheLatestBars() {
        try (RawStream stream = RawStream.open(simulator)) {
            String frame = "{\"type\":\"RK\"," + BARS.replace("}]", ",\"e\":0}]") + ",\"reqid\":1}";
            assertThat(stream.ask("RK", frame).path("data").path(0).path("k").size())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RS | \"codes\":[\"HK:00700\"]             | HK:700",
                "RT | \"codes\":[\"US:AAPL\"],\"count\":50 | US:AAPL",
                "RD | \"codes\":[\"CF:BTCUSDT\"]           | CF:BTCUSDT",
                "RI | \"codes\":[\"SZ:000001\"]            | SZ:000001",
                "RK | " + BARS + "                         | US:AAPL",
                "RH | " + BARS + "                         | US:AAPL"
            })
    void answersARequestWithItsId(String type, String parameters, String code) {
        try (RawStream stream = RawStream.open(simulator)) {
            JsonNode reply = stream.ask(
                    type, "{\"type\":\"" + type + "\"," + parameters.strip() + ",\"reqid\":9223372036854775807}");
            assertThat(reply.path("msg").asString()).isEqualTo("OK");
            assertThat(reply.path("reqid").asLong()).isEqualTo(Long.MAX_VALUE);
            assertThat(reply.path("data").path(0).path("c").asString()).isEqualTo(code);
            assertThat(reply.has("time")).isFalse();

            JsonNode unnumbered = stream.ask(type, "{\"type\":\"" + type + "\"," + parameters.strip() + "}");
            assertThat(unnumbered.has("reqid")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"S", "T", "D", "K"})
    void pushesBetweenSubscribeAndCancel(String type) {
        try (RawStream stream = RawStream.open(simulator)) {
            String kt = type.equals("K") ? ",\"kt\":1" : "";
            JsonNode ack = stream.ask(
                    type, "{\"type\":\"" + type + "\",\"codes\":[\"HK:00700\",\"US:AAPL\"]" + kt + ",\"reqid\":1}");
            assertThat(ack.propertyNames()).containsExactlyInAnyOrder("type", "msg", "time", "reqid");
            stream.await(m -> isPush(m, type, "HK:700"));
            stream.await(m -> isPush(m, type, "US:AAPL"));

            stream.ask(type + "C", "{\"type\":\"" + type + "C\",\"codes\":[\"HK:700\"]" + kt + ",\"reqid\":2}");
            assertThat(stream.poll(m -> isPush(m, type, "HK:700"), 150)).isNull();
            stream.await(m -> isPush(m, type, "US:AAPL"));
            assertThat(onlyConnection().values()).singleElement().isEqualTo(Set.of("US:AAPL"));
        }
        await().until(() -> simulator.observations().openConnections().isEmpty());
    }

    @Test
    void subscriptionsAddUpAndBarTypesAreSeparate() {
        try (RawStream stream = RawStream.open(simulator)) {
            stream.ask("S", "{\"type\":\"S\",\"codes\":[\"US:AAPL\"]}");
            stream.ask("S", "{\"type\":\"S\",\"codes\":[\"US:TSLA\"]}");
            stream.ask("K", "{\"type\":\"K\",\"codes\":[\"US:AAPL\"],\"kt\":1}");
            stream.ask("K", "{\"type\":\"K\",\"codes\":[\"US:AAPL\"],\"kt\":1001}");
            assertThat(onlyConnection())
                    .containsEntry("S", Set.of("US:AAPL", "US:TSLA"))
                    .containsEntry("K 1", Set.of("US:AAPL"))
                    .containsEntry("K 1001", Set.of("US:AAPL"));
            stream.ask("KC", "{\"type\":\"KC\",\"codes\":[\"US:AAPL\"],\"kt\":1}");
            assertThat(onlyConnection()).containsOnlyKeys("S", "K 1001");
        }
        await().until(() -> simulator.observations().openConnections().isEmpty());
    }

    @Test
    void pushesExactlyTheMarketsTrades() {
        try (RawStream stream = RawStream.open(simulator)) {
            stream.ask("T", "{\"type\":\"T\",\"codes\":[\"CF:BTCUSDT\"]}");
            List<JsonNode> pushed = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                ObjectNode push = (ObjectNode) stream.push("T").deepCopy();
                push.remove("tp");
                pushed.add(push);
            }
            JsonNode latest = stream.ask("RT", "{\"type\":\"RT\",\"codes\":[\"CF:BTCUSDT\"],\"count\":50}")
                    .path("data");
            List<JsonNode> made = latest.valueStream().toList();
            int from = made.indexOf(pushed.get(0));
            assertThat(from).as("the first push among the latest trades").isNotNegative();
            assertThat(made.subList(from, from + 12)).isEqualTo(pushed);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "S  | {\"type\":\"S\",\"reqid\":5}                                         | codes",
                "S  | {\"type\":\"S\",\"codes\":[],\"reqid\":5}                            | codes []",
                "SC | {\"type\":\"SC\",\"codes\":[\"US AAPL\"],\"reqid\":5}                | codes[0] \"US AAPL\"",
                "T  | {\"type\":\"T\",\"codes\":[\"US:AAPL\"],\"count\":1,\"reqid\":5}     | count 1",
                "D  | {\"type\":\"D\",\"codes\":{},\"reqid\":5}                            | codes {}",
                "K  | {\"type\":\"K\",\"codes\":[\"US:AAPL\"],\"reqid\":5}                 | kt",
                "K  | {\"type\":\"K\",\"codes\":[\"US:AAPL\"],\"kt\":\"1\",\"reqid\":5}    | kt \"1\"",
                "KC | {\"type\":\"KC\",\"codes\":[\"US:AAPL\"],\"kt\":-1,\"reqid\":5}      | kt -1",
                "RS | {\"type\":\"RS\",\"codes\":[\"US:AAPL\"],\"codez\":[],\"reqid\":5}   | codez []",
                "RT | {\"type\":\"RT\",\"codes\":[\"US:AAPL\"],\"reqid\":5}                | count",
                "RD | {\"type\":\"RD\",\"codes\":[null],\"reqid\":5}                       | codes[0] null",
                "RK | {\"type\":\"RK\",\"kline_reqs\":[{}],\"reqid\":5}                    | kline_reqs[0]",
                "RH | {\"type\":\"RH\",\"kline_reqs\":7,\"reqid\":5}                       | kline_reqs 7",
                "RI | {\"type\":\"RI\",\"codes\":[\"US:AAPL\"],\"kt\":1,\"reqid\":5}       | kt 1",
                "X  | {\"type\":\"X\",\"reqid\":5}                                         | No such command: type \"X\""
            })
    void refusesInvalidFramesWithTheirId(String type, String frame, String named) {
        simulator.observations().clear();
        try (RawStream stream = RawStream.open(simulator)) {
            JsonNode answer = stream.ask(type, frame);
            assertThat(answer.path("msg").asString()).contains(named);
            assertThat(answer.path("reqid").asLong()).isEqualTo(5);
            assertThat(simulator.observations().violations())
                    .extracting(Violation::kind, Violation::where)
                    .containsExactly(tuple(Violation.Kind.SCHEMA, "frame " + type));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"S\",\"codes\":[\"US:AAPL\"],\"reqid\":\"1\"}              | reqid \"1\"",
                "{\"type\":\"S\",\"codes\":[\"US:AAPL\"],\"reqid\":9223372036854775808} | reqid 9223372036854775808",
                "{\"codes\":[\"US:AAPL\"]}                                             | No such command: type \"\"",
                "[]                                                                    | not a JSON object",
                "{\"type\":\"H\"                                                       | not a JSON object"
            })
    void refusesInvalidIdsAndFrames(String frame, String named) {
        try (RawStream stream = RawStream.open(simulator).unjudged()) {
            stream.send(frame);
            assertThat(stream.text()).contains("\"msg\":").contains(named.replace("\"", "\\\""));
        }
    }

    @Test
    void refusesBinaryFramesAndAnswersPings() {
        try (RawStream stream = RawStream.open(simulator)) {
            stream.sendBinary(new byte[] {1, 2, 3});
            assertThat(stream.text()).contains("this one is binary");
            stream.ping();
            stream.ask("H", "{\"type\":\"H\"}");
        }
    }

    private Map<String, Set<String>> onlyConnection() {
        return simulator.observations().openConnections().stream()
                .reduce((one, later) -> later)
                .orElseThrow()
                .subscriptions();
    }

    private static boolean isPush(JsonNode message, String type, String code) {
        return message.path("tp").asString("").equals(type)
                && message.path("c").asString("").equals(code);
    }
}
