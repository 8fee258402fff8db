package hk.qos.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The daily bar of a script belongs to the trading day, which begins on the evening before in the United States. */
class ScriptedDayTest {
    @ParameterizedTest
    @CsvSource({
        "2026-12-01T00:30:00Z, 2026-11-30T05:00:00Z", // After hours of Monday.
        "2026-12-01T01:30:00Z, 2026-12-01T05:00:00Z", // The night session of Tuesday, on Monday evening.
        "2026-12-01T06:30:00Z, 2026-12-01T05:00:00Z", // The same session after midnight.
        "2026-12-01T15:00:00Z, 2026-12-01T05:00:00Z"
    })
    void scriptedTradeMakesTheBarOfItsTradingDay(String now, String start) throws Exception {
        SettableClock clock = new SettableClock(now);
        try (QosSimulator simulator =
                QosSimulator.builder().unlimited().clock(clock).start()) {
            simulator.script("US:PLTR").price("23.45");

            JsonNode bars = new RawHttp(simulator)
                    .row("/kline", "{\"kline_reqs\":[{\"c\":\"US:PLTR\",\"co\":5,\"a\":0,\"kt\":1001}]}")
                    .path("k");

            assertThat(bars).hasSize(1);
            assertThat(Instant.ofEpochSecond(bars.get(0).path("ts").asLong())).hasToString(start);
        }
    }
}
