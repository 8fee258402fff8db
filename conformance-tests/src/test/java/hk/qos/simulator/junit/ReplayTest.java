package hk.qos.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hk.qos.client.PlanLimits;
import hk.qos.client.QosClient;
import hk.qos.client.QosStream;
import hk.qos.client.model.Depth;
import hk.qos.client.model.KLine;
import hk.qos.client.model.KLineType;
import hk.qos.client.model.Snapshot;
import hk.qos.client.model.Trade;
import hk.qos.simulator.QosSimulator;
import hk.qos.simulator.replay.RecordedStream;
import hk.qos.simulator.replay.Replay;
import hk.qos.stream.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A recording is a test input. */
@Timeout(60)
@NullUnmarked // a missing value fails the test
class ReplayTest {
    private static final Path COMMITTED = Path.of("src/test/resources/hk/qos/recordings/morning.jsonl");
    private static final List<String> CODES = List.of("HK:700", "US:AAPL", "CF:BTCUSDT");
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    /** Everything that one client received. */
    private static final class Seen {
        final List<Trade> trades = new CopyOnWriteArrayList<>();
        final List<Depth> books = new CopyOnWriteArrayList<>();
        final List<KLine> bars = new CopyOnWriteArrayList<>();
        final List<Snapshot> snapshots = new CopyOnWriteArrayList<>();

        Seen(QosStream stream) {
            stream.subscribeTrades(CODES, trades::add).ready().join();
            stream.subscribeDepths(CODES, books::add).ready().join();
            stream.subscribeKLines(KLineType.DAY, CODES, bars::add).ready().join();
            stream.subscribeSnapshots(CODES, snapshots::add).ready().join();
        }

        int count() {
            return trades.size() + books.size() + bars.size() + snapshots.size();
        }
    }

    private static QosClient client(QosSimulator simulator, Path recording) {
        return QosClient.builder()
                .apiKey(KEY)
                .httpUrl(simulator.httpUri().toString())
                .wsUrl(simulator.wsUri().toString())
                .planLimits(PlanLimits.defaults().withSpacing(Duration.ZERO))
                .stream(options -> options.directDelivery().recording(Recording.to(recording)))
                .build();
    }

    /** The pushes alone, without their times. */
    private static List<String> pushes(Path recording) throws IOException {
        return Files.readAllLines(recording).stream()
                .filter(line -> line.contains("\"text\":\"{\\\"tp\\\""))
                .map(line -> line.substring(line.indexOf("\"text\"")))
                .toList();
    }

