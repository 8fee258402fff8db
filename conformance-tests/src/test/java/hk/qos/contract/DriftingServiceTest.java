package hk.qos.contract;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.contract.MutatingProxy.Answer;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.spec.Api;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A service that drifts from the documents: the live run names operation, field, value and what was expected. */
class DriftingServiceTest {
    private static final String KEY = "fedcba9876543210fedcba9876543210";
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    /** Enough for some of 50 pushes a second. */
    private static final Duration SOME = Duration.ofSeconds(2);

    private static final String TIME = "is not a time in seconds, from 1800-01-01T00:00:00Z to 2200-01-01T00:00:00Z";

    private static QosSimulator simulator;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        simulator = QosSimulator.builder()
                .key(KEY)
                .unlimited()
                .instruments(10)
                .pushRate(50)
                .start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    /**
     * A way to drift.
     *
     * @param contracts the contracts to try, a regular expression
     * @param answered the timeout for an answer; a short one where none comes
     * @param pushed the timeout for a push
     * @param breaks whether it breaks a contract; otherwise the run passes
     * @param report what the report must contain
     * @param drift what the drift report must contain
     */
    private record Mutant(
            String name,
            String contracts,
            UnaryOperator<Answer> answers,
            Function<String, List<String>> frames,
            Duration answered,
            Duration pushed,
            boolean breaks,
            List<String> report,
            List<String> drift) {
        Mutant fails(String... told) {
            return new Mutant(name, contracts, answers, frames, answered, pushed, true, List.of(told), drift);
        }

        Mutant passes(String... told) {
            return new Mutant(name, contracts, answers, frames, answered, pushed, false, List.of(told), drift);
        }

        Mutant drifts(String... told) {
            return new Mutant(name, contracts, answers, frames, answered, pushed, breaks, report, List.of(told));
        }

        Mutant within(Duration answer, Duration push) {
            return new Mutant(name, contracts, answers, frames, answer, push, breaks, report, drift);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Mutant answers(String name, String contracts, UnaryOperator<Answer> change) {
        return new Mutant(name, contracts, change, List::of, LONG, LONG, false, List.of(), List.of());
    }

    /** Changes each object of a body, the body itself first. */
    private static Mutant http(String name, String contracts, Consumer<ObjectNode> change) {
        return answers(name, contracts, answer -> {
            JsonNode body = read(answer.body());
            each(body, change);
            return new Answer(answer.path(), answer.status(), answer.type(), body.toString());
        });
    }

    private static Mutant frames(String name, String contracts, Function<String, List<String>> change) {
        return new Mutant(name, contracts, answer -> answer, change, LONG, LONG, false, List.of(), List.of());
    }

    /** Changes each object of a frame, the frame itself first. */
    private static Mutant stream(String name, String contracts, Consumer<ObjectNode> change) {
        return frames(name, contracts, text -> {
            JsonNode frame = read(text);
            each(frame, change);
            return List.of(frame.toString());
        });
    }

    private static JsonNode read(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static void each(JsonNode node, Consumer<ObjectNode> change) {
        if (node instanceof ObjectNode object) {
            change.accept(object);
        }
        node.forEach(child -> each(child, change));
    }

    private static boolean isAnswer(String frame, String type) {
        return read(frame).path("type").asString("").equals(type);
    }

    private static void milliseconds(ObjectNode object, String field) {
        if (object.has(field)) {
            object.put(field, object.path(field).asLong() * 1000);
        }
    }

    private static void set(ObjectNode object, String field, JsonNode value) {
        if (object.has(field)) {
            object.set(field, value);
        }
    }

    private static void rename(ObjectNode object, String from, String to) {
        JsonNode value = object.remove(from);
        if (value != null) {
            object.set(to, value);
        }
    }

    private static Stream<Mutant> mutants() {
        return Stream.concat(ofHttp(), ofTheStream());
    }

    private static Stream<Mutant> ofHttp() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return Stream.of(
                http("milliseconds for seconds", "trades: (us|crypto)", row -> milliseconds(row, "ts"))
                        .fails("| trades: us | FAILED | data[0].ts 1", TIME)
                        .drifts("| CF | trades | `data[].ts` | " + TIME, "| US | trades | `data[].ts` | " + TIME),
                http("a time as text", "trades: crypto", row -> set(row, "ts", json.stringNode("1773155060")))
                        .fails("| trades: crypto | FAILED | data[0].ts \"1773155060\": string found, integer expected")
                        .drifts("| CF | trades | `data[].ts` | type: integer documented, string sent |"),
                http("an optional field is missing", "snapshots: (us|crypto)", row -> row.remove("lp"))
                        .passes("| snapshots: crypto | PASSED |")
                        .drifts("| CF | snapshots | `data[].lp` | missing, though in the example |"),
                http("an optional field is null", "snapshots: (hk|crypto)", row -> set(row, "o", json.nullNode()))
                        .passes("| snapshots: hk | PASSED |")
                        .drifts("| HK | snapshots | `data[].o` | type: string documented, null sent | null |"),
                http("an optional list is empty", "depths: (us|crypto)", row -> set(row, "b", json.arrayNode()))
                        .passes("| depths: us | PASSED |")
                        .drifts("| US | depths | `data[].b` | empty, though not in the example | [] |"),
                http("a list of answers is empty", "trades: (us|crypto)", row -> set(row, "data", json.arrayNode()))
                        .fails(
                                "| trades: us | SKIPPED | data is []; the market may have nothing now |",
                                "| trades: crypto | FAILED | data is []; expected data of [CF:BTCUSDT, CF:ETHUSDT], whose market never"
                                        + " closes |")
                        .drifts("| - | trades | `data` | empty, though not in the example | [] |"),
                http("nothing has data", "marketCalendar: (hk|us)", row -> row.remove("data"))
                        .fails(
                                "| marketCalendar: hk | SKIPPED | data is missing; the market may have nothing now |",
                                "| marketCalendar: all | FAILED | no contract of it could be judged |")
                        .drifts("| - | marketCalendar | `data` | missing, though in the example |"),
                http("ok for OK", "snapshots: crypto", row -> set(row, "msg", json.stringNode("ok")))
                        .fails(
                                "| snapshots: crypto | FAILED | msg: Expected 'ok' (String) to be equal to 'OK' (String)")
                        .drifts("| - | snapshots | `msg` | not \"OK\", though the example is | \"ok\" |"),
                answers(
                                "HTML with status 200",
                                "depths: crypto",
                                a -> new Answer(a.path(), 200, "text/html", "<html>Sorry</html>"))
                        .fails("| depths: crypto | FAILED | HTTP 200, text/html, with the body <html>Sorry</html>;"
                                + " expected a JSON object |")
                        .drifts("| - | depths | `(message)` | type: object documented, string sent |"),
                answers("no body", "depths: crypto", a -> new Answer(a.path(), 200, a.type(), ""))
                        .fails(
                                "| depths: crypto | FAILED | HTTP 200, application/json",
                                ", without a body; expected a JSON object |")
                        .drifts("| - | depths | `(message)` | type: object documented, "),
                answers("another status", "depths: crypto", a -> new Answer(a.path(), 500, a.type(), a.body()))
                        .fails("| depths: crypto | FAILED | status: expected status of 200 but was 500 |")
                        .drifts("| - | depths | `(message)` | status: expected status of 200 but was 500 |"),
                http("a number for a price", "snapshots: crypto", row -> set(row, "lp", json.numberNode(1.5)))
                        .fails("| snapshots: crypto | FAILED | data[0].lp 1.5: number found, string expected")
                        .drifts("| CF | snapshots | `data[].lp` | type: string documented, number sent | 1.5 |"),
                http("an exponent", "snapshots: crypto", row -> set(row, "lp", json.stringNode("1e3")))
                        .fails("| snapshots: crypto | FAILED | data[0].lp \"1e3\": is not a decimal number")
                        .drifts("| CF | snapshots | `data[].lp` | is not a decimal number"),
                http("a new value", "trades: crypto", row -> set(row, "d", json.numberNode(9)))
                        .passes("| trades: crypto | PASSED |")
                        .drifts("| CF | trades | `data[].d` | unknown value, documented: 0, 1, 2"),
                http("a value of another type", "trades: crypto", row -> set(row, "d", json.stringNode("buy")))
                        .fails("| trades: crypto | FAILED | data[0].d \"buy\": ")
                        .drifts("| CF | trades | `data[].d` | type: integer documented, string sent | \"buy\" |"),
                http("a new value that was not requested", "kLines: crypto", row -> set(row, "kt", json.numberNode(-9)))
                        .fails("| kLines: crypto | FAILED | data[0].k[0].kt -9: ")
                        .drifts("| CF | kLines | `data[].k[].kt` | unknown value, documented: "),
                http("a new field", "depths: crypto", row -> set(row.put("zz", 1), "zz", json.numberNode(7)))
                        .passes("| depths: crypto | PASSED |")
                        .drifts("| CF | depths | `data[].zz` | unknown field | 7 |"),
                http("a field has another name", "trades: crypto", row -> rename(row, "c", "code"))
                        .fails("| trades: crypto | FAILED | data[0] ", "required property 'c' not found")
                        .drifts("`data[].c` | missing, though always there |", "`data[].code` | unknown field |"),
                http("another instrument", "depths: crypto", row -> set(row, "c", json.stringNode("CF:ETHUSDT")))
                        .fails("CF:ETHUSDT is not one of the requested instruments [CF:BTCUSDT]")
                        .drifts("CF:ETHUSDT is not one of the requested instruments"),
                http("bars of another length", "kLines: crypto", row -> set(row, "kt", json.numberNode(5)))
                        .fails("| kLines: crypto | FAILED | data[0].k[0].kt: Expected 5 to match '(1)'")
                        .drifts("| - | kLines | `(message)` | data[0].k[0].kt: Expected 5 to match '(1)' |"),
                http(
                                "an object for a list",
                                "depths: crypto",
                                row -> set(row, "data", json.objectNode().put("c", "x")))
                        .fails("| depths: crypto | FAILED | data {\"c\":\"x\"}: object found, array expected")
                        .drifts("| - | depths | `data` | type: array documented, object sent |"));
    }

    private static Stream<Mutant> ofTheStream() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String trades = "(subscribeTrades: us|pushTrade: (us|crypto))";
        return Stream.of(
                stream("milliseconds in pushes", "pushTrade: crypto", push -> milliseconds(push, "ts"))
                        .fails("| pushTrade: crypto | FAILED | ts 1", TIME)
                        .drifts("| CF | pushTrade | `ts` | " + TIME),
                stream("milliseconds in answers", "heartbeat: plain", ack -> milliseconds(ack, "time"))
                        .fails("| heartbeat: plain | FAILED | time 1", TIME)
                        .drifts("| - | heartbeat | `time` | " + TIME),
                stream("a push lacks an optional field", "pushTrade: crypto", push -> push.remove("d"))
                        .passes("| pushTrade: crypto | PASSED |")
                        .drifts("| CF | pushTrade | `d` | missing, though in the example |"),
                stream("a new value in a push", "pushTrade: crypto", row -> set(row, "d", json.numberNode(-9)))
                        .passes("| pushTrade: crypto | PASSED |")
                        .drifts("| CF | pushTrade | `d` | unknown value, documented: 0, 1, 2"),
                stream("ok for OK on the stream", trades, frame -> set(frame, "msg", json.stringNode("ok")))
                        .fails(
                                "| subscribeTrades: us | FAILED | msg: Expected 'ok' (String) to be equal to 'OK' (String)",
                                "| pushTrade: us | FAILED | subscribeTrades was answered with other than OK: {")
                        .drifts("| - | subscribeTrades | `msg` | not \"OK\", though the example is | \"ok\" |"),
                stream("another id", "requestTrades: crypto", frame -> set(frame, "reqid", json.numberNode(-7)))
                        .fails("| requestTrades: crypto | FAILED | reqid: Expected -7 (Integer) to be equal to ")
                        .drifts("| - | requestTrades | `(message)` | reqid: Expected -7 (Integer) to be equal to "),
                stream("no id", "requestTrades: crypto", frame -> frame.remove("reqid"))
                        .fails("| requestTrades: crypto | FAILED | ", "reqid")
                        .drifts("| - | requestTrades | `reqid` | missing, though in the example |"),
                frames("no acknowledgement", trades, text -> isAnswer(text, "T") ? List.of() : List.of(text))
                        .within(SHORT, LONG)
                        .fails(
                                "| pushTrade: crypto | FAILED | subscribeTrades: no answer within 300 ms",
                                "| pushTrade: us | FAILED | not tried, since subscribeTrades was not answered before |")
                        .drifts("| - | pushTrade | `(message)` | subscribeTrades: no answer within 300 ms |"),
                stream("type for tp", "push(Trade|Depth): (us|crypto)", push -> {
                            if (!push.has("msg")) {
                                rename(push, "tp", "type");
                            }
                        })
                        .fails(
                                "| pushTrade: us | FAILED | message {\"",
                                "| pushDepth: us | FAILED | message {\"",
                                "required property 'tp' not found")
                        .drifts(
                                "| US | pushTrade | `tp` | missing, though always there |",
                                "`type` | unknown field | \"T\" |"),
                stream("another type of push", "pushTrade: us", push -> set(push, "tp", json.stringNode("TX")))
                        .within(LONG, SOME)
                        .fails(
                                "| pushTrade: us | FAILED | no push within 2000 ms: instead came {\"tp\":\"TX\",\"c\":\"US:AAPL\"")
                        .drifts("| - | pushTrade | `(message)` | no push within 2000 ms | instead came {\"tp\":\"TX\""),
                stream("a push has a number for a price", "pushTrade: us", push -> set(push, "p", json.numberNode(2)))
                        .fails("| pushTrade: us | FAILED | p 2: integer found, string expected")
                        .drifts("| US | pushTrade | `p` | type: string documented, integer sent | 2 |"),
                frames("an additional push", trades, text -> List.of("{\"tp\":\"N\",\"c\":\"US:AAPL\",\"x\":1}", text))
                        .passes("## Unexpected frames", "| `{\"tp\":\"N\",\"c\":\"US:AAPL\",\"x\":1}` | ")
                        .drifts("## Unexpected frames", "| `{\"tp\":\"N\",\"c\":\"US:AAPL\",\"x\":1}` | "),
                frames("an answer twice", "requestTrades: crypto", text -> List.of(text, text))
                        .passes("| requestTrades: crypto | PASSED |")
                        .drifts("| `{\"type\":\"RT\",\"msg\":\"OK\""),
                frames("a frame that is not JSON", trades, text -> List.of("<html>", text))
                        .passes("| `<html>` | ")
                        .drifts("| `<html>` | "),
                frames(
                                "a closed connection for an answer",
                                "requestTrades: crypto",
                                text -> List.of(MutatingProxy.CLOSE))
                        .fails(
                                "| requestTrades: crypto | FAILED | requestTrades: no answer before the connection was closed with 1008")
                        .drifts("requestTrades: no answer before the connection was closed with 1008, policy |"));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void reportNamesEachDrift(Mutant mutant) throws Exception {
        StringWriter console = new StringWriter();
        Pace pace = new Pace(Duration.ZERO, Duration.ZERO, mutant.answered(), mutant.pushed(), gap -> {});
        int status;
        try (MutatingProxy proxy = new MutatingProxy(
                simulator.httpUri(),
                simulator.wsUri(),
                Api.standard().http().keyName(),
                mutant.answers(),
                mutant.frames())) {
            status = LiveRun.run(
                    proxy.environment(KEY),
                    pace,
                    contract -> contract.matches(mutant.contracts()),
                    folder,
                    new PrintWriter(console, true));
        }

        String report = Files.readString(folder.resolve("report.md"));
        String drift = Files.readString(folder.resolve("drift.md"));
        assertThat(report).contains(mutant.report());
        assertThat(drift).contains(mutant.drift());
        assertThat(status).as(console.toString()).isEqualTo(mutant.breaks() ? 1 : 0);
        assertThat(report).doesNotContain("run is not over");
    }
}
