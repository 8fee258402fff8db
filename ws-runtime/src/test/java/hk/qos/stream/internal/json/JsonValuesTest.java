package hk.qos.stream.internal.json;

import static hk.qos.stream.internal.json.JsonCursorTest.over;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.stream.spi.MalformedFrameException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single values, names and positions, and the limits of readers and writers. */
final class JsonValuesTest {

    @Test
    void booleansAreReadInAnyCaseOnly() throws Exception {
        assertThat(over("true").bool()).isTrue();
        assertThat(over("false,").bool()).isFalse();
        assertThat(over("FALSE").bool()).isFalse();
        for (String json : new String[] {"1", "\"true\"", "null", "truth", "falsey"}) {
            assertThatThrownBy(() -> over(json).bool()).as(json).isInstanceOf(MalformedFrameException.class);
        }
    }

    @Test
    void nullAndTextAreDistinguishedFromOtherValues() throws Exception {
        JsonCursor in = over("[null,\"null\",1]");
        in.beginArray();
        in.nextElement();
        assertThat(in.isText()).isFalse();
        assertThat(in.isNull()).isTrue();
        in.nextElement();
        assertThat(in.isNull()).isFalse();
        assertThat(in.isText()).isTrue();
        assertThat(in.string()).isEqualTo("null");
        in.nextElement();
        assertThat(in.isNull()).isFalse();
        assertThat(in.isText()).isFalse();
        assertThat(in.int64()).isEqualTo(1);
        assertThat(in.nextElement()).isFalse();
        in.end();
    }

