package hk.qos.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.simulator.market.Hours;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** With the usual settings every kind of push of every market comes within two seconds. */
class PushesTest {
    private static final List<String> CODES =
            List.of("US:AAPL", "HK:700", "SH:600519", "SZ:000001", "CF:BTCUSDT", "FX:EURUSD", "IX:JPN225", "CM:XAUUSD");

    @Test
    void everyKindOfPushComesWithinTwoSeconds() {
        try (QosSimulator simulator = QosSimulator.builder().unlimited().start();
                RawStream stream = RawStream.open(simulator)) {
            String codes = "\"codes\":[\"" + String.join("\",\"", CODES) + "\"]";
            for (String type : List.of("S", "T", "D")) {
                stream.ask(type, "{\"type\":\"" + type + "\"," + codes + "}");
            }
            stream.ask("K", "{\"type\":\"K\"," + codes + ",\"kt\":1}");
            Set<String> missing = new HashSet<>();
            CODES.forEach(code -> List.of("S", "T", "D", "K").forEach(type -> missing.add(type + " " + code)));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
            while (!missing.isEmpty()) {
                long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                JsonNode push = stream.poll(m -> m.has("tp"), millis);
                if (push == null) {
                    throw new AssertionError("Not within two seconds: " + missing);
                }
                missing.remove(push.path("tp").asString() + " " + push.path("c").asString());
            }
            assertThat(simulator.observations().pushes()).isGreaterThanOrEqualTo(32);
        }
    }

    @Test
    void aSnapshotPushHasNoSessionQuotes() {
        try (QosSimulator simulator =
                        QosSimulator.builder().unlimited().pushRate(20).start();
                RawStream stream = RawStream.open(simulator)) {
            stream.ask("S", "{\"type\":\"S\",\"codes\":[\"US:AAPL\"]}");
            assertThat(stream.push("S").propertyNames()).contains("tt").doesNotContain("pq", "aq", "nq");
        }
    }

    @Test
    void aClosedMarketPushesNothingAndAnswersItsLastState() throws Exception {
        // A Sunday, on which exchanges rest and crypto does not.
        SettableClock clock = new SettableClock("2026-03-08T12:00:00Z");
        try (QosSimulator simulator = QosSimulator.builder()
                        .unlimited()
                        .pushRate(50)
                        .hours(Hours.EXCHANGE)
                        .clock(clock)
                        .start();
                RawStream stream = RawStream.open(simulator)) {
            stream.ask("S", "{\"type\":\"S\",\"codes\":[\"SH:600519\",\"CF:BTCUSDT\"]}");
            for (int i = 0; i < 5; i++) {
                assertThat(stream.push("S").path("c").asString()).isEqualTo("CF:BTCUSDT");
            }
            long last = new RawHttp(simulator)
                    .row("/snapshot", "{\"codes\":[\"SH:600519\"]}")
                    .path("ts")
                    .asLong();
            assertThat(Instant.ofEpochSecond(last))
                    .isBetween(Instant.parse("2026-03-06T06:59:00Z"), Instant.parse("2026-03-06T07:00:00Z"));
        }
    }
}
