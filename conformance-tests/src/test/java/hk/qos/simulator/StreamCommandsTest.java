package hk.qos.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamCommandsTest {
    private final QosSimulator simulator =
            QosSimulator.builder().unlimited().pushRate(20).start();

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void answersHeartbeatRequestAndSubscription() {
        try (RawStream stream = RawStream.open(simulator)) {
            assertThat(stream.ask("H", "{\"type\":\"H\"}").path("msg").asString())
                    .isEqualTo("OK");
            JsonNode reply = stream.ask("RS", "{\"type\":\"RS\",\"codes\":[\"HK:700\"],\"reqid\":9223372036854775807}");
            assertThat(reply.path("reqid").asLong()).isEqualTo(Long.MAX_VALUE);
            for (String type : List.of("S", "T", "D")) {
                JsonNode ack = stream.ask(type, "{\"type\":\"" + type + "\",\"codes\":[\"US:AAPL\"],\"reqid\":1}");
                assertThat(ack.path("msg").asString()).isEqualTo("OK");
                assertThat(stream.push(type).path("c").asString()).isEqualTo("US:AAPL");
            }
            stream.ask("K", "{\"type\":\"K\",\"codes\":[\"US:AAPL\"],\"kt\":1,\"reqid\":1}");
            assertThat(stream.push("K").path("kt").asInt()).isEqualTo(1);
        }
    }
}
