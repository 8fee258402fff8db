package hk.qos.stream.internal.json;

import static hk.qos.stream.internal.json.JsonCursorTest.over;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.qos.stream.spi.MalformedFrameException;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers in all forms: quoted or not, long or short, or absent. */
class JsonNumbersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "7",
                "-7",
                "1.50",
                "-0.0",
                "83538.00",
                "24755030678.8250007629",
                "999999999999999999",
                "9999999999999999999",
                "0.123456789012345678",
                "00.10",
                ".5",
                "5.",
                "1e3",
                "1.25E-7",
                "-12e+2",
                "+3"
            })
    void keepsTheScaleOfADecimal(String text) throws Exception {
        assertThat(over("\"" + text + "\"").decimal()).isEqualTo(new BigDecimal(text));
        String escaped = "\"\\u00" + Integer.toHexString(text.charAt(0)) + text.substring(1) + '"';
        assertThat(over(escaped).decimal()).isEqualTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "7", "1.50", "-12.5e-3", "1E5", "24755030678.8250007629"})
    void readsADecimalThatIsANumber(String text) throws Exception {
        assertThat(over(text + " ").decimal()).isEqualTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "NULL", "\"\"", " \"\" ", "NaN", "Infinity ", "-Infinity,"})
    void placeholdersAreNull(String json) throws Exception {
        assertThat(over(json).decimal()).isNull();
        assertThat(over(json).epochSecond()).isNull();
        assertThat(over(json).absent()).isTrue();
        assertThat(over(json).string(new StringTable(1, s -> s))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"1",
                "\".\"",
                "\"-\"",
                "\"1.2.3\"",
                "\"1e\"",
                "\"x\"",
                "01",
                "1.",
                ".1",
                "-",
                "1e",
                "1x",
                "{}",
                "[]",
                "true",
                "nul",
                "nullx",
                "NaNx",
                "nan",
                "-NaN",
                "Infinit",
                "'1'",
                "\"1e99999\"",
                "\"1E-2147483647\"",
                "",
                " ",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\"
            })
    void invalidDecimalIsRefused(String json) {
        assertThatThrownBy(() -> over(json).decimal())
                .isInstanceOf(MalformedFrameException.class)
                .hasMessageContaining("at byte");
    }

    @Test
    void numberOfExcessiveSizeIsRefused() {
        assertThatThrownBy(() -> over('"' + "9".repeat(500_000) + '"').decimal())
                .isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void wholeNumbersAreReadInAnySpelling() throws Exception {
        assertThat(over("19405918198,").int64()).isEqualTo(19_405_918_198L);
        assertThat(over("-9223372036854775808").int64()).isEqualTo(Long.MIN_VALUE);
        assertThat(over("9223372036854775807").int64()).isEqualTo(Long.MAX_VALUE);
        assertThat(over("\"12\"").int64()).isEqualTo(12);
        assertThat(over("12.0").int32()).isEqualTo(12);
        assertThat(over("1e2").int32()).isEqualTo(100);
        assertThat(over("1700000000}").epochSecond()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        for (String json : new String[] {"9223372036854775808", "1.5", "007,", "\"\"", "null", "true", "-"}) {
            assertThatThrownBy(() -> over(json).int64()).as(json).isInstanceOf(MalformedFrameException.class);
        }
        assertThatThrownBy(() -> over("2147483648").int32()).isInstanceOf(MalformedFrameException.class);
        assertThatThrownBy(() -> over("9223372036854775807").epochSecond()).isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void onlyShortNumbersAreConsumed() throws Exception {
        assertThat(over(" 1001,").shortNumber()).isEqualTo(1001);
        assertThat(over("999999999]").shortNumber()).isEqualTo(999_999_999);
        for (String json : new String[] {"1000000000,", "01,", "-1,", "1.0,", "\"1\",", "null,", "[1],"}) {
            JsonCursor in = over(json);
            assertThat(in.shortNumber()).as(json).isEqualTo(-1);
            assertThat(in.peek()).isEqualTo(json.charAt(0));
        }
    }
}
