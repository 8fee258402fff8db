package hk.qos.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.simulator.market.Catalogue;
import hk.qos.simulator.market.Hours;
import hk.qos.simulator.market.Instrument;
import hk.qos.simulator.market.Market;
import hk.qos.simulator.market.Side;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** With default settings, every kind of push of every market arrives within two seconds. */
class PushesTest {
    private static final List<String> CODES =
            List.of("US:AAPL", "HK:700", "SH:600519", "SZ:000001", "CF:BTCUSDT", "FX:EURUSD", "IX:JPN225", "CM:XAUUSD");

    @Test
    void everyKindOfPushIsSentWithinTwoSeconds() {
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
    void snapshotPushHasNoSessionQuotes() {
        try (QosSimulator simulator =
                        QosSimulator.builder().unlimited().pushRate(20).start();
                RawStream stream = RawStream.open(simulator)) {
            stream.ask("S", "{\"type\":\"S\",\"codes\":[\"US:AAPL\"]}");
            assertThat(stream.push("S").propertyNames()).contains("tt").doesNotContain("pq", "aq", "nq");
        }
    }

    @ParameterizedTest
    @CsvSource({
        // New York, summer: the night session ends at 03:50, the next one begins at 04:00.
        "US:AAPL, 2026-07-08T07:49:30Z, true",
        "US:AAPL, 2026-07-08T07:53:30Z, false",
        "US:AAPL, 2026-07-08T08:00:30Z, true",
        // UTC+8, summer: Monday 05:00 to Saturday 05:00.
        "FX:EURUSD, 2026-07-05T20:58:30Z, false",
        "FX:EURUSD, 2026-07-05T21:00:30Z, true",
        "CM:XAUUSD, 2026-07-08T18:00:30Z, true",
        "CM:XAUUSD, 2026-07-10T20:59:30Z, true",
        "CM:XAUUSD, 2026-07-10T21:03:30Z, false",
        "FX:EURUSD, 2026-07-12T12:00:30Z, false",
        // UTC+8, winter: Monday 06:00 to Saturday 06:00.
        "FX:EURUSD, 2026-01-11T21:58:30Z, false",
        "FX:EURUSD, 2026-01-11T22:00:30Z, true",
        "CM:XAUUSD, 2026-01-16T21:59:30Z, true",
        "CM:XAUUSD, 2026-01-16T22:03:30Z, false"
    })
    void marketsTradeInTheVendorsHours(String code, String moment, boolean open) {
        Market market = new Market(Catalogue.load(1), Hours.EXCHANGE, 60, Clock.systemUTC());
        Instrument instrument = Objects.requireNonNull(market.instrument(code));
        assertThat(market.isOpen(instrument, Instant.parse(moment).toEpochMilli()))
                .isEqualTo(open);
    }

    @Test
    void tradeInTheMillisecondOfOtherPushesIsInTheNextOnes() {
        Instant now = Instant.parse("2026-07-10T12:00:00Z");
        Market market = new Market(Catalogue.load(1), Hours.ALWAYS, 60, Clock.fixed(now, ZoneOffset.UTC));
        long millis = now.toEpochMilli();
        market.pushing(millis); // Nobody had subscribed it.
        market.script("US:AAPL").trade("187.75", "100", Side.BUY);
        Instrument instrument = Objects.requireNonNull(market.instrument("US:AAPL"));
        assertThat(market.tradesBetween(instrument, millis, millis + 20)).hasSize(1);
    }

    @Test
    void closedMarketSendsNoPushAndAnswersLastState() throws Exception {
        // A Sunday: exchanges are closed, crypto trades.
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
