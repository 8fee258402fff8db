package hk.qos.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hk.qos.simulator.observe.Violation;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Requests are validated against the documents; the error text names the field. */
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
        JsonNode data = http.data(
                "/snapshot",
                "{\"codes\":[\"US:AAPL,TSLA,NOSUCH\",\"HK:00700\",\"CF:BTCUSDT\",\"FX:EURUSD\",\"SZ:000001\"]}");
        assertThat(data.valueStream().map(s -> s.path("c").asString()))
                .containsExactlyInAnyOrder("US:AAPL", "US:TSLA", "HK:700", "CF:BTCUSDT", "FX:EURUSD", "SZ:000001");
    }

    @Test
    void acceptsLowerCaseSymbols() throws Exception {
        JsonNode data = http.data("/snapshot", "{\"codes\":[\"US:aapl\"]}");
        assertThat(data.valueStream().map(s -> s.path("c").asString())).containsExactly("US:AAPL");
    }

    /** As the vendor's Postman file does. */
    @Test
    void endOfZeroReturnsTheLatestBars() throws Exception {
        JsonNode data =
                http.data("/kline", "{\"kline_reqs\":[{\"c\":\"US:AAPL\",\"co\":2,\"a\":1,\"kt\":1001,\"e\":0}]}");
        assertThat(data.path(0).path("k").size()).isEqualTo(2);
    }

    @Test
    void batchOfBarsHasOneSeriesForEachCode() throws Exception {
        JsonNode data = http.data("/kline", "{\"kline_reqs\":[{\"c\":\"US:AAPL,TSLA\",\"co\":2,\"a\":1,\"kt\":1001}]}");
        assertThat(data.valueStream().map(s -> s.path("c").asString())).containsExactlyInAnyOrder("US:AAPL", "US:TSLA");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/snapshot        | {}                                             | codes",
                "/snapshot        | {\"codes\":[]}                                 | codes []",
                "/snapshot        | {\"codes\":\"US:AAPL\"}                        | codes \"US:AAPL\"",
                "/snapshot        | {\"codes\":[\"AAPL\"]}                         | codes[0] \"AAPL\"",
                "/snapshot        | {\"codes\":[\"US:AAPL,\"]}                     | codes[0] \"US:AAPL,\"",
                "/snapshot        | {\"codes\":[\"US:AAPL\",7]}                    | codes[1] 7",
                "/depth           | {\"codes\":[\"US:AAPL\"],\"codez\":1}          | codez 1",
                "/instrument-info | []                                             | message []",
                "/trade           | {\"codes\":[\"US:AAPL\"]}                      | count",
                "/trade           | {\"codes\":[\"US:AAPL\"],\"count\":0}          | count 0",
                "/trade           | {\"codes\":[\"US:AAPL\"],\"count\":51}         | count 51",
                "/trade           | {\"codes\":[\"US:AAPL\"],\"count\":\"5\"}      | count \"5\"",
                "/trade           | {\"codes\":[\"US:AAPL\"],\"count\":2.5}        | count 2.5",
                "/trade           | {\"codes\":[\"US:AAPL\"],\"count\":99999999999}| count 99999999999",
                "/kline           | {\"kline_reqs\":[]}                            | kline_reqs []",
                "/kline           | {\"kline_reqs\":[{\"c\":\"US:AAPL\",\"co\":1,\"a\":0}]}             | kt",
                "/kline           | {\"kline_reqs\":[{\"c\":\"US:AAPL\",\"co\":1,\"a\":0,\"kt\":-1}]}   | kline_reqs[0].kt -1",
                "/kline           | {\"kline_reqs\":[{\"c\":\"US:AAPL\",\"co\":1001,\"a\":0,\"kt\":1}]} | kline_reqs[0].co 1001",
                "/kline           | {\"kline_reqs\":[{\"c\":\"US:AAPL\",\"co\":1,\"a\":-1,\"kt\":1}]}   | kline_reqs[0].a -1",
                "/kline           | {\"kline_reqs\":[{\"c\":\"US:AAPL\",\"co\":1,\"a\":0,\"kt\":1,\"e\":5}]} | kline_reqs[0].e 5",
                "/history         | {\"kline_reqs\":[{\"c\":\"US:AAPL\",\"co\":1,\"a\":0,\"kt\":1,\"e\":\"5\"}]} | kline_reqs[0].e \"5\"",
                "/history         | {\"kline_reqs\":[{\"c\":\"US:AAPL\",\"co\":1,\"a\":0,\"kt\":1,\"e\":1773155061000}]} | kline_reqs[0].e 1773155061000",
                "/register        | {\"email\":\"nobody\"}                         | email \"nobody\"",
                "/register        | {\"email\":\"a@b@example.com\"}                | email \"a@b@example.com\"",
                "/snapshot        | {\"codes\":[\"US:AAPL\"]                       | Body is not JSON",
                "/snapshot        | {\"codes\":[\"US:AAPL\"]} x                    | Body is not JSON",
                "/snapshot        | {\"codes\":[\"US:AAPL\"],\"codes\":[\"US:TSLA\"]} | Body is not JSON: Duplicate"
            })
    void refusesAndNamesInvalidFields(String path, String body, String named) throws Exception {
        simulator.observations().clear();
        assertThat(http.json(path, body).path("msg").asString()).contains(named);
        assertThat(simulator.observations().violations())
                .extracting(Violation::kind, Violation::where)
                .containsExactly(tuple(Violation.Kind.SCHEMA, "POST " + path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"somebody@example.com", "some.body+quotes@desk.internal", "a@localhost"})
    void registersEachValidAddress(String email) throws Exception {
        simulator.resetRequestRates();
        assertThat(http.data("/register", "{\"email\":\"" + email + "\"}")
                        .path("email")
                        .asString())
                .isEqualTo(email);
    }

    @Test
    void refusesAnotherContentType() throws Exception {
        HttpResponse<String> answer = http.send(http.request("/snapshot", "{\"codes\":[\"US:AAPL\"]}")
                .setHeader("Content-Type", "text/plain")
                .header("key", RawHttp.KEY));
        assertThat(answer.body()).contains("Content-Type").contains("text/plain");
    }

    @Test
    void refusesUnknownPathsAndMethods() throws Exception {
        assertThat(http.post("/snapshots", "{}").statusCode()).isEqualTo(404);
        HttpRequest.Builder get =
                http.request("/snapshot", "").GET().setHeader("Accept", "*/*").header("key", RawHttp.KEY);
        HttpResponse<String> answer = http.send(get);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        assertThat(http.send(http.request("/ws", "").GET().header("key", RawHttp.KEY))
                        .statusCode())
                .as("the stream's path without an upgrade")
                .isEqualTo(400);
    }

    @Test
    void recordsRequestsWithoutTheKey() throws Exception {
        simulator.observations().clear();
        http.data("/depth", "{\"codes\":[\"SH:600519\"]}");
        assertThat(simulator.observations().requests("/depth"))
                .singleElement()
                .satisfies(r -> assertThat(r.body()).isEqualTo("{\"codes\":[\"SH:600519\"]}"))
                .satisfies(r -> assertThat(r.toString()).doesNotContain(RawHttp.KEY));
    }
}
