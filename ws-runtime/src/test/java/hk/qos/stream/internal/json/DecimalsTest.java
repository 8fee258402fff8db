package hk.qos.stream.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalsTest {

    @Test
    void fastPathEqualsBigDecimal() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 50_000; round++) {
            BigDecimal value = new BigDecimal(new BigInteger(1 + random.nextInt(70), random), random.nextInt(20));
            String text = (random.nextBoolean() ? value : value.negate()).toPlainString();
            byte[] json = JsonOutput.raw('"' + text + '"');
            assertThat(new JsonCursor().over(json, 0, json.length).decimal()).isEqualTo(new BigDecimal(text));
        }
    }

    @Test
    void decimalWithHugePlainTextIsRefused() {
        assertThat(Decimals.parse("1E1000")).isEqualTo(new BigDecimal("1E1000"));
        for (String text : new String[] {"1E1001", "1E-1001", "1E2147483647", "9".repeat(129), "1,5", "NaN", ""}) {
            assertThatThrownBy(() -> Decimals.parse(text)).isInstanceOf(NumberFormatException.class);
        }
    }

    @Test
    void wholeNumbersMayHaveAFractionOfZeros() {
        assertThat(Decimals.parseLong("12.00")).isEqualTo(12);
        assertThat(Decimals.parseInt("-1e3")).isEqualTo(-1000);
        for (String text : new String[] {"12.01", "1E19", "9223372036854775808"}) {
            assertThatThrownBy(() -> Decimals.parseLong(text)).isInstanceOf(NumberFormatException.class);
        }
        assertThatThrownBy(() -> Decimals.parseInt("2147483648")).isInstanceOf(NumberFormatException.class);
    }
}