    @Test
    @QosSimulation(pushes = false)
    void replayDeliversTheRecordedRecords(QosSimulator simulator, QosClient qos, QosStream stream) throws IOException {
        Seen seen = new Seen(stream);

        int sent =
                simulator.play(RecordedStream.read(COMMITTED), Replay.AT_ONCE).join();

        assertThat(sent).isEqualTo(pushes(COMMITTED).size());
        List<Trade> trades = recorded(qos, "T", Trade.class);
        assertThat(trades).hasSizeGreaterThan(10).extracting(Trade::code).contains("HK:700");
        assertThat(pushes(COMMITTED)).anyMatch(line -> line.contains("HK:00700"));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(seen.trades).isEqualTo(trades));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(newest(seen.books, Depth::code))
                        .isEqualTo(newest(recorded(qos, "D", Depth.class), Depth::code)));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(newest(seen.bars, KLine::code))
                        .isEqualTo(newest(recorded(qos, "K", KLine.class), KLine::code)));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(newest(seen.snapshots, Snapshot::code))
                        .isEqualTo(newest(recorded(qos, "S", Snapshot.class), Snapshot::code)));
    }

    /** The recorded pushes of a type as decoded by the HTTP adapters. */
    private static <T> List<T> recorded(QosClient qos, String kind, Class<T> type) throws IOException {
        List<T> records = new ArrayList<>();
        for (RecordedStream.Message message : RecordedStream.read(COMMITTED).messages()) {
            String text = new String(message.frame(), StandardCharsets.UTF_8);
            if (text.startsWith("{\"tp\":\"" + kind + "\"")) {
                records.add(Objects.requireNonNull(qos.moshi().adapter(type).fromJson(text)));
            }
        }
        return records;
    }

    /** A listener may receive only the latest snapshot, book and bar of each code. */
    private static <T> Map<String, T> newest(List<T> records, Function<T, String> code) {
        return records.stream().collect(Collectors.toMap(code, Function.identity(), (older, newer) -> newer));
    }

    @Test
    void replayIsRecordedUnchanged() throws IOException {
        Path first = folder.resolve("first.jsonl");
        Path second = folder.resolve("second.jsonl");
        Seen live;
        try (QosSimulator simulator = QosSimulator.builder()
                        .unlimited()
                        .pushRate(50)
                        .hongKongLeadingZeros(true)
                        .start();
                QosClient qos = client(simulator, first)) {
            live = new Seen(qos.stream());
            await().until(() -> live.bars.size() > 30 && live.snapshots.size() > 10);
        }
        Seen again;
        try (QosSimulator simulator =
                        QosSimulator.builder().unlimited().withoutPushes().start();
                QosClient qos = client(simulator, second)) {
            again = new Seen(qos.stream());
            simulator.play(RecordedStream.read(first), Replay.AT_ONCE).join();
            await().until(() -> again.count() == live.count());
        }

        assertThat(again.trades).isEqualTo(live.trades);
        assertThat(again.books).isEqualTo(live.books);
        assertThat(again.bars).isEqualTo(live.bars);
        assertThat(again.snapshots).isEqualTo(live.snapshots);
        assertThat(pushes(second)).isNotEmpty().isEqualTo(pushes(first));
        assertThat(Files.readString(first))
                .contains("HK:00700")
                .doesNotContain("HK:700")
                .doesNotContain(KEY);
    }

    @Test
    void replayStartsAtFirstSubscriptionOfEachConnection() throws IOException {
        Path file = folder.resolve("slow.jsonl");
        String push =
                "\"text\":\"{\\\"tp\\\":\\\"T\\\",\\\"c\\\":\\\"US:AAPL\\\",\\\"p\\\":\\\"%s\\\",\\\"ts\\\":1}\"}";
        Files.write(
                file,
                List.of(
                        "{\"recording\":1,\"stream\":\"x\",\"at\":1000}",
                        "{\"at\":1000,\"connectionNumber\":1," + push.formatted("1"),
                        "{\"at\":3000,\"connectionNumber\":1," + push.formatted("2"),
                        "{\"recording\":1,\"stream\":\"y\",\"at\":9000000}",
                        "{\"at\":9000000,\"connectionNumber\":1," + push.formatted("3"),
                        "{\"at\":9000000,\"epo"));
        try (QosSimulator simulator =
                        QosSimulator.builder().unlimited().replay(file, 10).start();
                QosClient qos = client(simulator, folder.resolve("own.jsonl"))) {
            List<Trade> trades = new CopyOnWriteArrayList<>();
            qos.stream()
                    .subscribeTrades(List.of("US:AAPL"), trades::add)
                    .ready()
                    .join();
            long start = System.nanoTime();
            await().until(() -> trades.size() == 3);
            assertThat(System.nanoTime() - start)
                    .isBetween(TimeUnit.MILLISECONDS.toNanos(100), TimeUnit.SECONDS.toNanos(2));
            assertThat(trades)
                    .extracting(trade -> trade.price().intValueExact())
                    .containsExactly(1, 2, 3);
        }
    }

    @Test
    void refusesAnInvalidRecordingByFileAndLine() throws IOException {
        Path file = Files.writeString(folder.resolve("other.jsonl"), "{\"at\":1}\n");
        assertThatThrownBy(() -> RecordedStream.read(file)).hasMessage(file + " line 1: not a recording of version 1");
        assertThatThrownBy(() -> RecordedStream.read(folder.resolve("none")))
                .hasMessageStartingWith("Cannot read the recording");
        Files.writeString(file, "{\"recording\":1}\nrubbish\n{\"at\":1}\n");
        assertThatThrownBy(() -> RecordedStream.read(file)).hasMessageContaining("line 2: no JSON");
        assertThatThrownBy(() -> QosSimulator.builder().replay(COMMITTED, 0)).hasMessageStartingWith("speed is 0.0");
    }
}
