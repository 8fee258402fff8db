package hk.qos.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.simulator.market.BarLength;
import hk.qos.simulator.market.BarLength.Unit;
import hk.qos.simulator.spec.Api;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The simulator reads bar lengths from the documents and refuses unknown ones. */
class BarTypesTest {
    private static final String DAYS = "\"kline_reqs\":[{\"c\":\"US:AAPL\",\"co\":4,\"a\":0,\"kt\":1001}]";

    @Test
    void namesAreDocumented() {
        assertThat(Api.standard().barTypes())
                .containsEntry(1, "MINUTE_1")
                .containsEntry(240, "HOUR_4")
                .containsEntry(2001, "YEAR");
    }

    @ParameterizedTest
    @CsvSource({
        "MINUTE_3, MINUTE, 3",
        "HOUR_1, MINUTE, 60",
        "HOUR_12, MINUTE, 720",
        "DAY, DAY, 1",
        "WEEK, WEEK, 1",
        "MONTH_6, MONTH, 6",
        "QUARTER, MONTH, 3",
        "YEAR, YEAR, 1"
    })
    void parsesTheLengthFromItsName(String name, Unit unit, int count) {
        assertThat(BarLength.named(name)).isEqualTo(new BarLength(unit, count));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "TICK_100", "MINUTE_0", "HOUR_25", "DAY_2", "MONTH_5", "YEAR_10", "DECADE", "MINUTE_99999"})
    void unknownNameHasNoLength(String name) {
        assertThat(BarLength.named(name)).isNull();
    }

    @Test
    void answersANewLength() throws Exception {
        SettableClock clock = new SettableClock("2026-03-04T17:00:30Z");
        try (QosSimulator simulator =
                QosSimulator.builder().unlimited().clock(clock).start(named("QUARTER"))) {
            JsonNode bars =
                    new RawHttp(simulator).row("/kline", "{" + DAYS + "}").path("k");
            assertThat(bars.findValuesAsString("kt")).containsOnly("1001");
            assertThat(starts(bars))
                    .containsExactly(
                            "2025-04-01T04:00:00Z",
                            "2025-07-01T04:00:00Z",
                            "2025-10-01T04:00:00Z",
                            "2026-01-01T05:00:00Z");

            simulator.script("US:AAPL").price("187.50");
            JsonNode scripted =
                    new RawHttp(simulator).row("/kline", "{" + DAYS + "}").path("k");
            assertThat(starts(scripted)).containsExactly("2026-01-01T05:00:00Z");
        }
    }

    @Test
    void refusesAnUnknownLength() throws Exception {
        try (QosSimulator simulator = QosSimulator.builder().unlimited().start(named("SINCE_THE_LISTING"));
                RawStream stream = RawStream.open(simulator)) {
            RawHttp http = new RawHttp(simulator);
            for (String path : List.of("/kline", "/history")) {
                assertThat(http.json(path, "{" + DAYS + "}").path("msg").asString())
                        .isEqualTo("Not simulated: kt 1001");
            }
            for (String type : List.of("RK", "RH")) {
                JsonNode answer = stream.ask(type, "{\"type\":\"" + type + "\"," + DAYS + ",\"reqid\":1}");
                assertThat(answer.path("msg").asString()).isEqualTo("Not simulated: kt 1001");
            }
            String subscribe = "{\"type\":\"K\",\"codes\":[\"US:AAPL\"],\"kt\":1001,\"reqid\":2}";
            assertThat(stream.ask("K", subscribe).path("msg").asString()).isEqualTo("Not simulated: kt 1001");
            assertThat(simulator.observations().openConnections().get(0).subscriptions())
                    .isEmpty();

            String others = DAYS.replace("1001", "1007");
            assertThat(http.row("/kline", "{" + others + "}").path("k").size()).isEqualTo(4);
        }
    }

    /** The documents with another meaning of the number of daily bars. */
    private static Api named(String name) {
        Api api = Api.standard();
        Map<Integer, String> names = new HashMap<>(api.barTypes());
        names.put(1001, name);
        return new Api(api.http(), api.stream(), api.codes(), api.hours(), names, api.schemas());
    }

    private static List<String> starts(JsonNode bars) {
        List<String> starts = new ArrayList<>();
        bars.forEach(
                bar -> starts.add(Instant.ofEpochSecond(bar.path("ts").asLong()).toString()));
        return starts;
    }
}