    @Test
    void valueIsCopiedAndSkipped() throws Exception {
        JsonCursor in = over("[ {\"a\":[1, 2]} , 3]");
        in.beginArray();
        in.nextElement();
        assertThat(new String(in.skipCopy(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":[1, 2]}");
        assertThat(in.nextElement()).isTrue();
        assertThat(in.int64()).isEqualTo(3);
    }

    @Test
    void emptyTextIsAbsentAndConsumesNothingMore() throws Exception {
        JsonCursor in = over("[\"\",7]");
        in.beginArray();
        in.nextElement();
        assertThat(in.absent()).isTrue();
        assertThat(in.nextElement()).isTrue();
        assertThat(in.absent()).isFalse();
        assertThat(in.int64()).isEqualTo(7);
    }

    @Test
    void unfinishedDocumentDoesNotAffectTheNext() throws Exception {
        byte[] json = "{\"a\":[1]}".getBytes(StandardCharsets.UTF_8);
        ByteBuf frame = Unpooled.wrappedBuffer("5".getBytes(StandardCharsets.UTF_8));
        JsonCursor in = new JsonCursor().over(json, 0, json.length);
        in.beginObject();
        in.nextName();
        in.over(frame);
        assertThat(in.int64()).isEqualTo(5);
        in.end();
        in.over(json, 0, json.length);
        in.beginObject();
        in.over(json, 6, 1);
        assertThat(in.int64()).isEqualTo(1);
        in.end();
    }

    @Test
    void failuresNameThePlaceWithinTheDocument() {
        byte[] json = "xx[1 2]yy".getBytes(StandardCharsets.UTF_8);
        JsonCursor in = new JsonCursor().over(json, 2, 5);

        assertThatThrownBy(in::skip).hasMessageEndingWith(", at byte 3 of 5");
        assertThat(in.wrong("no")).hasMessage("no, at byte 3 of 5");
    }

    @Test
    void shortIntegersOfEitherSignAreReadUpToTheDelimiter() throws Exception {
        for (String end : new String[] {",", "}", "]", " ", "\n"}) {
            assertThat(over("-12" + end).int64()).isEqualTo(-12);
            assertThat(over("0" + end).int64()).isZero();
            assertThat(over("123456789012345678" + end).int64()).isEqualTo(123_456_789_012_345_678L);
            assertThat(over("1234567890123456789" + end).int64()).isEqualTo(1_234_567_890_123_456_789L);
        }
        assertThatThrownBy(() -> over("00,").int64()).isInstanceOf(MalformedFrameException.class);
        assertThatThrownBy(() -> over("-,").int64()).isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void readsDecimalsOfEighteenDigitsAndMore() throws Exception {
        for (String text : new String[] {"-999999999999999999", "0.99999999999999999", "9999999999999999999", "-1.5"}) {
            assertThat(over('"' + text + "\",").decimal()).hasToString(text);
        }
        assertThat(over("\"123456789012345678\"").plainDecimal()).hasToString("123456789012345678");
        String longest = "1".repeat(36);
        assertThat(over('"' + longest + '"').plainDecimal()).hasToString(longest);
        JsonCursor longer = over('"' + longest + "1\"");
        assertThat(longer.plainDecimal()).isNull();
        assertThat(longer.string()).isEqualTo(longest + "1");
        JsonCursor bare = over("1.5");
        assertThat(bare.plainDecimal()).isNull();
        assertThat(bare.string()).isEqualTo("1.5");
    }

    @Test
    void readsDecimalsOfAnyLengthAsBigDecimalDoes() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextInt(8) == 0 ? "-" : "");
            int digits = random.nextInt(1, 41);
            int point = random.nextInt(2) == 0 ? random.nextInt(digits + 1) : -1;
            for (int at = 0; at <= digits; at++) {
                text.append(at == point ? "." : "");
                text.append(at < digits ? Integer.toString(random.nextInt(random.nextInt(1, 11))) : "");
            }
            // The bytes after it decide whether whole machine words can be read.
            String after = " ".repeat(random.nextInt(24));
            assertThat(over('"' + text.toString() + '"' + after).decimal()).isEqualTo(new BigDecimal(text.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3",
                "1a",
                "12345678x",
                "1234567.8.9",
                "-",
                ".",
                "1-2",
                "\u0131",
                "123456789012345.x",
                "/1",
                ":",
                "--1"
            })
    void invalidDecimalIsRefusedBeforeAnyByte(String text) {
        for (String after : new String[] {"", " ".repeat(30)}) {
            assertThatThrownBy(() -> over('"' + text + '"' + after).decimal())
                    .isInstanceOf(MalformedFrameException.class);
        }
    }

    @Test
    void quoteAfterTheDocumentEndsNoDecimal() {
        byte[] bytes = JsonOutput.raw("\"12\"              ");
        JsonCursor in = new JsonCursor().over(bytes, 0, 3);
        assertThatThrownBy(in::decimal).isInstanceOf(MalformedFrameException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\n", "\r", " \t\r\n "})
    void skipsWhiteSpace(String space) throws Exception {
        JsonCursor in = over(space + "[" + space + "1" + space + "," + space + "2" + space + "]" + space);
        in.beginArray();
        assertThat(in.nextElement()).isTrue();
        assertThat(in.int64()).isEqualTo(1);
        assertThat(in.nextElement()).isTrue();
        assertThat(in.int64()).isEqualTo(2);
        assertThat(in.nextElement()).isFalse();
        in.end();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\f", "\u0000", "\u000b", "\u001f", "\u00a0"})
    void refusesOtherCharactersBetweenValues(String character) {
        assertThatThrownBy(() -> over(character + "1").int64()).isInstanceOf(MalformedFrameException.class);
        assertThatThrownBy(() -> {
                    JsonCursor in = over("1" + character);
                    in.skip();
                    in.end();
                })
                .isInstanceOf(MalformedFrameException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "abcd", "abcde", "volume", "é", "腾讯", "ééé", "0123456789"})
    void nameHasItsKey(String name) throws Exception {
        JsonCursor in = over("{\"" + name + "\":1}");
        in.beginObject();

        assertThat(in.nextName()).isEqualTo(JsonCursor.key(name));
        assertThat(in.nameIs(name.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(in.nameIs((name + "x").getBytes(StandardCharsets.UTF_8))).isFalse();
        assertThat(in.nameIs("other".getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void namesOfDifferentLengthOrCharactersHaveDifferentKeys() {
        Set<Integer> keys = Stream.of("volume", "colume", "volvme", "volumf", "volumes", "vol", "volu", "uolv", "luvo")
                .map(JsonCursor::key)
                .collect(Collectors.toSet());

        assertThat(keys).hasSize(9);
        assertThat(JsonCursor.key("volu")).isPositive();
        assertThat(JsonCursor.key("volume")).isNegative();
        assertThat(JsonCursor.key("")).isNegative();
    }

    @Test
    void stringTableBoundsCapacityAndSpellingLength() throws Exception {
        assertThatThrownBy(() -> new StringTable(0, s -> s)).hasMessageEndingWith(": 0");
        assertThatThrownBy(() -> new StringTable((1 << 20) + 1, s -> s)).hasMessageEndingWith(": 1048577");
        StringTable table = new StringTable(1 << 20, s -> s);
        String kept = "x".repeat(64);
        assertThat(over('"' + kept + "x\"").string(table)).isEqualTo(kept + "x");
        assertThat(table.size()).isZero();
        assertThat(over('"' + kept + '"').string(table)).isEqualTo(kept);
        assertThat(table.size()).isOne();
    }

    @Test
    void textFromATableConsumesNothingMore() throws Exception {
        StringTable table = new StringTable(4, s -> s);
        JsonCursor in = over("[\"a\",\"a\",\"\\u0062\",3]");
        in.beginArray();
        for (String expected : new String[] {"a", "a", "b", "3"}) {
            assertThat(in.nextElement()).isTrue();
            assertThat(in.string(table)).isEqualTo(expected);
        }
        assertThat(in.nextElement()).isFalse();
        in.end();
    }

    @Test
    void boundsDecimalsByLengthAndExponent() {
        assertThat(Decimals.parse("9".repeat(128))).hasToString("9".repeat(128));
        assertThatThrownBy(() -> Decimals.parse("9".repeat(129))).hasMessage("a number of 129 characters");
        assertThat(Decimals.parse("1E-1000").scale()).isEqualTo(1_000);
        assertThatThrownBy(() -> Decimals.parse("1E1001")).hasMessage("a number with exponent 1001");
        assertThatThrownBy(() -> Decimals.parse("1E-1001")).hasMessage("a number with exponent -1001");
    }

    @Test
    void onlyControlCharactersAreEscaped() {
        ByteBuf out = Unpooled.buffer();
        JsonOutput.string(out, "\u001f ~\u007f");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\"\\u001f ~\u007f\"");
    }
}
