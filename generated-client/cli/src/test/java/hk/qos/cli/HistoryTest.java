package hk.qos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.fault.HttpFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** Bars, their history and their chart. */
class HistoryTest {
    @Test
    void aRangeOfSeveralPagesComesWithoutGapNewestFirst() {
        Run run = Run.simulated("history", "CF:BTCUSDT", "--type", "1m", "--bars", "2500", "--csv");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        List<Instant> times = times(run);
        assertThat(times).hasSize(2500);
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i)).isEqualTo(times.get(0).minusSeconds(60L * i));
        }
    }

    @Test
    void aDateIsMidnightOfEachMarket() {
        Run run = Run.simulated(
                "history",
                "HK:700",
                "CF:BTCUSDT",
                "--type",
                "day",
                "--from",
                "2026-11-23",
                "--to",
                "2026-11-25",
                "--csv");

        assertThat(run.lines().stream().filter(line -> line.startsWith("HK:700")))
                .hasSize(2)
                .last()
                .asString()
                .contains("2026-11-22T16:00:00Z");
        assertThat(run.lines().stream().filter(line -> line.startsWith("CF:BTCUSDT")))
                .hasSize(2);
    }

    @Test
    void oldestFirstAndJsonLines() {
        Run run = Run.simulated("history", "HK:700", "--bars", "20", "--oldest-first", "--json");

        assertThat(run.lines()).hasSize(20).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        Run csv = Run.simulated("history", "HK:700", "--bars", "20", "--oldest-first", "--csv");
        assertThat(times(csv)).isSorted();
    }

    private static List<Instant> times(Run run) {
        int column = List.of(run.lines().get(0).split(",")).indexOf("time");
        return run.lines().stream()
                .skip(1)
                .map(line -> Instant.parse(line.split(",", -1)[column]))
                .toList();
    }

    @Test
    void progressIsOnATerminalOnlyAndIsRemoved() {
        Run shown = new Run().terminal(24, 80).start("history", "HK:700", "--bars", "30", "--simulator");
        assertThat(shown.err())
                .contains("HK:700 [####################] 100%  30 bars, 1 requests")
                .endsWith("\r\u001b[K");

        assertThat(Run.simulated("history", "HK:700", "--bars", "30").err()).isEmpty();
    }

    @Test
    void aServerThatFailsIsAFailureInOneLine() {
        try (QosSimulator simulator = Run.simulator().start()) {
            simulator.faults().http("/history", HttpFault.html(400), 1);
            Run run = new Run()
                    .environment("QOS_API_KEY", "key-for-history")
                    .environment("QOS_HTTP_URL", simulator.httpUri().toString())
                    .environment("QOS_WS_URL", simulator.wsUri().toString())
                    .start("history", "HK:700", "--bars", "30", "--csv");

            assertThat(run.status()).isEqualTo(Qos.FAILED);
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.lines()).hasSize(1);
        }
    }

    @Test
    void aChartHasACandleForEachBarAndBothSchemes(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("chart.svg");
        Run run = Run.simulated("bars", "HK:700", "US:AAPL", "--count", "50", "--chart", file.toString());

        assertThat(run.err()).isEqualTo("qos: wrote " + file + "\n");
        assertThat(run.out()).isEmpty();
        String svg = Files.readString(file);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg)
                .contains("prefers-color-scheme: dark", ">HK:700<", ">US:AAPL<")
                .doesNotContain("href", "url(");
        assertThat(svg.split("class=\"volume (up|down)\"", -1)).hasSize(101);
        assertThat(svg).doesNotContain("NaN", "Infinity");
    }

    @Test
    void aChartOfManyBarsJoinsThem(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("chart.svg");
        Run run = Run.simulated(
                "history", "CF:BTCUSDT", "--type", "1m", "--bars", "1000", "--csv", "--chart", file.toString());

        assertThat(run.lines()).hasSize(1001);
        String svg = Files.readString(file);
        assertThat(svg).contains("1000 × 1m, 5 bars a candle");
        assertThat(svg.split("class=\"volume (up|down)\"", -1)).hasSize(201);
    }
}
