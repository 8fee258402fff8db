package hk.qos.stream.loopback;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.qos.stream.Backoff;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.fixtures.LeakGuard;
import hk.qos.stream.spi.StreamClient;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.toy.ToyDialect;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The events in a flight recording of a stream, and a run-time image without the recorder. */
@Timeout(60)
@ExtendWith(LeakGuard.class)
final class FlightRecordingTest {

    @Test
    void showsEachConnectionAndEachGap(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("stream.jfr");
        try (LoopbackServer server = new LoopbackServer();
                Recording recording = new Recording()) {
            recording.enable("stream.Connection").withThreshold(Duration.ZERO);
            recording.enable("stream.Gap");
            recording.start();
            loseOneConnection(server, "recorded");
            recording.stop();
            recording.dump(file);
        }

        List<RecordedEvent> connections = events(file, "stream.Connection");
        assertThat(connections).hasSize(2);
        RecordedEvent lost = connections.get(0);
        assertThat(lost.getString("stream")).startsWith("recorded-");
        assertThat(lost.getInt("connectionNumber")).isEqualTo(1);
        assertThat(lost.getBoolean("established")).isTrue();
        assertThat(lost.getDuration("timeToConnect")).isPositive().isLessThanOrEqualTo(lost.getDuration());
        assertThat(lost.getString("cause")).isEqualTo("closed");
        assertThat(lost.getString("detail")).isEqualTo("the server closed the connection: 4217");
        assertThat(connections.get(1).getString("cause")).isEqualTo("local");
        List<RecordedEvent> gaps = events(file, "stream.Gap");
        assertThat(gaps).hasSize(1);
        RecordedEvent gap = gaps.get(0);
        assertThat(gap.getString("channel")).isEqualTo("ticks");
        assertThat(gap.getString("key")).isEqualTo("a");
        assertThat(gap.getInt("connectionNumber")).isEqualTo(2);
        assertThat(gap.getDuration("length").isNegative()).isFalse();
        assertThat(gap.getString("reason")).isEqualTo(lost.getString("detail"));
    }

    @Test
    void streamsWorkWithoutTheJfrModule() throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--limit-modules",
                        "java.base,java.logging,java.naming,java.management,java.sql,jdk.unsupported",
                        "-cp",
                        System.getProperty("java.class.path") + File.pathSeparator,
                        WithoutRecordings.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor()).as(output).isZero();
        assertThat(output).contains("no recordings, 1 gap");
    }

    /** Runs in a separate JVM without {@code jdk.jfr}. */
    static final class WithoutRecordings {
        private WithoutRecordings() {}

        @SuppressWarnings("SystemOut") // read by the test
        public static void main(String[] args) throws Exception {
            if (ModuleLayer.boot().findModule("jdk.jfr").isPresent()) {
                throw new IllegalStateException("the module is there");
            }
            try (LoopbackServer server = new LoopbackServer()) {
                System.out.println("no recordings, " + loseOneConnection(server, "unrecorded") + " gap");
            }
        }
    }

    private static long loseOneConnection(LoopbackServer server, String name) throws Exception {
        List<StreamEvent> events = new CopyOnWriteArrayList<>();
        StreamSetup options = StreamSetup.builder(server.uri())
                .name(name)
                .spacing(Duration.ofMillis(10))
                .backoff(Backoff.defaults()
                        .withBase(Duration.ofMillis(10))
                        .withFirstJitter(Duration.ofMillis(10))
                        .withMaxJitter(Duration.ofMillis(20)))
                .build();
        try (StreamClient client = StreamClient.create(new ToyDialect(), options)) {
            client.onEvent(events::add);
            client.subscribe(TICKS, List.of("a"), tick -> {}).ready().get(10, TimeUnit.SECONDS);
            // A unique code, since JDK 17 loses texts that an earlier recording of this JVM contains.
            server.send(new CloseWebSocketFrame(4217, ""));
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(events)
                            .filteredOn(StreamEvent.Ready.class::isInstance)
                            .hasSize(2));
        }
        return events.stream().filter(StreamEvent.Gap.class::isInstance).count();
    }

    private static List<RecordedEvent> events(Path file, String name) throws Exception {
        assertThat(Files.size(file)).isPositive();
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .sorted(Comparator.comparingInt(event -> event.getInt("connectionNumber")))
                .toList();
    }
}
