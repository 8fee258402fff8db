package hk.qos.stream.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.stream.spi.MalformedFrameException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StringTableTest {

    private static @Nullable String read(StringTable table, String json) throws MalformedFrameException {
        byte[] bytes = JsonOutput.raw(json);
        return new JsonCursor().over(bytes, 0, bytes.length).string(table);
    }

    @Test
    void sameBytesGiveTheSameText() throws Exception {
        StringTable table = new StringTable(100, s -> s);
        for (int i = 0; i < 100; i++) {
            String first = read(table, "\"key" + i + '"');
            assertThat(first).isEqualTo("key" + i);
            assertThat(read(table, "\"key" + i + '"')).isSameAs(first);
        }
        assertThat(table.size()).isEqualTo(100);
    }

    @Test
    void escapedSpellingsGiveTheSameText() throws Exception {
        StringTable table = new StringTable(4, s -> s.toUpperCase(Locale.ROOT));
        assertThat(read(table, "\"ab\"")).isEqualTo("AB");
        assertThat(read(table, "\"aB\"")).isEqualTo("AB");
        assertThat(read(table, "\"\\u0061b\"")).isEqualTo("AB");
        assertThat(read(table, "12")).isEqualTo("12");
    }

    @Test
    void keepsNoMoreThanItsCapacity() throws Exception {
        StringTable table = new StringTable(3, s -> s);
        for (int i = 0; i < 10_000; i++) {
            assertThat(read(table, "\"" + i + '"')).isEqualTo(Integer.toString(i));
        }
        assertThat(table.size()).isEqualTo(3);
        assertThat(read(new StringTable(3, s -> s), '"' + "x".repeat(1000) + '"'))
                .hasSize(1000);
    }

    @Test
    void textsOfEveryLengthAreFoundBeforeAnyByte() throws Exception {
        StringTable table = new StringTable(1_000, s -> s);
        for (int round = 0; round < 2; round++) {
            for (int length = 1; length < 40; length++) {
                for (String text :
                        new String[] {"x".repeat(length), "x".repeat(length - 1) + "y", "é" + "x".repeat(length - 1)}) {
                    String first = read(table, '"' + text + '"');
                    assertThat(first).isEqualTo(text);
                    assertThat(read(table, '"' + text + "\",\"" + "z".repeat(20)))
                            .isSameAs(first);
                    assertThat(read(table, '"' + text + "\"" + " ".repeat(20))).isSameAs(first);
                }
            }
        }
        assertThat(table.size()).isEqualTo(117);
    }

    @Test
    void quoteAfterTheDocumentEndsNoText() throws Exception {
        StringTable table = new StringTable(3, s -> s);
        byte[] bytes = JsonOutput.raw("\"ab\"" + " ".repeat(20));
        assertThat(new JsonCursor().over(bytes, 0, bytes.length).string(table)).isEqualTo("ab");
        JsonCursor cut = new JsonCursor().over(bytes, 0, 3);
        assertThatThrownBy(() -> cut.string(table)).isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void rejectedTextIsMalformed() {
        StringTable table = new StringTable(3, s -> {
            throw new IllegalArgumentException(s);
        });
        assertThatThrownBy(() -> read(table, "\"x\"")).isInstanceOf(MalformedFrameException.class);
        assertThat(table.size()).isZero();
    }
}
