package hk.qos.stream.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JsonOutputTest {

    private static String written(Consumer<ByteBuf> writer) {
        ByteBuf out = Unpooled.buffer();
        writer.accept(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesWholeNumbers() {
        Random random = new Random(3);
        for (int round = 0; round < 10_000; round++) {
            long value = random.nextLong() >> random.nextInt(64);
            assertThat(written(out -> JsonOutput.int64(out, value))).isEqualTo(Long.toString(value));
        }
        for (long value : new long[] {0, 9, 10, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(written(out -> JsonOutput.int64(out, value))).isEqualTo(Long.toString(value));
        }
    }

    @Test
    void writtenTextReadsBackUnchanged() throws Exception {
        Random random = new Random(4);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                text.appendCodePoint(random.nextBoolean() ? random.nextInt(128) : 0x4e00 + random.nextInt(0x5000));
            }
            byte[] json = JsonOutput.raw(written(out -> JsonOutput.string(out, text.toString())));
            assertThat(new JsonCursor().over(json, 0, json.length).string()).isEqualTo(text.toString());
        }
        assertThat(written(out -> JsonOutput.string(out, "a\"\\\n\r\t\u0001腾")))
                .isEqualTo("\"a\\\"\\\\\\n\\r\\t\\u0001腾\"");
    }

    @Test
    void writesDecimalsAsTextWithoutExponent() {
        assertThat(written(out -> JsonOutput.decimal(out, new BigDecimal("1E+3"))))
                .isEqualTo("\"1000\"");
        assertThat(written(out -> JsonOutput.decimal(out, new BigDecimal("1.50"))))
                .isEqualTo("\"1.50\"");
        assertThat(written(out -> JsonOutput.epochSecond(out, Instant.ofEpochSecond(17, 5))))
                .isEqualTo("17");
        assertThat(written(out -> JsonOutput.bool(out, true))).isEqualTo("true");
    }
}
