package hk.qos.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpInterfacesTest {
    private final QosSimulator simulator = QosSimulator.builder().unlimited().start();
    private final RawHttp http = new RawHttp(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void answersSnapshotsOfEveryMarketButNotOfUnknownCodes() throws Exception {
        JsonNode reply = http.json(
                "/snapshot",
                "{\"codes\":[\"US:AAPL,TSLA,NOSUCH\",\"HK:00700\",\"CF:BTCUSDT\",\"FX:EURUSD\",\"SZ:000001\"]}");
        assertThat(reply.path("msg").asString()).isEqualTo("OK");
        assertThat(reply.path("data").valueStream().map(s -> s.path("c").asString()))
                .containsExactlyInAnyOrder("US:AAPL", "US:TSLA", "HK:700", "CF:BTCUSDT", "FX:EURUSD", "SZ:000001");
    }
}
