package hk.qos.contract;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.v4.MessageContents;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.fault.Faults;
import hk.qos.simulator.fault.HttpFault;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live run with a simulator that meets the contracts, one that drifts, and none. */
class LiveRunTest {
    private static final String KEY = "fedcba9876543210fedcba9876543210";
    private static final Pace FAST =
            new Pace(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(5), gap -> {});

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
                "(depths|kLines|requestTrades|subscribeKLines|heartbeat|pushTrade|pushDepth|register): .*");
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
    void passesKeptContractsAndNamesReasonsOfSkippedOnes() throws Exception {
        try (QosSimulator simulator = simulator()) {
            assertThat(run(environment(simulator), LiveRunTest::isSome))
                    .as(console.toString())
                    .isZero();
        }

        assertThat(console.toString())
                .startsWith("Live run, HTTP http://127.0.0.1")
                .contains("minutes");
        assertThat(written("report.md"))
                .contains("| depths: crypto | PASSED |")
                .contains("| pushTrade: crypto | PASSED |")
                .doesNotContain("Unexpected frames", "run is not over")
                .contains("| register: free | SKIPPED | changes something at the server, so never tried live |")
                .contains("| depths: one-sided | SKIPPED | only seen when nobody sells |");
    }

    @Test
    void namesTheMismatchedFieldAndReportsDriftByMarket() throws Exception {
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
                .contains("| US | snapshots | `data[].s` | unknown value, documented: 0, 1")
                .contains("| CF | snapshots | `data[].ts` | type: integer documented, string sent | \"late\" |")
                .contains("| US | snapshots | `data[].o` | missing, though in the example |");
        assertThat(written("examples/http/snapshots.crypto.response.json"))
                .contains("\"summary\" : \"Crypto")
                .contains("\"lp\" : 228.14");
    }

    @Test
    void apiKeyAppearsInNoOutput() throws Exception {
        namesTheMismatchedFieldAndReportsDriftByMarket();

        assertThat(console.toString()).doesNotContain(KEY);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain(KEY);
            }
        }
    }

    @Test
    void failsIfItCannotConnect() throws Exception {
        Map<String, String> nowhere =
                Map.of("QOS_API_KEY", KEY, "QOS_HTTP_URL", "http://127.0.0.1:1", "QOS_WS_URL", "ws://127.0.0.1:1/ws");

        assertThat(run(nowhere, any -> true)).isEqualTo(1);
        assertThat(console.toString())
                .contains("Cannot connect to the stream: ConnectException")
                .contains("Cannot connect by HTTP: HttpHostConnectException")
                .doesNotContain("PASSED");
        assertThat(written("report.md"))
                .contains("| requestTrades: us | FAILED | cannot connect to the stream: ConnectException |")
                .contains("| trades: us | FAILED | cannot connect by HTTP: HttpHostConnectException |");
    }

    @Test
    void runsHttpContractsAndFailsWithoutStream() throws Exception {
        try (QosSimulator simulator = simulator()) {
            Map<String, String> half = new HashMap<>(environment(simulator));
            half.put("QOS_WS_URL", "ws://127.0.0.1:1/ws");
            assertThat(run(half, contract -> contract.startsWith("depths: "))).isEqualTo(1);
        }
        assertThat(written("report.md")).contains("| depths: crypto | PASSED |");
    }

    @Test
    void emptiesOutputFolderFirst() throws Exception {
        Path old = folder.resolve("examples/http/snapshots.old.response.json");
        Files.createDirectories(folder.resolve("examples/http"));
        Files.writeString(old, "{}");
        try (QosSimulator simulator = simulator()) {
            run(environment(simulator), contract -> contract.startsWith("depths: "));
        }
        assertThat(old).doesNotExist();
    }

    @Test
    void missingPushFailsIfTheMarketNeverCloses() throws Exception {
        try (QosSimulator simulator = simulator()) {
            simulator.faults().mutePushes();
            assertThat(LiveRun.run(
                            environment(simulator),
                            new Pace(
                                    Duration.ZERO,
                                    Duration.ZERO,
                                    Duration.ofSeconds(5),
                                    Duration.ofMillis(100),
                                    gap -> {}),
                            contract -> contract.startsWith("pushTrade: "),
                            folder,
                            new PrintWriter(console, true)))
                    .isEqualTo(1);
        }
        assertThat(written("report.md"))
                .contains("| pushTrade: crypto | FAILED | no push within 100 ms, though its market never closes |")
                .contains("| pushTrade: us | SKIPPED | no push within 100 ms; its market may be closed |");
    }

    @Test
    void runFailsIfAnOperationIsUntested() throws Exception {
        try (QosSimulator simulator = simulator()) {
            simulator.faults().mutePushes();
            assertThat(LiveRun.run(
                            environment(simulator),
                            new Pace(
                                    Duration.ZERO,
                                    Duration.ZERO,
                                    Duration.ofSeconds(5),
                                    Duration.ofMillis(100),
                                    gap -> {}),
                            contract -> contract.matches("(pushDepth: us|depths: .*|register: .*)"),
                            folder,
                            new PrintWriter(console, true)))
                    .isEqualTo(1);
        }
        assertThat(written("report.md"))
                .contains("| pushDepth: all | FAILED | no contract of it could be judged |")
                .doesNotContain("register: all", "| depths: all");
    }

    @Test
    void pauseIsNotLongerThanAnnounced() throws Exception {
        List<Duration> pauses = new CopyOnWriteArrayList<>();
        Duration gap = Duration.ofSeconds(1);
        Pace counted = new Pace(Duration.ZERO, gap, Duration.ofSeconds(5), Duration.ofSeconds(5), pauses::add);
        Predicate<String> some = contract -> contract.matches("(requestTrades|subscribeKLines|pushTrade): .*");
        try (QosSimulator simulator = simulator()) {
            assertThat(LiveRun.run(environment(simulator), counted, some, folder, new PrintWriter(console, true)))
                    .as(console.toString())
                    .isZero();
        }
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(new LivePlan(some).shortest(counted));
        LivePlan requests = new LivePlan(contract -> contract.matches("requestTrades: .*"));
        assertThat(requests.shortest(counted))
                .as("a request is not undone")
                .isEqualTo(gap.multipliedBy(
                        requests.frames().stream().filter(LivePlan::isNatural).count()));
        LivePlan pushes = new LivePlan(contract -> contract.equals("pushTrade: us"));
        assertThat(pushes.longest(counted)).isEqualTo(Duration.ofSeconds(2 + 5));
    }

    @Test
    void acceptsEachStatusOfAWrongKey() throws Exception {
        for (int status : new int[] {200, 401, 403}) {
            try (QosSimulator simulator = simulator()) {
                simulator
                        .faults()
                        .http("/snapshot", HttpFault.answer(status, "application/json", "{\"msg\":\"No.\"}"), 1);
                assertThat(run(environment(simulator), contract -> contract.equals("snapshots: wrong key")))
                        .as("status " + status)
                        .isZero();
            }
        }
    }

    @Test
    void reportsStreamDriftAndWritesAnExample() throws Exception {
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        var contract = (V4Interaction.SynchronousMessages) PactFiles.read(PactFiles.STREAM).getInteractions().stream()
                .filter(i -> i.getDescription().equals("requestTrades: crypto"))
                .findFirst()
                .orElseThrow();
        MessageContents answer = contract.getResponse().get(0);
        String drifted = answer.getContents().valueAsString().replace("\"p\":", "\"zz\":1,\"p\":");
        V4Interaction.SynchronousMessages other = new V4Interaction.SynchronousMessages(
                contract.getDescription(),
                List.of(),
                contract.getRequest(),
                new ArrayList<>(List.of(new MessageContents(OptionalBody.body(drifted)))));
        try (QosSimulator simulator = simulator();
                PactServer server = new PactServer(loops, other, Set.of(), List.of())) {
            Map<String, String> environment = new HashMap<>(environment(simulator));
            environment.put("QOS_WS_URL", server.url());
            assertThat(run(environment, name -> name.equals("requestTrades: crypto")))
                    .as(console.toString())
                    .isZero();
        } finally {
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        }
        assertThat(written("drift.md")).contains("| CF | requestTrades | `data[].zz` | unknown field | 1 |");
        assertThat(written("examples/stream/requestTradesReply.crypto.json")).contains("\"zz\" : 1");
    }

    @Test
    void failsWithoutAnApiKey() throws InterruptedException {
        assertThat(run(Map.of(), any -> true)).isEqualTo(2);
        assertThat(console.toString()).contains("QOS_API_KEY is not set");
    }

    @Test
    void failsIfEverythingIsSkipped() throws InterruptedException {
        try (QosSimulator simulator = simulator()) {
            assertThat(run(environment(simulator), contract -> contract.startsWith("register:")))
                    .isEqualTo(1);
        }
    }
}
