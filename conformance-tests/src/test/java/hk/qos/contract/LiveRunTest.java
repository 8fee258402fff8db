package hk.qos.contract;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.fault.Faults;
import hk.qos.simulator.fault.HttpFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live run against a simulator that keeps the contracts, one that drifts, and none. */
class LiveRunTest {
    private static final String KEY = "fedcba9876543210fedcba9876543210";
    private static final Pace FAST = new Pace(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5));

    @TempDir
    private Path folder;

    private final StringWriter console = new StringWriter();

    private int run(Map<String, String> environment, Predicate<String> wanted) throws InterruptedException {
        return LiveRun.run(environment, FAST, wanted, folder, new PrintWriter(console, true));
    }

    private static Map<String, String> environment(QosSimulator simulator) {
        return Map.of(
                "QOS_API_KEY", KEY,
                "QOS_HTTP_URL", simulator.httpUri().toString(),
                "QOS_WS_URL", simulator.wsUri().toString());
    }

    private static boolean isSnapshots(String contract) {
        return contract.startsWith("snapshots: ");
    }

    private static boolean isSome(String contract) {
        return contract.matches(
                "(depth|klines|requestTrades|subscribeKline|heartbeat|pushTrades|pushDepth|register): .*");
    }

    private static QosSimulator simulator() {
        return QosSimulator.builder()
                .key(KEY)
                .unlimited()
                .instruments(10)
                .pushRate(50)
                .start();
    }

    private String written(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void passesWhatTheServiceKeepsAndSaysWhyTheRestWasLeftOut() throws Exception {
        try (QosSimulator simulator = simulator()) {
            assertThat(run(environment(simulator), LiveRunTest::isSome))
                    .as(console.toString())
                    .isZero();
        }

        assertThat(console.toString())
                .startsWith("Live run, HTTP http://127.0.0.1")
                .contains("minutes");
        assertThat(written("report.md"))
                .contains("| depth: crypto | PASSED |")
                .contains("| pushTrades: crypto | PASSED |")
                .contains("| register: free | SKIPPED | changes something at the server, so never tried live |")
                .contains("| depth: one-sided | SKIPPED | only seen when nobody sells |");
    }

    @Test
    void namesTheFieldThatBreaksAContractAndReportsDriftByMarket() throws Exception {
        String drifted = "{\"msg\":\"OK\",\"data\":[{\"c\":\"US:AAPL\",\"lp\":228.14,\"yp\":\"1.0\",\"s\":7,"
                + "\"zz\":\"" + KEY + "\"},{\"c\":\"CF:BTCUSDT\",\"lp\":\"1.0\",\"ts\":\"late\"}]}";
        try (QosSimulator simulator = simulator()) {
            simulator.faults().http("/snapshot", HttpFault.answer(200, "application/json", drifted), Faults.ALWAYS);
            assertThat(run(environment(simulator), LiveRunTest::isSnapshots)).isEqualTo(1);
        }

        assertThat(written("report.md")).containsPattern("\\| snapshots: crypto \\| FAILED \\| .*data.*lp.*228\\.14");
        assertThat(written("drift.md"))
                .contains("| US | snapshots | `data[].lp` | type: string documented, number sent | 228.14 |")
                .contains("| US | snapshots | `data[].zz` | unknown field |")
                .contains("| US | snapshots | `data[].s` | unknown value | 7 |")
                .contains("| CF | snapshots | `data[].ts` | type: integer documented, string sent | \"late\" |")
                .contains("| US | snapshots | `data[].o` | missing, though in the example |");
        assertThat(written("examples/http/snapshots.crypto.json")).contains("\"lp\" : 228.14");
    }

    @Test
    void showsTheKeyNowhere() throws Exception {
        namesTheFieldThatBreaksAContractAndReportsDriftByMarket();

        assertThat(console.toString()).doesNotContain(KEY);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain(KEY);
            }
        }
    }

    @Test
    void saysThatItCannotConnectAndFails() throws InterruptedException {
        Map<String, String> nowhere =
                Map.of("QOS_API_KEY", KEY, "QOS_HTTP_URL", "http://127.0.0.1:1", "QOS_WS_URL", "ws://127.0.0.1:1/ws");

        assertThat(run(nowhere, any -> true)).isEqualTo(1);
        assertThat(console.toString()).contains("Cannot connect to the stream: ConnectException");
    }

    @Test
    void saysThatTheKeyIsMissingAndFails() throws InterruptedException {
        assertThat(run(Map.of(), any -> true)).isEqualTo(2);
        assertThat(console.toString()).contains("QOS_API_KEY is not set");
    }

    @Test
    void neverPassesByLeavingEverythingOut() throws InterruptedException {
        try (QosSimulator simulator = simulator()) {
            assertThat(run(environment(simulator), contract -> contract.startsWith("register:")))
                    .isEqualTo(1);
        }
    }
}
