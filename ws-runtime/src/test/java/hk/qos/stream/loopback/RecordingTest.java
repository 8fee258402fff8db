package hk.qos.stream.loopback;

import static hk.qos.stream.toy.ToyChannel.TICKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hk.qos.stream.Recording;
import hk.qos.stream.StreamEvent;
import hk.qos.stream.fixtures.LeakGuard;
import hk.qos.stream.internal.recording.FrameRecorder;
import hk.qos.stream.internal.recording.RecordingLines;
import hk.qos.stream.spi.StreamClient;
import hk.qos.stream.spi.StreamSetup;
import hk.qos.stream.toy.Tick;
import hk.qos.stream.toy.ToyDialect;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
@SuppressWarnings("try") // some tests only need the stream to exist
@ExtendWith(LeakGuard.class)
final class RecordingTest {
    private static final String SECRET = "s3cr3t-value";

    @TempDir
    Path folder;

    private final LoopbackServer server = new LoopbackServer();
    private final List<StreamEvent> events = new CopyOnWriteArrayList<>();
    private final List<Tick> ticks = new CopyOnWriteArrayList<>();

    private StreamSetup options(Recording recording) {
        return StreamSetup.builder(server.uri())
                .header("key", SECRET)
                .spacing(Duration.ZERO)
                .recording(recording)
                .build();
    }

    private StreamClient client(Recording recording) {
        StreamClient client = StreamClient.create(new ToyDialect(), options(recording));
        client.onEvent(events::add);
        client.subscribe(TICKS, List.of("A"), ticks::add).ready().join();
        return client;
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void messagesAreRecordedUnchangedExceptTheKey() throws IOException {
        Path file = folder.resolve("one.jsonl");
        try (StreamClient client = client(Recording.to(file))) {
            server.send("P ticks a 1");
            server.send("rubbish \"\u4e2d\u6587\" with " + SECRET);
            await().untilAsserted(() -> assertThat(ticks).hasSize(1));
            await().untilAsserted(() -> assertThat(events).hasAtLeastOneElementOfType(StreamEvent.Malformed.class));
        }

        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).matches("\\{\"recording\":1,\"stream\":\"stream-\\d+\",\"at\":\\d{13}}");
        assertThat(lines)
                .anyMatch(line -> line.matches("\\{\"at\":\\d{13},\"connectionNumber\":1,\"text\":\"P ticks a 1\"}"));
        assertThat(lines.get(lines.size() - 1))
                .endsWith("\"text\":\"rubbish \\\"\u4e2d\u6587\\\" with <key>\"}")
                .doesNotContain(SECRET);
        assertThat(events).doesNotHaveAnyElementsOfTypes(StreamEvent.RecordingIncomplete.class);
    }

    @Test
    void existingFileIsAppendedTo() throws IOException {
        Path file = folder.resolve("two.jsonl");
        client(Recording.to(file)).close();
        client(Recording.to(file)).close();
        assertThat(Files.readAllLines(file))
                .filteredOn(line -> line.startsWith("{\"recording\":1"))
                .hasSize(2);
    }

    @Test
    void invalidFileIsRefusedWhenTheStreamIsCreated() throws Exception {
        Path fifo = folder.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        assertThatThrownBy(() -> StreamClient.create(new ToyDialect(), options(Recording.to(fifo))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("recording cannot go to " + fifo + ": it is not a regular file");
        Path missing = folder.resolve("no/such/folder");
        assertThatThrownBy(() -> StreamClient.create(new ToyDialect(), options(Recording.to(missing))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("recording cannot go to " + missing + ": its folder does not exist");
        assertThatThrownBy(() -> StreamClient.create(new ToyDialect(), options(Recording.to(folder))))
                .hasMessageContaining("it is not a regular file");
    }

    /** The thread of a recording to a pipe without a reader would wait forever. */
    @Test
    void fileReplacedByAPipeLeavesNoThread() throws Exception {
        Path fifo = folder.resolve("later");
        List<String> troubles = new CopyOnWriteArrayList<>();
        FrameRecorder recorder =
                new FrameRecorder(Recording.to(fifo), "pipe", new RecordingLines(text -> text), troubles::add);
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        recorder.received(1, 1, Unpooled.copiedBuffer("message", StandardCharsets.UTF_8));
        recorder.close();
        recorder.awaitEnd(Duration.ofSeconds(10));

        assertThat(troubles).singleElement().asString().contains("not a regular file");
    }

    @Test
    void writeFailureIsReportedOnceAndTheStreamContinues() throws Exception {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        try (StreamClient client = StreamClient.create(new ToyDialect(), options(Recording.to(gone.resolve("file"))))) {
            Files.delete(gone);
            client.onEvent(events::add);
            client.subscribe(TICKS, List.of("a"), ticks::add).ready().join();
            await().untilAsserted(
                            () -> assertThat(events).hasAtLeastOneElementOfType(StreamEvent.RecordingIncomplete.class));
            server.send("P ticks a 1");
            server.send("P ticks a 2");
            await().untilAsserted(() -> assertThat(ticks).hasSize(2));
        }
        assertThat(events)
                .filteredOn(StreamEvent.RecordingIncomplete.class::isInstance)
                .singleElement()
                .asString()
                .contains("nothing more is recorded");
    }

    @Test
    void slowDiskSkipsMessagesAndReportsTheirNumber() throws Exception {
        Path file = folder.resolve("slow.jsonl");
        List<String> troubles = new CopyOnWriteArrayList<>();
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch disk = new CountDownLatch(1);
        RecordingLines slow = new RecordingLines(text -> {
            writing.countDown();
            try {
                disk.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return text;
        });
        FrameRecorder recorder =
                new FrameRecorder(Recording.to(file).withQueuedBytes(200), "slow", slow, troubles::add);
        for (int i = 0; i < 10; i++) {
            recorder.received(1, i, Unpooled.copiedBuffer("message " + i, StandardCharsets.UTF_8));
        }
        writing.await();
        disk.countDown();
        recorder.close();
        recorder.awaitEnd(Duration.ofSeconds(10));

        assertThat(Files.readAllLines(file).subList(1, 4))
                .satisfiesExactly(
                        first ->
                                assertThat(first).isEqualTo("{\"at\":0,\"connectionNumber\":1,\"text\":\"message 0\"}"),
                        second -> assertThat(second)
                                .isEqualTo("{\"at\":1,\"connectionNumber\":1,\"text\":\"message 1\"}"),
                        lost -> assertThat(lost).endsWith(",\"lost\":8}"));
        assertThat(troubles).singleElement().asString().contains("too slow");
    }

    @Test
    void invalidUtf8IsRecordedWithoutTheKey() throws IOException {
        Path file = folder.resolve("bytes.jsonl");
        RecordingLines lines = new RecordingLines(text -> text.replace(SECRET, "<key>"));
        FrameRecorder recorder = new FrameRecorder(Recording.to(file), "bytes", lines, trouble -> {});
        byte[] frame = ("\u00ff" + SECRET).getBytes(StandardCharsets.ISO_8859_1);
        recorder.received(1, 5, Unpooled.wrappedBuffer(frame));
        recorder.close();
        recorder.awaitEnd(Duration.ofSeconds(10));

        String base64 = Base64.getEncoder().encodeToString("\u00ff<key>".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Files.readAllLines(file))
                .last()
                .isEqualTo("{\"at\":5,\"connectionNumber\":1,\"base64\":\"" + base64 + "\"}");
    }
}
