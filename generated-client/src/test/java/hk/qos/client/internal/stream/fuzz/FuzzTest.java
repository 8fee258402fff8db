package hk.qos.client.internal.stream.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.client.internal.stream.QosDialect;
import hk.qos.stream.internal.json.JsonOutput;
import hk.qos.stream.spi.Dialect;
import hk.qos.stream.spi.FrameSink;
import hk.qos.stream.spi.MalformedFrameException;
import hk.qos.stream.spi.Request;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A short fuzz run, earlier findings, and checks that a fuzz run detects failures. */
class FuzzTest {
    private static final long SEED = 20_260_101;
    private static final int INPUTS = 4_000;

    @Test
    void readersAgreeOrReportMalformedForAnyBytes() {
        Frames frames = new Frames(Corpus.frames());
        Readers readers = new Readers();
        frames.real().forEach(readers::judge);
        for (long seed = SEED; seed < SEED + INPUTS; seed++) {
            assertThat(readers.judge(frames.next(new SplittableRandom(seed))))
                    .as("seed " + seed)
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{\"tp\":\"S\"}",
                "{\"tp\":{\"tp\":\"S\"}}",
                "{\"tp\":\"K\",\"c\":\"US:AAPL\",\"kt\":1e999999999}",
                "{\"tp\":\"T\",\"c\":\"US:AAPL\",\"p\":\"1e999999999\"}",
                "{\"tp\":\"T\",\"c\":\"US:AAPL\",\"ts\":31556889864403200}",
                "{\"type\":\"RS\",\"msg\":\"OK\",\"reqid\":1e99,\"data\":[]}",
                "{\"type\":\"H\",\"msg\":\"OK\",\"time\":-9223372036854775808}",
                "{\"type\":\"RK\",\"msg\":\"OK\",\"data\":[{\"c\":\"US:AAPL\",\"k\":[null]}]}",
                "{\"type\":\"RS\",\"msg\":\"OK\",\"data\":[{\"c\":\"US:A\",\"lp\":\"1e2147483648\"}]}",
                "\uFEFF{\"tp\":\"S\",\"c\":\"US:AAPL\"}",
            })
    void knownFuzzFindingsAreReadOrMalformed(String frame) {
        assertThat(new Readers().judge(JsonOutput.raw(frame))).isNull();
    }

    @Test
    void sameSeedMakesTheSameFrame() {
        Frames frames = new Frames(Corpus.frames());
        Frames again = new Frames(Corpus.frames());
        for (int seed = 0; seed < 100; seed++) {
            assertThat(frames.next(new SplittableRandom(seed))).isEqualTo(again.next(new SplittableRandom(seed)));
        }
    }

    @Test
    void throwingReaderIsReportedWithItsInput(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Dialect brittle = new Brittle();
        List<Request<?>> none = List.of();
        Fuzz fuzz = new Fuzz(
                new Frames(Corpus.frames()),
                () -> new Readers(brittle, none),
                folder,
                SEED,
                new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(fuzz.run(Duration.ofSeconds(20), 1)).isFalse();

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("the dialect threw java.lang.IndexOutOfBoundsException")
                .containsPattern("fuzz: \\d+ inputs, [1-9]\\d* findings");
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.findFirst().orElseThrow();
            assertThat(new Readers(brittle, none).judge(Files.readAllBytes(file)))
                    .contains("IndexOutOfBounds");
        }
    }

    /** Reads past the end. */
    private static final class Brittle implements Dialect {
        private final QosDialect sound = new QosDialect();

        @Override
        public void read(ByteBuf frame, FrameSink sink) throws MalformedFrameException {
            if (frame.readableBytes() % 7 == 0) {
                frame.getByte(frame.writerIndex());
            }
            sound.read(frame, sink);
        }

        @Override
        public Request<Instant> heartbeat() {
            return sound.heartbeat();
        }
    }
}
