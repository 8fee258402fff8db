package hk.qos.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import hk.qos.ws.json.JsonOutput;
import hk.qos.ws.spi.MalformedFrameException;
import hk.qos.ws.spi.Request;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever bytes come, a dialect says one thing of them or that they are malformed, and nothing else is thrown. */
class DamagedFramesTest {
    private static final long SEED = 20_260_101;
    private static final int ROUNDS = 60_000;
    private static final String STRUCTURE = "{}[]\",:\\0-.eEnutf ";

    private final Random random = new Random(SEED);

    @Test
    void damagedFramesThrowNothingButMalformed() {
        List<byte[]> frames = Examples.under("stream/")
                .filter(path -> path.matches("stream/push.*|.*(Ack|Reply)\\..*"))
                .map(path -> JsonOutput.raw(Examples.value(path)))
                .toList();
        QosDialect dialect = new QosDialect();
        List<Request<?>> requests =
                List.of(new Heartbeat(), new RequestSnapshot(List.of("US:AAPL")), new RequestDepth(List.of("US:AAPL")));
        int malformed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = damaged(frames.get(random.nextInt(frames.size())));
            ByteBuf frame = round % 2 == 0
                    ? Unpooled.wrappedBuffer(bytes)
                    : Unpooled.directBuffer().writeBytes(bytes);
            try {
                RecordingSink.read(dialect, frame);
                if (round % 8 == 0) {
                    requests.get(random.nextInt(requests.size())).decode(frame);
                }
            } catch (MalformedFrameException expected) {
                assertThat(expected.getMessage()).isNotBlank().hasSizeLessThan(400);
                malformed++;
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(
                        "round " + round + " of seed " + SEED + ": " + new String(bytes, StandardCharsets.ISO_8859_1),
                        e);
            } finally {
                assertThat(frame.refCnt()).isEqualTo(1);
                frame.release();
            }
        }
        assertThat(malformed).isBetween(ROUNDS / 4, ROUNDS - 1);
    }

    private byte[] damaged(byte[] whole) {
        byte[] bytes = random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
        for (int i = random.nextInt(5); i > 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = (byte)
                    (random.nextBoolean() ? STRUCTURE.charAt(random.nextInt(STRUCTURE.length())) : random.nextInt(256));
        }
        return bytes;
    }
}
