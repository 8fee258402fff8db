package hk.qos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.cli.output.Colours;
import hk.qos.client.model.Snapshot;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.QosSimulatorBuilder;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that listen to the stream. */
class StreamTest {
    private static QosSimulatorBuilder pushing() {
        return QosSimulator.builder().unlimited().pushRate(200);
    }

    private static Run fast(String... arguments) {
        return new Run().simulator(StreamTest::pushing).with(arguments, "--simulator");
    }

    @Test
    void withoutATerminalEachPushIsALine() {
        Run run = fast("watch", "US:AAPL", "700.HK", "--pushes", "5");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.lines())
                .hasSize(5)
                .allMatch(line -> line.matches("20\\S+Z (US:AAPL|HK:700) [\\d.]+ [-+]?[\\d.]+ [-+]?[\\d.]+%"));
    }

    @Test
    void csvAndJsonAreLinesToo() {
        assertThat(fast("watch", "HK:700", "--pushes", "3", "--json").lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("{\"c\":\"HK:700\""));
        assertThat(fast("watch", "HK:700", "--pushes", "3", "--csv").lines())
                .hasSize(4)
                .first()
                .asString()
                .startsWith("code,lastPrice,");
    }

    @Test
    void onATerminalTheTableIsPaintedOverItself() {
        Run run = new Run()
                .simulator(StreamTest::pushing)
                .terminal(24, 100)
                .start("watch", "US:AAPL", "HK:700", "--pushes", "40", "--simulator");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("\r\u001b[4A", "US:AAPL", "HK:700", "40 pushes, Ctrl-C ends");
    }

    @Test
    void aMovedPriceIsHighlightedForAMoment() {
        AtomicLong now = new AtomicLong();
        Colours colours = new Colours(true);
        String up = colours.moved(1, "|").split("\\|", -1)[0];
        String down = colours.moved(-1, "|").split("\\|", -1)[0];
        assertThat(up).startsWith("\u001b[").isNotEqualTo(down);
        WatchTable table = new WatchTable(List.of("HK:700", "US:AAPL"), colours, now::get);
        Terminal terminal = new Terminal(24, 100);
        table.fill(quote("HK:700", "400"));
        assertThat(table.lines(terminal, 0).get(1)).doesNotContain(up).contains("400");
        assertThat(table.lines(terminal, 0).get(2)).contains("…");

        table.update(quote("HK:700", "401.5"));
        assertThat(table.lines(terminal, 1).get(1)).contains(up, "401.5", "+2.5");
        table.update(quote("HK:700", "390"));
        assertThat(table.lines(terminal, 2).get(1)).contains(down, "-9");

        now.addAndGet(1_000_000_000);
        assertThat(table.lines(terminal, 2).get(1)).doesNotContain(up, down).contains("390");
    }

    @Test
    void aTinyTerminalIsNeverOverflown() {
        List<String> codes = List.of("HK:700", "US:AAPL", "CF:BTCUSDT", "SH:600519");
        WatchTable table = new WatchTable(codes, Colours.NONE, () -> 0);
        codes.forEach(code -> table.update(quote(code, "123456.789")));
        for (int columns = 1; columns < 90; columns++) {
            for (int rows = 2; rows < 9; rows++) {
                Terminal terminal = new Terminal(rows, columns);
                List<String> lines = table.lines(terminal, 1);
                assertThat(lines).allMatch(line -> line.length() <= terminal.columns());
                assertThat(lines.size()).isLessThanOrEqualTo(Math.max(2, rows - 1));
            }
        }
    }

    private static Snapshot quote(String code, String price) {
        return Snapshot.builder()
                .code(code)
                .lastPrice(new BigDecimal(price))
                .previousClose(new BigDecimal("399"))
                .build();
    }

    @Test
    void aRecordingIsReplayed(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("recording.jsonl");
        Run recorded = fast("record", file.toString(), "HK:700", "US:AAPL", "--pushes", "30");
        assertThat(recorded.err()).isEqualTo("qos: 30 pushes recorded in " + file + "\n");
        assertThat(recorded.status()).isZero();
        assertThat(Files.readString(file)).doesNotContain("a-key-of-the-simulator");

        Run all = new Run().start("replay", file.toString(), "--speed", "Infinity");
        assertThat(all.err()).isEmpty();
        assertThat(all.lines().size()).isGreaterThanOrEqualTo(30);
        assertThat(all.lines()).allMatch(line -> line.matches("(Snapshot|Trade|Depth) code=(HK:700|US:AAPL) .*"));

        Run trades = new Run().start("replay", file.toString(), "--speed", "Infinity", "--kind", "trades", "--csv");
        assertThat(trades.lines().get(0)).startsWith("code,price,");
        assertThat(trades.lines())
                .hasSize(1
                        + (int) all.lines().stream()
                                .filter(line -> line.startsWith("Trade "))
                                .count());
        assertThat(new Run().start("replay", file.toString(), "--csv").status()).isEqualTo(Qos.USAGE);
        assertThat(new Run().start("replay", folder.resolve("none").toString()).status())
                .isEqualTo(Qos.USAGE);
    }

    @Test
    void explainSaysWhatTheStreamDoes() {
        Run run = Run.simulated("explain", "HK:700");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Ready", "HK:700");
    }
}
