package hk.qos.stream.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.stream.spi.MalformedFrameException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTest {
    private static final byte[] LONG_NAME = JsonOutput.raw("volume");

    static JsonCursor over(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new JsonCursor().over(bytes, 0, bytes.length);
    }

    @Test
    void byteOrderMarkIsSkippedAfterRewindToo() throws Exception {
        byte[] json = "\ufeff[1]".getBytes(StandardCharsets.UTF_8);
        JsonCursor in = new JsonCursor().over(json, 0, json.length);
        for (int round = 0; round < 2; round++) {
            in.beginArray();
            assertThat(in.nextElement()).isTrue();
            assertThat(in.int64()).isEqualTo(1);
            in.rewind();
        }
        JsonCursor none = new JsonCursor().over(json, 0, 2);
        assertThatThrownBy(none::beginArray).isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void walksMembersInAnyOrderAndSkipsTheRest() throws Exception {
        JsonCursor in = over(
                " { \"x\" : {\"deep\":[1,{\"y\":null}]} , \"volume\":\"7\", \"a\":[\"1.50\" , \"2\"],\"t\":true }\n");
        int seen = 0;
        in.beginObject();
        for (int key = in.nextName(); key != 0; key = in.nextName()) {
            if (key == JsonCursor.key("a")) {
                in.beginArray();
                assertThat(in.nextElement()).isTrue();
                assertThat(in.decimal()).isEqualTo(new BigDecimal("1.50"));
                assertThat(in.nextElement()).isTrue();
                assertThat(in.decimal()).isEqualTo(new BigDecimal("2"));
                assertThat(in.nextElement()).isFalse();
                seen++;
            } else if (key == JsonCursor.key("volume") && in.nameIs(LONG_NAME)) {
                assertThat(in.int64()).isEqualTo(7);
                seen++;
            } else if (key == JsonCursor.key("t")) {
                assertThat(in.bool()).isTrue();
                seen++;
            } else {
                in.skip();
            }
        }
        in.end();
        assertThat(seen).isEqualTo(3);
    }

    @Test
    void namesWithEscapesAreTheSameNames() throws Exception {
        for (String name : new String[] {"l\\u0070", "\\u006c\\u0070"}) {
            JsonCursor in = over("{\"" + name + "\":1}");
            in.beginObject();
            assertThat(in.nextName()).isEqualTo(JsonCursor.key("lp"));
        }
        JsonCursor in = over("{\"vol\\u0075me\":1}");
        in.beginObject();
        assertThat(in.nextName()).isEqualTo(JsonCursor.key("volume"));
        assertThat(in.nameIs(LONG_NAME)).isTrue();
    }

    @Test
    void emptyAndNulNamesAreNotTheEnd() throws Exception {
        for (String name : new String[] {"", "\0", "\0lp", "\\u0000", "\\u0000lp", "\0\0\0\0"}) {
            JsonCursor in = over("{\"" + name + "\":1}");
            in.beginObject();
            assertThat(in.nextName()).as("name %s", name).isNegative();
            in.skip();
            assertThat(in.nextName()).isZero();
            in.end();
        }
    }

    @Test
    void readsTextWithEscapesAndOfAllScripts() throws Exception {
        assertThat(over("\"腾讯控股 😀\"").string()).isEqualTo("腾讯控股 😀");
        assertThat(over("\"\\u817e\\u8baf\\ud83d\\ude00 \\\"\\\\\\/\\b\\f\\n\\r\\t腾\"")
                        .string())
                .isEqualTo("腾讯😀 \"\\/\b\f\n\r\t腾");
        assertThat(over("12.50").string()).isEqualTo("12.50");
        assertThat(over("null").string()).isNull();
    }

    @Test
    void invalidUtf8IsRefusedWhenTheTextIsRead() throws Exception {
        byte[] json = "{\"a\":\"xy\"}".getBytes(StandardCharsets.ISO_8859_1);
        json[6] = (byte) 0xc3;
        JsonCursor in = new JsonCursor().over(json, 0, json.length);
        in.beginObject();
        in.nextName();
        assertThatThrownBy(in::string)
                .isInstanceOf(MalformedFrameException.class)
                .hasMessageContaining("UTF-8");
        in.rewind();
        in.skip();
        in.end();
    }

    @Test
    void boundsNesting() throws Exception {
        int most = JsonCursor.MAX_DEPTH;
        JsonCursor in = over("[".repeat(most) + "]".repeat(most));
        in.skip();
        in.end();
        assertThatThrownBy(() -> over("[".repeat(most + 1)).skip())
                .isInstanceOf(MalformedFrameException.class)
                .hasMessageContaining("deep");
        assertThatThrownBy(() -> over("{\"a\":".repeat(500_000)).skip()).isInstanceOf(MalformedFrameException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{,}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1 \"b\":2}",
                "{a:1}",
                "[1 2]",
                "[,]",
                "[1,]",
                "[1}",
                "{\"a\":1]",
                "{\"a\":1}}",
                "[] []",
                "{\"a\":tru}",
                "{\"a\":\"\\q\"}",
                "nulls",
                "//",
                "{\"a\"=1}"
            })
    void invalidJsonIsRefused(String json) {
        JsonCursor in = over(json);
        assertThatThrownBy(() -> {
                    in.skip();
                    in.end();
                })
                .isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void everyTruncationOfADocumentIsRefused() {
        String json = "{\"a\":[{\"p\":\"1.5\",\"v\":-2.5e3},true,null],\"b\\u0020\":\"\\n腾\"}";
        byte[] whole = json.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            // The bytes after the cut would complete it, so a reader that reads past the end would accept it.
            JsonCursor in = new JsonCursor().over(whole, 0, length);
            assertThatThrownBy(in::skip).isInstanceOf(MalformedFrameException.class);
        }
    }

    @Test
    void readsHeapDirectAndCompositeBuffersFromTheirReaderIndex() throws Exception {
        byte[] json = "xx{\"a\":\"1.25\"}".getBytes(StandardCharsets.UTF_8);
        ByteBuf direct = Unpooled.directBuffer().writeBytes(json);
        ByteBuf composite = Unpooled.wrappedBuffer(
                Unpooled.copiedBuffer(json, 0, 5), Unpooled.copiedBuffer(json, 5, json.length - 5));
        JsonCursor in = new JsonCursor();
        for (ByteBuf frame : new ByteBuf[] {Unpooled.wrappedBuffer(json), direct, composite}) {
            in.over(frame.skipBytes(2));
            in.beginObject();
            assertThat(in.nextName()).isEqualTo(JsonCursor.key("a"));
            assertThat(in.decimal()).isEqualTo(new BigDecimal("1.25"));
            assertThat(in.nextName()).isZero();
            in.end();
            assertThat(frame.readerIndex()).isEqualTo(2);
            frame.release();
        }
    }

    @Test
    void corruptBytesThrowMalformedOnly() {
        String json =
                "{\"xy\":\"S\",\"c\":\"AB:CDEF\",\"v\":\"1.50\",\"ts\":17,\"b\":[{\"p\":1e5,\"x\":\"\\u00e9腾\"}],\"z\":null}";
        byte[] whole = json.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20_260_101);
        JsonCursor in = new JsonCursor();
        StringTable table = new StringTable(16, s -> s);
        for (int round = 0; round < 200_000; round++) {
            byte[] bytes = whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] =
                        (byte) (random.nextBoolean() ? whole[random.nextInt(whole.length)] : random.nextInt(256));
            }
            in.over(bytes, 0, 1 + random.nextInt(bytes.length));
            try {
                readAnything(in, random, table);
            } catch (MalformedFrameException expected) {
                assertThat(expected.getMessage()).hasSizeLessThan(120);
            }
        }
    }

    private static void readAnything(JsonCursor in, Random random, StringTable table) throws MalformedFrameException {
        in.beginObject();
        while (in.nextName() != 0) {
            switch (random.nextInt(9)) {
                case 0 -> in.decimal();
                case 1 -> in.string();
                case 2 -> in.string(table);
                case 3 -> in.int64();
                case 4 -> in.epochSecond();
                case 5 -> in.bool();
                case 6 -> in.absent();
                default -> in.skip();
            }
        }
        in.end();
    }

    @Test
    void namesOfEveryKindAreReadBeforeAnyByte() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        String[] characters = {"a", "z", "\"", "\\", "é", "\0", ":", ",", "{", "}"};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder name = new StringBuilder();
            StringBuilder written = new StringBuilder();
            for (int length = random.nextInt(6); length > 0; length--) {
                String next = characters[random.nextInt(characters.length)];
                name.append(next);
                written.append(next.equals("\"") || next.equals("\\") ? "\\" + next : next);
            }
            String member = '"' + written.toString() + '"' + (random.nextInt(9) == 0 ? " :" : ":") + '1';
            JsonCursor in = over('{' + member + ',' + member + '}' + " ".repeat(random.nextInt(10)));
            in.beginObject();
            for (int each = 0; each < 2; each++) {
                assertThat(in.nextName()).as(member).isEqualTo(JsonCursor.key(name.toString()));
                assertThat(in.nameIs(JsonOutput.raw(name.toString()))).isTrue();
                assertThat(in.int64()).isEqualTo(1);
            }
            assertThat(in.nextName()).isZero();
            in.end();
        }
    }

    @Test
    void unterminatedNameIsRefused() {
        byte[] bytes = JsonOutput.raw("{\"ab\":1}        ");
        for (int length = 1; length < 6; length++) {
            JsonCursor in = new JsonCursor().over(bytes, 0, length);
            assertThatThrownBy(() -> {
                        in.beginObject();
                        in.nextName();
                    })
                    .isInstanceOf(MalformedFrameException.class);
        }
    }
}
